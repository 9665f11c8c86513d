"""Printing a short text, where there is a printer."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

_POINTS = 12


def can_print() -> bool:
    """Return whether a text can be printed here."""
    try:
        from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415  (left out of small packages)
    except ImportError:
        return False
    return bool(QPrinterInfo.availablePrinterNames())


def print_text(text: str, parent: QWidget) -> bool:
    """Ask which printer, and print; return whether it was."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415

    printer = QPrinter()
    if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
        return False
    document = QTextDocument(text)
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSize(_POINTS)
    document.setDefaultFont(font)
    document.print_(printer)
    return True
