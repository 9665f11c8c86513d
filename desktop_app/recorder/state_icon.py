"""The recorder's state as a small picture, told apart by shape as well as by colour."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from desktop_app.theme import Palette
from engine.domain.health import RecorderState

_SIDE = 64
_TOKENS = {
    RecorderState.RECORDING: "meeting",
    RecorderState.PAUSED: "muted",
    RecorderState.NOT_SAVING: "distraction",
    RecorderState.BLIND: "communication",
    RecorderState.STOPPED: "muted",
    RecorderState.STARTING: "muted",
}


def state_colour(state: RecorderState | None, palette: Palette) -> QColor:
    """Return the state's colour: calm while all is well, warm where the person should look."""
    return palette.colour("muted" if state is None else _TOKENS[state])


def state_icon(state: RecorderState | None, colour: QColor) -> QIcon:
    """Return a disc for recording, two bars for paused, a triangle for trouble, a ring for stopped."""
    return _painted(state, colour.rgba())


@lru_cache(maxsize=64)  # Qt keeps a copy of every new picture for a while: it is shown anew with every beat
def _painted(state: RecorderState | None, rgba: int) -> QIcon:
    colour = QColor.fromRgba(rgba)
    picture = QPixmap(_SIDE, _SIDE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    if state is RecorderState.RECORDING:
        painter.drawEllipse(QRectF(10, 10, 44, 44))
    elif state is RecorderState.PAUSED:
        painter.drawRoundedRect(QRectF(12, 10, 14, 44), 4, 4)
        painter.drawRoundedRect(QRectF(38, 10, 14, 44), 4, 4)
    elif state in {RecorderState.NOT_SAVING, RecorderState.BLIND}:
        painter.drawPolygon(QPolygonF([QPointF(32, 6), QPointF(60, 56), QPointF(4, 56)]))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 8))
        painter.drawEllipse(QRectF(12, 12, 40, 40))
    painter.end()
    return QIcon(picture)
