"""Our own line icons, drawn from SVG in any colour and at any screen density."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.theme.shipped import shipped

_DENSITIES: Final = (1.0, 2.0, 3.0)


def icon(name: str, colour: QColor, size: int) -> QIcon:
    """Return an icon of resources/icons in one colour; size in logical pixels, sharp up to three times that."""
    return _icon(name, colour.rgba(), size)


@lru_cache(maxsize=256)  # Qt keeps a copy of every new picture for a while: states are shown anew all day
def _icon(name: str, rgba: int, size: int) -> QIcon:
    colour = QColor.fromRgba(rgba)
    drawing = _drawing(name)
    result = QIcon()
    for density in _DENSITIES:
        result.addPixmap(_tinted(drawing, colour, size, density))
    return result


def icon_pixmap(name: str, colour: QColor, size: int, density: float) -> QPixmap:
    """Return one picture of an icon; size in logical pixels, density in device pixels per logical pixel."""
    return _picture(name, colour.rgba(), size, density)


@lru_cache(maxsize=256)
def _picture(name: str, rgba: int, size: int, density: float) -> QPixmap:
    return _tinted(_drawing(name), QColor.fromRgba(rgba), size, density)


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
