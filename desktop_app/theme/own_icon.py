"""The picture of Kairos itself, as task bars and window lists show it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.theme.shipped import shipped

_SIDES: Final = (16, 24, 32, 48, 64, 128)  # in pixels: what a window of X11 tells its manager


def own_icon() -> QIcon:
    """Return the icon of the menu entry, which windows tell by themselves where no menu entry is installed."""
    drawing = QSvgRenderer(str(shipped("desktop/kairos.svg")))
    result = QIcon()
    for side in _SIDES:
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        drawing.render(painter)
        painter.end()
        result.addPixmap(picture)
    return result
