"""In which hours of the local day deep time lay, and how long the person sat without a break."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta

from engine.domain.clock import MS_PER_MINUTE, utc, wall_ms
from engine.domain.days import DayRule
from engine.domain.intervals import Interval
from engine.domain.report import LabelledActivity

WINDOW_HOURS = 3
"""So many hours together are looked for."""

LONG_SITTING_MS = 120 * MS_PER_MINUTE
_PAUSE_MS = 5 * MS_PER_MINUTE

Hours = tuple[int, ...]


def deep_by_hour(found: Iterable[LabelledActivity], weight: Callable[[int], int], rule: DayRule) -> Hours:
    """Return 24 numbers: milliseconds of deep time by local hour, weighed as reports weigh it."""
    doubled = [0] * 24
    for one in found:
        counts = max(0, weight(one.labels.category_id or 0))
        if counts:
            for hour, ms in _by_hour(one.interval, rule):
                doubled[hour] += counts * ms
    return tuple(one // 2 for one in doubled)


def _by_hour(interval: Interval, rule: DayRule) -> Iterable[tuple[int, int]]:
    zone, at = rule.tzinfo(), interval.start_ms
    while at < interval.end_ms:
        local = utc(at).astimezone(zone)
        left = timedelta(hours=1) - timedelta(
            minutes=local.minute, seconds=local.second, microseconds=local.microsecond
        )
        end = min(interval.end_ms, wall_ms(utc(at) + left))
        yield local.hour, end - at
        at = end


def best_window(hours: Hours) -> int | None:
    """Return the first of the three hours together that hold the most deep time; None where there is none."""
    if not any(hours):
        return None
    return max(range(24 - WINDOW_HOURS + 1), key=lambda first: (in_window(hours, first), -first))


def in_window(hours: Hours, first: int) -> int:
    """Return the deep milliseconds of three hours together."""
    return sum(hours[first : first + WINDOW_HOURS])


def long_sittings(active: Iterable[Interval]) -> list[Interval]:
    """Return when the person was active for two hours and more with no break of five minutes."""
    found: list[Interval] = []
    for one in active:
        if found and one.start_ms - found[-1].end_ms < _PAUSE_MS:
            found[-1] = Interval(found[-1].start_ms, one.end_ms)
        else:
            found.append(one)
    return [one for one in found if one.end_ms - one.start_ms >= LONG_SITTING_MS]
