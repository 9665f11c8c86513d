"""Keys of one letter: what they do, and that they can be switched off."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_HELD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_NOT_ON_BUTTONS: Final = frozenset({" "})  # it presses them; a letter does nothing there, and is the window's


class SingleKeys(QObject):
    """Sees the letters that no field, button or list of a window took; they come to the window itself at last.

    While a dialog is open, which takes the whole window, they do nothing.

    acts: what each does, by what it types in lower case. Where they are off, the shortcuts of pages that are a
    letter alone are off too: who speaks to the machine, or presses keys by mistake, must be able to (WCAG 2.1.4).
    """

    def __init__(self, window: QWidget, acts: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(window)
        self._window, self._acts, self._on = window, dict(acts), True
        window.installEventFilter(self)

    def switch(self, *, on: bool) -> None:
        """Have them act or not."""
        self._on = on
        self.heed_page()

    def heed_page(self) -> None:
        """Switch what a page brought that was made since."""
        for shortcut in self._window.findChildren(QShortcut):
            if is_single(shortcut.key().toString()):
                shortcut.setEnabled(self._on)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a letter that reached the window."""
        if not self._on or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        typed = event.text().casefold()
        if event.modifiers() & _HELD or event.isAutoRepeat() or typed not in self._acts:
            return False
        on_button = isinstance(self._window.focusWidget(), QAbstractButton)
        if (on_button and typed in _NOT_ON_BUTTONS) or QApplication.activeModalWidget() is not None:
            return False
        self._acts[typed]()
        return True


def is_single(keys: str) -> bool:
    """Return whether keys, as QKeySequence writes them, are one letter, figure or sign, or the space bar."""
    return len(keys) == 1 or keys == "Space"
