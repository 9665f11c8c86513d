"""Which whole months, days and hours a time consists of, and what is left over at its edges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.domain.clock import MS_PER_HOUR
from engine.domain.intervals import Interval

_HOURS = 24
_MONTHS = 12
_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Cover:
    """Ranges of numbers as the totals' tables have them; edges: the parts of hours, each within one hour."""

    months: tuple[range, ...]
    days: tuple[range, ...]
    hours: tuple[range, ...]
    edges: tuple[Interval, ...]


def cover(span: Interval, *, hourly: bool = False) -> Cover:
    """Return what the span consists of, in the fewest pieces; hourly: in whole hours only."""
    first, last = -(-span.start_ms // MS_PER_HOUR), span.end_ms // MS_PER_HOUR
    if first >= last:
        return Cover((), (), (), tuple(_edges(span, first)))
    before, after = Interval(span.start_ms, first * MS_PER_HOUR), Interval(last * MS_PER_HOUR, span.end_ms)
    whole = tuple(side for side in (before, after) if side.length_ms)
    if hourly:
        return Cover((), (), (range(first, last),), whole)
    days = range(-(-first // _HOURS), last // _HOURS)
    hours = _around(range(first, last), range(days.start * _HOURS, days.stop * _HOURS))
    months = range(_month_up(days.start), _month_down(days.stop))
    return Cover(
        (months,) if months else (),
        _around(days, range(_first_day(months.start), _first_day(months.stop)) if months else range(0)),
        hours,
        whole,
    )


def _edges(span: Interval, hour: int) -> Iterator[Interval]:
    """Yield the span, cut where the hour starts; nothing where it is empty."""
    at = hour * MS_PER_HOUR
    for start, end in ((span.start_ms, min(at, span.end_ms)), (max(at, span.start_ms), span.end_ms)):
        if start < end:
            yield Interval(start, end)


def _around(outer: range, inner: range) -> tuple[range, ...]:
    """Return what of the outer range lies before and after the inner one."""
    if not inner:
        return (outer,) if outer else ()
    return tuple(part for part in (range(outer.start, inner.start), range(inner.stop, outer.stop)) if part)


def _month_down(day: int) -> int:
    """Return the month the day lies in."""
    on = date.fromordinal(_EPOCH + day)
    return on.year * _MONTHS + on.month - 1


def _month_up(day: int) -> int:
    """Return the first month that starts on the day or later."""
    return _month_down(day - 1) + 1


def _first_day(month: int) -> int:
    return date(month // _MONTHS, month % _MONTHS + 1, 1).toordinal() - _EPOCH
