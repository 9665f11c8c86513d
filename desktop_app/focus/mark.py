"""The mark that a session runs, on a picture of something else."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen

_SIDE = 64


def with_session(icon: QIcon, colour: QColor) -> QIcon:
    """Return the icon with a ring around it: a session runs."""
    picture = icon.pixmap(_SIDE, _SIDE)
    side = picture.deviceIndependentSize().width()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, side / 12))
    edge = side / 24
    painter.drawEllipse(QRectF(edge, edge, side - 2 * edge, side - 2 * edge))
    painter.end()
    return QIcon(picture)
