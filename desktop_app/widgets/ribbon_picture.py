"""The day ribbon's picture, without the now-line: painted once and kept until something in it changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QPixmap

from desktop_app.theme import Palette
from desktop_app.widgets.format import Wording
from desktop_app.widgets.patterns import brush
from desktop_app.widgets.ribbon_columns import Run, runs
from desktop_app.widgets.ribbon_planned import paint_planned
from desktop_app.widgets.ribbon_scale import Scale
from desktop_app.widgets.ribbon_values import RibbonDay

AXIS_HEIGHT: Final = 24
BAND_TOP: Final = 32
BAND_HEIGHT: Final = 52
BAND_BOTTOM: Final = BAND_TOP + BAND_HEIGHT
HEIGHT: Final = BAND_BOTTOM + 8
MARGIN: Final = 6
PLANNED_HEIGHT: Final = 40
_BETWEEN: Final = 14
_RADIUS: Final = 6
_LABEL_GAP: Final = 18
_PARTED_FROM: Final = 3  # runs at least this many columns wide are set apart by a line


@dataclass(frozen=True, slots=True)
class Look:
    """How to paint: palette, wording of hours, font of the axis, density in device pixels per logical pixel.

    names: of the lanes, planned and actual, where there are two.
    """

    palette: Palette
    wording: Wording
    font: QFont
    density: float
    names: tuple[str, str] = ("", "")


def shift(day: RibbonDay) -> int:
    """Return how much lower the band lies where there is a lane of what was planned above it."""
    return PLANNED_HEIGHT + _BETWEEN if day.planned else 0


def ribbon_picture(day: RibbonDay, scale: Scale, look: Look) -> QPixmap:
    """Return the ribbon as a picture as wide as the scale with its margins; one column per device pixel."""
    width, height = scale.left + scale.width + MARGIN, HEIGHT + shift(day)
    picture = QPixmap(round(width * look.density), round(height * look.density))
    picture.setDevicePixelRatio(look.density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _paint_axis(painter, scale, look, height)
    if day.planned:
        paint_planned(painter, day, scale, look.palette, QRectF(scale.left, BAND_TOP, scale.width, PLANNED_HEIGHT))
        _paint_names(painter, look)
    _paint_band(painter, day, scale, look)
    painter.end()
    return picture


def _paint_axis(painter: QPainter, scale: Scale, look: Look, height: float) -> None:
    painter.setFont(look.font)
    metrics = painter.fontMetrics()
    texts = {hour: look.wording.axis_time(hour) for hour in scale.hours}
    widest = max((metrics.horizontalAdvance(text) for text in texts.values()), default=0) + _LABEL_GAP
    step = _step(scale, widest)
    line, writing = QPen(look.palette.colour("line"), 1), QPen(look.palette.colour("muted"))
    for position, hour in enumerate(scale.hours):
        if position % step:
            continue
        x = round(scale.x(hour)) + 0.5
        painter.setPen(line)
        painter.drawLine(QPointF(x, AXIS_HEIGHT - 2), QPointF(x, height))
        painter.setPen(writing)
        text_width = metrics.horizontalAdvance(texts[hour])
        left = min(max(0.0, x - text_width / 2), scale.left + scale.width + MARGIN - text_width)
        painter.drawText(QPointF(left, metrics.ascent() + 2), texts[hour])


def _step(scale: Scale, widest: int) -> int:
    room = scale.width / max(1, len(scale.hours) - 1)
    return next((step for step in (1, 2, 3, 4, 6, 12) if room * step >= widest), 24)


def _paint_names(painter: QPainter, look: Look) -> None:
    painter.setFont(look.font)
    painter.setPen(QPen(look.palette.colour("muted")))
    metrics = painter.fontMetrics()
    lower = BAND_TOP + PLANNED_HEIGHT + _BETWEEN + BAND_HEIGHT / 2
    for name, middle in zip(look.names, (BAND_TOP + PLANNED_HEIGHT / 2, lower), strict=True):
        painter.drawText(QPointF(0, middle + metrics.ascent() / 2 - 1), name)


def _paint_band(painter: QPainter, day: RibbonDay, scale: Scale, look: Look) -> None:
    top = BAND_TOP + shift(day)
    band = QRectF(scale.left, top, scale.width, BAND_HEIGHT)
    shape = QPainterPath()
    shape.addRoundedRect(band, _RADIUS, _RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(shape, look.palette.colour("bg"))
    painter.setPen(QPen(look.palette.colour("line"), 1))
    painter.drawPath(shape)
    painter.save()
    painter.setClipPath(shape)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    columns = round(scale.width * look.density)
    found = runs(day.segments, scale.start_ms, scale.end_ms, columns)
    _paint_runs(painter, found, QPointF(scale.left, top), look)
    painter.restore()


def _paint_runs(painter: QPainter, found: list[Run], corner: QPointF, look: Look) -> None:
    gap = look.palette.colour("surface")
    kinds = {(run.segment.kind, run.segment.slot) for run in found}
    fills = {key: brush(*key, look.palette, look.density) for key in kinds}
    before: Run | None = None
    for run in found:
        x, width = corner.x() + run.first / look.density, (run.last - run.first) / look.density
        painter.fillRect(QRectF(x, corner.y(), width, BAND_HEIGHT), fills[run.segment.kind, run.segment.slot])
        if before is not None and before.last == run.first and _wide(before) and _wide(run):
            painter.fillRect(QRectF(x, corner.y(), 1, BAND_HEIGHT), gap)
        before = run


def _wide(run: Run) -> bool:
    return run.last - run.first >= _PARTED_FROM
