"""Where on several screens something comes up: on the one the pointer is on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QGuiApplication, QScreen


def screen_of_pointer() -> QScreen:
    """Return the screen the pointer is on, the first where that cannot be told."""
    return QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()


def lower_corner(room: QRect, size: QSize, distance: int) -> QPoint:
    """Return where something of this size lies in the lower right corner of a room, so far from its edges."""
    x = room.right() + 1 - size.width() - distance
    y = room.bottom() + 1 - size.height() - distance
    return QPoint(max(room.left(), x), max(room.top(), y))
