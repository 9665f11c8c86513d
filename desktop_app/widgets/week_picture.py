"""The week grid's pictures: all that stands still, painted once and kept until something in it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPixmap

from desktop_app.widgets.patterns import brush, mixed
from desktop_app.widgets.ribbon_columns import runs
from desktop_app.widgets.ribbon_values import Kind, RibbonSegment
from desktop_app.widgets.week_axis import HOUR
from desktop_app.widgets.week_block_paint import Style, paint_block
from desktop_app.widgets.week_boxes import Box, Frame
from desktop_app.widgets.week_values import WeekBlock, WeekScene

HEAD: Final = 40.0
_HALVES_FROM: Final = 36.0
_SHADOW_INK: Final = 0.75


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn and how: the scene with its blocks by key, the measures, the style, pixels per logical pixel."""

    scene: WeekScene
    blocks: Mapping[str, WeekBlock]
    frame: Frame
    style: Style
    density: float


def grid_picture(drawing: Drawing, boxes: Sequence[Box]) -> QPixmap:
    """Return all hours with what was recorded and the blocks whose boxes are given."""
    frame, density = drawing.frame, drawing.density
    picture = QPixmap(max(1, round(frame.width * density)), max(1, round(frame.height * density)))
    picture.setDevicePixelRatio(density)
    painter = QPainter(picture)
    _paint_grid(painter, drawing, boxes, QRectF(0, 0, frame.width, frame.height))
    painter.end()
    return picture


def mend_picture(picture: QPixmap, drawing: Drawing, boxes: Sequence[Box], places: Sequence[QRectF]) -> None:
    """Paint some places of a picture anew, with the blocks whose boxes are given."""
    painter = QPainter(picture)
    for place in places:
        painter.save()
        painter.setClipRect(place)
        _paint_grid(painter, drawing, boxes, place)
        painter.restore()
    painter.end()


