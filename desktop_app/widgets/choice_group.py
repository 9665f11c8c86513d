"""Buttons of which one is chosen: one place for Tab, the arrow keys choose among them, and a reader says so."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup

_TAB = Qt.FocusPolicy.TabFocus


class ChoiceGroup(QButtonGroup):
    """An exclusive group whose buttons are told as radio buttons; Tab comes to the chosen one, else to the first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.buttonToggled.connect(self._move_stop)

    def addButton(self, button: QAbstractButton, number: int = -1) -> None:
        """Take a button in."""
        button.setCheckable(True)
        button.setAutoExclusive(True)  # what Qt tells a screen reader from; the group decides
        super().addButton(button, number)
        self._move_stop()

    def _move_stop(self) -> None:
        buttons = self.buttons()
        stop = self.checkedButton() or (buttons[0] if buttons else None)
        for button in buttons:
            policy = button.focusPolicy()
            button.setFocusPolicy(policy | _TAB if button is stop else policy & ~_TAB)
