"""One clear message for an expected error, in a box where there is a screen and on stderr in any case."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.dialogs.error_words import error_message, error_title
from engine.domain.errors import KairosError

_SCREENLESS = frozenset({"offscreen", "minimal"})


def error_box(error: KairosError, parent: QWidget | None = None) -> QMessageBox:
    """Return a box with the error's title and message as plain text."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Kairos", error_title(error), QMessageBox.StandardButton.Ok, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(error_message(error))
    return box


def show_error(error: KairosError, parent: QWidget) -> None:
    """Tell the person of an error; the window goes on behind the box."""
    box = error_box(error, parent)
    box.finished.connect(box.deleteLater)
    box.open()


def refuse(error: KairosError, parent: QWidget | None = None) -> int:
    """Tell the person why Kairos cannot start and return the exit status for it."""
    sys.stderr.write(f"kairos: {error.title}. {error.message}\n")
    if QGuiApplication.platformName() not in _SCREENLESS:
        error_box(error, parent).exec()
    return 1
