"""The field in which a new stretch of the week is given its name, right where it was drawn."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

LONGEST: Final = 200
_WIDEST: Final = 260
_HEIGHT: Final = 34


class NameField(QLineEdit):
    """Emits named(text) for Enter and for going elsewhere, and given_up for Esc."""

    named = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setMaxLength(LONGEST)
        self._asking = False
        self.hide()

    def ask(self, words: str) -> None:
        """Show the field, empty, with words that say what it is for."""
        self._asking = True
        self.clear()
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self, rect: QRect) -> None:
        """Stand over a stretch of time, wide enough for some words."""
        parent = self._room
        width = max(rect.width(), min(_WIDEST, parent.width() - 8))
        left = min(rect.left(), parent.width() - width - 4)
        self.setGeometry(left, max(0, min(rect.top(), parent.height() - _HEIGHT)), width, _HEIGHT)

    def done(self) -> None:
        """Take what is written."""
        if self._asking:
            self._asking = False
            self.named.emit(self.text().strip())

    def rest(self) -> None:
        """Be gone without a word."""
        self._asking = False
        grid = self._room.parentWidget()
        if self.hasFocus() and grid is not None:
            grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the name, or give it up."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.done()
        elif event.key() == Qt.Key.Key_Escape:
            self._asking = False
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what is written when the person goes elsewhere; another program in front changes nothing."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.done()
