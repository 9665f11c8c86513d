"""Return presses the button that has the keys, while the main button of its dialog stays the main one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_by_return(button: QPushButton) -> None:
    """Have Return press this button of a dialog where it has the keys, and only there.

    Qt either makes the button with the keys look like the main one, or has Return on "Cancel" press "Save".
    """
    button.setAutoDefault(False)
    button.installEventFilter(_Presser(button))


class _Presser(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Return before the dialog gives it to its main button."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
            return False
        if isinstance(watched, QPushButton) and not event.isAutoRepeat():
            watched.click()
        return True
