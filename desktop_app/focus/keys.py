"""Space starts and ends a session where nothing else wants it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.focus.keeper import FocusKeeper
from engine.domain.focus_session import Started


class SpaceKey(QObject):
    """Sees the keys that no field, button or list of the window took; they come to the window itself at last."""

    def __init__(self, keeper: FocusKeeper, window: QWidget) -> None:
        super().__init__(window)
        self._keeper = keeper
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a Space that reached the window."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier and not event.isAutoRepeat()
        if event.key() != Qt.Key.Key_Space or not plain:
            return False
        self._keeper.toggle(Started.WINDOW)
        return True
