"""Whether the letters of a window can be read as they are drawn."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from desktop_app.theme.category_colours import LEGIBLE, contrast

_EDGE: Final = 3  # borders and their round corners
_LEAST: Final = 8


def illegible(window: QWidget) -> list[str]:
    """Return the labels and buttons whose strongest ink stands off too little from what lies around it."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    words = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    found = []
    for widget in window.findChildren(QWidget):
        words_of = _words(widget)
        if words_of and widget.isEnabled():
            room = _room(widget, window)
            strength = LEGIBLE if room is None else _strength(words, room)
            if strength < LEGIBLE:
                found.append(f"{type(widget).__name__} “{words_of[:40]}” is drawn at {strength:.2f} : 1")
    return found


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.text().strip() if isinstance(widget, QLabel | QAbstractButton) else ""


def _room(widget: QWidget, window: QWidget) -> QRect | None:
    """Return where a widget is, None where not all of it is in sight."""
    if not widget.isVisible() or widget.visibleRegion().boundingRect() != widget.rect():
        return None
    room = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    return room if min(room.width(), room.height()) >= _LEAST else None


def _strength(words: np.ndarray[tuple[int, int], np.dtype[np.uint32]], room: QRect) -> float:
    part = words[room.top() : room.bottom() + 1, room.left() : room.right() + 1]
    colours, counts = np.unique(part, return_counts=True)
    ground = QColor(int(colours[counts.argmax()]))
    bright = (colours >> 16 & 255) * 0.2126 + (colours >> 8 & 255) * 0.7152 + (colours & 255) * 0.0722
    return max(contrast(QColor(int(colours[place])), ground) for place in (bright.argmin(), bright.argmax()))
