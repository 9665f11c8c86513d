"""Small squares of a category's colour; each is painted once and shown wherever it is wanted."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPen, QPixmap


def swatch(shade: QColor, side: int, density: float, *, filled: bool = True) -> QIcon:
    """Return a square in one colour, or the outline of one; side in logical pixels, density device pixels to one."""
    return _painted(shade.rgba(), side, density, filled)


@lru_cache(maxsize=256)  # Qt keeps a copy of every new picture for a while: lists are filled anew all day
def _painted(rgba: int, side: int, density: float, filled: bool) -> QIcon:
    shade = QColor.fromRgba(rgba)
    picture = QPixmap(round(side * density), round(side * density))
    picture.setDevicePixelRatio(density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(shade, 2))
    painter.setBrush(QBrush(shade) if filled else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(2, 2, side - 4, side - 4), 3, 3)
    painter.end()
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        icon.addPixmap(picture, mode)
    return icon
