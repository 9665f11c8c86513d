"""The line in the week grid that says where now is, with its time among the hours."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop_app.theme.type_scale import AXIS, sized
from desktop_app.widgets.week_block_paint import Style
from desktop_app.widgets.week_boxes import Frame

_NOW: Final = "distraction"


def paint_now(painter: QPainter, now_ms: int, frame: Frame, style: Style) -> None:
    """Draw the line in the day that now lies in; nothing where it is not shown."""
    place = frame.axis.column(now_ms)
    if place < 0:
        return
    y, colour = frame.y(frame.axis.top(place, now_ms)), style.palette.colour(_NOW)
    left, right = frame.x(place), frame.x(place) + frame.column_width
    painter.setPen(QPen(colour, 2))
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(left, y), 4, 4)
    painter.setFont(sized(style.fonts.axis, AXIS, strong=True))
    text = style.wording.time(now_ms)
    metrics = painter.fontMetrics()
    width, height = metrics.horizontalAdvance(text), metrics.height()
    tag = QRectF(max(0.0, frame.gutter - width - 12), y - height / 2 - 1, width + 8, height + 2)
    surface = style.palette.colour("surface")
    painter.fillRect(_cleared(tag, height, frame), surface)
    painter.drawRoundedRect(tag, 4, 4)
    painter.setPen(surface)
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)


def _cleared(tag: QRectF, height: float, frame: Frame) -> QRectF:
    """Return what gives way to the tag: an hour whose letters it would cut goes whole."""
    top, bottom = tag.top() - 2, tag.bottom() + 2
    for place, _ in frame.axis.hours():
        above = frame.y(place) - (height / 2 if place else 0.0)
        if above < tag.bottom() and above + height > tag.top():
            top, bottom = min(top, above), max(bottom, above + height)
    return QRectF(0, top, frame.gutter - 5, bottom - top)
