"""The lane of the day ribbon that says what was planned."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop_app.theme import Palette
from desktop_app.theme.category_colours import fitted, legible
from desktop_app.theme.type_scale import SECONDARY, sized
from desktop_app.widgets.patterns import mixed
from desktop_app.widgets.plain_text import isolated
from desktop_app.widgets.ribbon_scale import Scale
from desktop_app.widgets.ribbon_values import RibbonDay, RibbonSegment
from desktop_app.widgets.week_layout import parts

_RADIUS: Final = 6
_FILL: Final = 0.18
_PAD: Final = 8
_LEAST: Final = 3.0


def boxes_of(day: RibbonDay, scale: Scale, lane: QRectF) -> list[QRectF]:
    """Return where each planned time is drawn in the lane; those that overlap share its height."""
    found = []
    for one, part in zip(day.planned, parts([(one.start_ms, one.end_ms) for one in day.planned]), strict=True):
        left = max(lane.left(), scale.x(one.start_ms))
        right = min(lane.right(), max(scale.x(one.end_ms), left + _LEAST))
        top = lane.top() + part.left * lane.height()
        found.append(QRectF(left, top, max(_LEAST, right - left), (part.right - part.left) * lane.height() - 1))
    return found


def planned_at(day: RibbonDay, scale: Scale, lane: QRectF, place: QPointF) -> int:
    """Return which planned time lies under a point, -1 for none."""
    return next((number for number, box in enumerate(boxes_of(day, scale, lane)) if box.contains(place)), -1)


def paint_planned(painter: QPainter, day: RibbonDay, scale: Scale, palette: Palette, lane: QRectF) -> None:
    """Draw the planned times with their titles, as far as there is room."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(sized(painter.font(), SECONDARY))
    for one, box in zip(day.planned, boxes_of(day, scale, lane), strict=True):
        _paint(painter, one, box, palette)
    painter.restore()


def _paint(painter: QPainter, one: RibbonSegment, box: QRectF, palette: Palette) -> None:
    colour = fitted(one.colour, palette)
    ground = mixed(colour, palette.colour("surface"), _FILL)
    painter.setBrush(ground)
    painter.setPen(QPen(colour, 1.2))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    metrics = painter.fontMetrics()
    room = round(box.width()) - 2 * _PAD
    if box.height() < metrics.height() or room < metrics.averageCharWidth() * 2:
        return
    painter.setPen(legible(palette.colour("text"), ground, palette))
    text = metrics.elidedText(isolated(one.name), Qt.TextElideMode.ElideRight, room)
    painter.drawText(box.adjusted(_PAD, 0, -_PAD, 0), Qt.AlignmentFlag.AlignVCenter, text)
