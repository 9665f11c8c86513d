"""Our own line icons, drawn from SVG in any colour and at any screen density."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.theme.shipped import shipped

_DENSITIES: Final = (1.0, 2.0, 3.0)


def icon(name: str, colour: QColor, size: int) -> QIcon:
    """Return an icon of resources/icons in one colour; size in logical pixels, sharp up to three times that."""
    drawing = _drawing(name)
    result = QIcon()
    for density in _DENSITIES:
        result.addPixmap(_tinted(drawing, colour, size, density))
    return result


def icon_pixmap(name: str, colour: QColor, size: int, density: float) -> QPixmap:
    """Return one picture of an icon; size in logical pixels, density in device pixels per logical pixel."""
    return _tinted(_drawing(name), colour, size, density)


def _drawing(name: str) -> QSvgRenderer:
    return QSvgRenderer(str(shipped(f"icons/{name}.svg")))


def _tinted(drawing: QSvgRenderer, colour: QColor, size: int, density: float) -> QPixmap:
    side = max(1, round(size * density))
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), colour)
    painter.end()
    picture.setDevicePixelRatio(density)
    return picture
