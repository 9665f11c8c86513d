"""Where the timeline's hours and days lie, and what is written there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPointF
from PySide6.QtGui import QFont, QPainter, QPen

from desktop_app.theme import Palette
from desktop_app.theme.type_scale import AXIS, sized
from desktop_app.widgets.format import Wording
from desktop_app.widgets.timeline_view import MINUTE, View

HEIGHT: Final = 44
_DAYS_ROW: Final = 16
_HOURS_ROW: Final = 36
_HOUR: Final = 60 * MINUTE
_QUARTER: Final = 15 * MINUTE
_STEPS: Final = (1, 5, 10, 15, 30, 60, 120, 180, 360, 720)
_GAP: Final = 16
_ELEVEN_AND_A_HALF: Final = 11 * _HOUR + 30 * MINUTE  # as wide as a time of day is written
_FEW_DAYS: Final = 3  # more are written alike, in the short way

Local = Callable[[int], datetime]


@dataclass(frozen=True, slots=True)
class Ticks:
    """Moments to mark: local midnights, and times of day between them."""

    midnights: tuple[int, ...]
    times: tuple[int, ...]


def ticks(view: View, local: Local, narrowest: float) -> Ticks:
    """Return what to mark so that times stand at least narrowest pixels apart; none where days are too narrow."""
    midnights = _midnights(view.start_ms, view.end_ms, local)
    step = next((step for step in _STEPS if step * MINUTE / view.ms_per_px >= narrowest), None)
    return Ticks(midnights, () if step is None else _times(view.start_ms, view.end_ms, step, local))


def _midnights(start_ms: int, end_ms: int, local: Local) -> tuple[int, ...]:
    day = local(start_ms).replace(hour=0, minute=0, second=0, microsecond=0)
    found = []
    while (moment := round(day.timestamp() * 1_000)) <= end_ms:
        if moment >= start_ms:
            found.append(moment)
        day += timedelta(days=1)
    return tuple(found)


def _times(start_ms: int, end_ms: int, minutes: int, local: Local) -> tuple[int, ...]:
    """Return the moments at which local clocks show a multiple of so many minutes, midnight left out."""
    stride = min(minutes * MINUTE, _QUARTER)  # zones lie a multiple of a quarter of an hour apart
    first = -(-start_ms // stride) * stride
    found = []
    for moment in range(first, end_ms + 1, stride):
        clock = local(moment)
        past = clock.hour * 60 + clock.minute
        if past and past % minutes == 0:
            found.append(moment)
    return tuple(found)


class AxisPainter:
    """Draws the axis of a view, and the lines that go down from it."""

    def __init__(self, wording: Wording, palette: Palette, font: QFont) -> None:
        self._wording = wording
        self._palette = palette
        self._font = sized(font, AXIS)
        self._strong = sized(font, AXIS, strong=True)

    def paint(self, painter: QPainter, view: View, bottom: float) -> None:
        """Draw in the painter's own coordinates, where x 0 is the view's left edge."""
        painter.setFont(self._font)
        metrics = painter.fontMetrics()
        widest = (
            max(metrics.horizontalAdvance(self._wording.axis_time(moment)) for moment in (0, _ELEVEN_AND_A_HALF)) + _GAP
        )
        marks = ticks(view, self._wording.local, widest)
        line = QPen(self._palette.colour("line"), 1)
        painter.setPen(line)
        for moment in marks.times:
            painter.drawLine(QPointF(_sharp(view.x(moment)), _HOURS_ROW + 4), QPointF(_sharp(view.x(moment)), bottom))
        painter.setPen(QPen(self._palette.colour("muted")))
        for moment in marks.times:
            text = self._wording.axis_time(moment)
            width = metrics.horizontalAdvance(text)
            left = min(max(0.0, view.x(moment) - width / 2), view.width - width)
            painter.drawText(QPointF(left, _HOURS_ROW), text)
        self._paint_days(painter, view, marks, bottom)

    def _paint_days(self, painter: QPainter, view: View, marks: Ticks, bottom: float) -> None:
        painter.setFont(self._strong)
        metrics = painter.fontMetrics()
        row = _DAYS_ROW if marks.times else _DAYS_ROW + 12
        starts = [view.start_ms, *(moment for moment in marks.midnights if moment > view.start_ms)]
        rooms = zip(starts, [*starts[1:], view.end_ms], strict=True)
        strong, faint = QPen(self._palette.colour("muted"), 1), QPen(self._palette.colour("line"), 1)
        for place, (start, end) in enumerate(rooms):
            left, right = view.x(start), view.x(end)
            if start in marks.midnights:
                for pen, top, foot in ((strong, 4, HEIGHT - 4), (faint, HEIGHT - 4, bottom)):
                    painter.setPen(pen)
                    painter.drawLine(QPointF(_sharp(left), top), QPointF(_sharp(left), foot))
            text = self._day(start, right - left - 10, long=len(starts) <= _FEW_DAYS, width=metrics.horizontalAdvance)
            painter.setPen(QPen(self._palette.colour("text")))
            painter.drawText(QPointF(left + (6 if place or start in marks.midnights else 0), row), text)

    def _day(self, moment_ms: int, room: float, *, long: bool, width: Callable[[str], int]) -> str:
        """Return the day in as many words as there is room for; long: days may be written out."""
        local = self._wording.local(moment_ms)
        date, translate = QDate(local.year, local.month, local.day), QCoreApplication.translate
        patterns = (translate("TimelineAxis", "dddd, d MMMM"), translate("TimelineAxis", "ddd d MMM"), "d")
        texts = (QLocale().toString(date, pattern) for pattern in patterns[0 if long else 1 :])
        return next((text for text in texts if width(text) <= room), "")


def _sharp(x: float) -> float:
    return round(x) + 0.5
