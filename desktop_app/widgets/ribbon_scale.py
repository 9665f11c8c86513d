"""Which hours of a day are drawn, and where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop_app.widgets.ribbon_values import Kind, RibbonDay

_HOUR: Final = 3_600_000
_QUARTER: Final = 900_000
SHORTEST_MS: Final = 8 * _HOUR


@dataclass(frozen=True, slots=True)
class Scale:
    """The drawn stretch [start_ms, end_ms) laid over left .. left + width pixels; hours are its whole local hours."""

    start_ms: int
    end_ms: int
    left: float
    width: float
    hours: tuple[int, ...]

    def x(self, moment_ms: int) -> float:
        """Return the pixel at which the moment lies, which may be outside."""
        return self.left + (moment_ms - self.start_ms) * self.width / max(1, self.end_ms - self.start_ms)

    def moment(self, x: float) -> int:
        """Return the moment at a pixel."""
        return self.start_ms + round((x - self.left) * (self.end_ms - self.start_ms) / max(1.0, self.width))


def scale_for(day: RibbonDay, local: Callable[[int], datetime], left: float, width: float) -> Scale:
    """Return the scale that shows the used hours of the day, at least eight of them, in whole hours.

    local gives a moment's local time, so that days of 23 and 25 hours get the hours they have.
    """
    hours = whole_hours(day.start_ms, day.end_ms, local)
    start, end = _used(day)
    edges = sorted({day.start_ms, *hours, day.end_ms})
    start = max((edge for edge in edges if edge <= start), default=day.start_ms)
    end = min((edge for edge in edges if edge >= end), default=day.end_ms)
    end = min(day.end_ms, max(end, start + SHORTEST_MS))
    start = max(day.start_ms, min(start, end - SHORTEST_MS))
    return Scale(start, end, left, width, tuple(hour for hour in hours if start <= hour <= end))


def whole_hours(start_ms: int, end_ms: int, local: Callable[[int], datetime]) -> list[int]:
    """Return every moment of the stretch, its end included, at which local clocks show a full hour."""
    first = -(-start_ms // _QUARTER) * _QUARTER
    return [moment for moment in range(first, end_ms + 1, _QUARTER) if local(moment).minute == 0]


def _used(day: RibbonDay) -> tuple[int, int]:
    moments = [day.now_ms] if day.now_ms is not None and day.start_ms <= day.now_ms <= day.end_ms else []
    # The night's sleep before and after is no use of the day: it would squeeze what was.
    for planned in day.planned:
        moments += [max(day.start_ms, planned.start_ms), min(day.end_ms, planned.end_ms)]
    used = [segment for segment in day.segments if segment.kind is not Kind.SUSPENDED] or list(day.segments)
    if used:
        moments += [used[0].start_ms, used[-1].end_ms]
    if not moments:
        return day.start_ms + 9 * _HOUR, day.start_ms + 17 * _HOUR
    return max(day.start_ms, min(moments)), min(day.end_ms, max(moments))
