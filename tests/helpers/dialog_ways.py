"""Which button of which page opens which dialog, pressed as a person does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from shiboken6 import isValid

WAYS: Final = (
    ("plan", "New block"),
    ("plan", "Flexible blocks"),
    ("timeline", "Add time…"),
    ("reports", "Export…"),
    ("reports", "Share…"),
    ("reports", "Share…"),
    ("reports", "Add a goal"),
    ("learn", "Add a skill"),
    ("rules", "Add category…"),
    ("rules", "Add rule…"),
    ("settings", "Erase…"),
    ("settings", "Copy diagnostics…"),
    ("settings", "Look what would go…"),
    ("settings", "Encrypt…"),
    ("settings", "Import history…"),
    ("settings", "Imports made…"),
    ("settings", "Corrections made…"),
    ("settings", "Make a contract…"),
    ("settings", "Begin a round…"),
    ("settings", "Combine files…"),
    ("settings", "Share my week…"),
    ("settings", "Open a team file…"),
    ("settings", "Begin a round…"),
    ("settings", "Combine files…"),
)


def press(page: QWidget, text: str) -> QPushButton:
    """Press the button with this text, which has the keys then."""
    [button] = [one for one in page.findChildren(QPushButton) if one.text() == text and one.isVisible()]
    button.setFocus()
    button.click()
    return button


def open_dialog() -> QDialog:
    """Return the dialog in front."""
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    assert shown, "no dialog came up"
    return shown[-1]


def closes_by_escape(dialog: QDialog, settle: Callable[[], object]) -> bool:
    """Press Escape and return whether that closed it; it is closed in any case."""
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    closed = not isValid(dialog) or not dialog.isVisible()
    if not closed:
        dialog.reject()
        settle()
    return closed
