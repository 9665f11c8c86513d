"""How a source does as a small picture, told apart by shape as well as by colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from desktop_app.theme import Palette
from engine.domain.sources import Standing

_SIDE = 20
_TOKENS = {Standing.GOOD: "meeting", Standing.PARTLY: "communication", Standing.BAD: "distraction"}
_TRIANGLE = QPolygonF([QPointF(10, 2), QPointF(19, 18), QPointF(1, 18)])
_TICK = QPolygonF([QPointF(5.5, 10.5), QPointF(8.8, 13.6), QPointF(14.5, 6.8)])


def standing_pixmap(standing: Standing, palette: Palette, density: float) -> QPixmap:
    """Return a disc with a tick, a triangle for trouble, a ring for nothing yet, one with bars for off."""
    picture = QPixmap(round(_SIDE * density), round(_SIDE * density))
    picture.setDevicePixelRatio(density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(painter, standing, palette.colour(_TOKENS.get(standing, "muted")), palette.colour("surface"))
    painter.end()
    return picture


def _draw(painter: QPainter, standing: Standing, colour: QColor, ground: QColor) -> None:
    if standing in {Standing.BAD, Standing.PARTLY}:
        painter.setPen(QPen(colour, 2, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(colour if standing is Standing.BAD else Qt.BrushStyle.NoBrush)
        painter.drawPolygon(_TRIANGLE)
        painter.setPen(QPen(ground if standing is Standing.BAD else colour, 2))
        painter.drawLine(QPointF(10, 8), QPointF(10, 12.5))
        painter.drawPoint(QPointF(10, 15.5))
        return
    if standing is Standing.GOOD:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QRectF(1, 1, 18, 18))
        painter.setPen(QPen(ground, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(_TICK)
        return
    painter.setPen(QPen(colour, 2))
    painter.drawEllipse(QRectF(2, 2, 16, 16))
    if standing is Standing.OFF:
        painter.drawLine(QPointF(6, 10), QPointF(14, 10))
    elif standing is Standing.PAUSED:
        painter.drawLine(QPointF(8, 7), QPointF(8, 13))
        painter.drawLine(QPointF(12, 7), QPointF(12, 13))