def _paint_grid(painter: QPainter, drawing: Drawing, boxes: Sequence[Box], place: QRectF) -> None:
    frame, style = drawing.frame, drawing.style
    painter.fillRect(place, style.palette.colour("surface"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    _paint_hours(painter, drawing.scene, frame, style)
    for number in range(len(frame.axis.columns)):
        column = QRectF(frame.x(number), place.top(), frame.column_width, place.height())
        if column.intersects(place):
            _paint_actual(painter, drawing.scene.actual, number, frame, style, drawing.density)
    _paint_gaps(painter, frame, style, drawing.density)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for box in boxes:
        if box.rect.intersects(place):
            paint_block(painter, drawing.blocks[box.key], box.rect, style)


def _paint_hours(painter: QPainter, scene: WeekScene, frame: Frame, style: Style) -> None:
    palette = style.palette
    _paint_rest(painter, scene, frame, style)
    line, half = QPen(palette.colour("line"), 1), QPen(mixed(palette.colour("line"), palette.colour("surface"), 0.5), 1)
    painter.setFont(style.fonts.axis)
    metrics = painter.fontMetrics()
    for place, hour in frame.axis.hours():
        y = round(frame.y(place)) + 0.5
        painter.setPen(line)
        painter.drawLine(QPointF(frame.gutter - 4, y), QPointF(frame.width, y))
        if frame.hour >= _HALVES_FROM and place + HOUR <= frame.axis.height:
            painter.setPen(half)
            middle = round(frame.y(place + HOUR // 2)) + 0.5
            painter.drawLine(QPointF(frame.gutter, middle), QPointF(frame.width, middle))
        text = style.wording.axis_hour_of(hour)
        painter.setPen(palette.colour("muted"))
        top = y + metrics.ascent() / 2 - 1 if place else y + metrics.ascent()
        if place < frame.axis.height:
            painter.drawText(QPointF(frame.gutter - 8 - metrics.horizontalAdvance(text), top), text)
    painter.setPen(line)
    for number in range(len(frame.axis.columns)):
        x = round(frame.x(number)) + 0.5
        painter.drawLine(QPointF(x, 0), QPointF(x, frame.height))


def _paint_rest(painter: QPainter, scene: WeekScene, frame: Frame, style: Style) -> None:
    """Shade what lies outside the working hours."""
    ground = style.palette.colour("bg")
    first = frame.axis.first
    start, end = max(first, scene.work[0] * 60_000), scene.work[1] * 60_000
    for number, column in enumerate(frame.axis.columns):
        x, width = frame.x(number), frame.column_width
        if column.day.day.weekday() not in scene.workdays or start >= end:
            painter.fillRect(QRectF(x, 0, width, frame.height), ground)
            continue
        shift = {at: sum(one.length for one in frame.axis.repeats if one.at <= at - first) for at in (start, end)}
        upper, lower = frame.y(start - first + shift[start]), frame.y(end - first + shift[end])
        painter.fillRect(QRectF(x, 0, width, upper), ground)
        painter.fillRect(QRectF(x, lower, width, max(0.0, frame.height - lower)), ground)


def _paint_gaps(painter: QPainter, frame: Frame, style: Style, density: float) -> None:
    """Hatch what the clocks leave out of a day."""
    hatch = brush(Kind.SUSPENDED, 0, style.palette, density)
    for number, column in enumerate(frame.axis.columns):
        for top, bottom in column.gaps(frame.axis.height):
            rect = QRectF(frame.x(number) + 1, frame.y(top), frame.column_width - 1, frame.y(bottom) - frame.y(top))
            painter.fillRect(rect, hatch)


def _paint_actual(
    painter: QPainter, actual: Sequence[RibbonSegment], number: int, frame: Frame, style: Style, density: float
) -> None:
    """Draw what was recorded in a day at its far edge, the longest of each pixel's."""
    column, width = frame.axis.columns[number], frame.shadow_width
    x = frame.x(number) + frame.column_width - width
    fills: dict[tuple[Kind, int, str], QBrush] = {}
    painter.setOpacity(_SHADOW_INK)
    for piece in column.pieces:
        top, bottom = frame.y(piece.top), frame.y(piece.bottom)
        for run in runs(actual, piece.start_ms, piece.end_ms, round((bottom - top) * density)):
            one = run.segment
            key = one.kind, one.slot, one.colour
            if key not in fills:
                fills[key] = brush(one.kind, one.slot, style.palette, density, one.colour)
            rect = QRectF(x, top + run.first / density, width, (run.last - run.first) / density)
            painter.fillRect(rect, fills[key])
    painter.setOpacity(1.0)


def head_picture(  # noqa: PLR0913, PLR0917  (what, where and how)
    blocks: Mapping[str, WeekBlock],
    boxes: Sequence[Box],
    frame: Frame,
    style: Style,
    height: float,
    today: int,
    density: float,
) -> QPixmap:
    """Return the names of the days and the blocks of whole days below them; today: the place of that day, or -1."""
    picture = QPixmap(max(1, round(frame.width * density)), max(1, round(height * density)))
    picture.setDevicePixelRatio(density)
    picture.fill(style.palette.colour("surface"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, column in enumerate(frame.axis.columns):
        day = QDate(column.day.day.year, column.day.day.month, column.day.day.day)
        _paint_day_name(painter, day, QRectF(frame.x(number), 0, frame.column_width, HEAD), style, number == today)
    painter.setPen(QPen(style.palette.colour("line"), 1))
    painter.drawLine(QPointF(0, height - 0.5), QPointF(frame.width, height - 0.5))
    for number in range(len(frame.axis.columns)):
        x = round(frame.x(number)) + 0.5
        painter.drawLine(QPointF(x, HEAD - 6), QPointF(x, height))
    for box in boxes:
        paint_block(painter, blocks[box.key], box.rect, style)
    painter.end()
    return picture


def _paint_day_name(painter: QPainter, day: QDate, rect: QRectF, style: Style, today: bool) -> None:
    name = QLocale().standaloneDayName(day.dayOfWeek(), QLocale.FormatType.ShortFormat)
    painter.setFont(style.fonts.strong)
    metrics = painter.fontMetrics()
    number, gap = str(day.day()), 12 if today else 6
    width = metrics.horizontalAdvance(name) + gap + metrics.horizontalAdvance(number)
    if width + gap > rect.width():
        name, gap, width = "", 0, metrics.horizontalAdvance(number)
    x, y = rect.center().x() - width / 2, rect.center().y() + metrics.ascent() / 2 - 2
    painter.setPen(style.palette.colour("accent" if today else "muted"))
    painter.drawText(QPointF(x, y), name)
    x += metrics.horizontalAdvance(name) + gap
    painter.setFont(style.fonts.title)
    if today:
        broad = metrics.horizontalAdvance(number) + 12
        pill = QRectF(x - 6, y - metrics.ascent() - 2, broad, metrics.height() + 4)
        painter.setBrush(style.palette.colour("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setPen(style.palette.colour("on_accent" if today else "text"))
    painter.drawText(QPointF(x, y), number)
