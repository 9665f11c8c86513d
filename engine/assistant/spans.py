"""The moments a query counts: its days cut by weekday and clock, each with the row it belongs to. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from engine.domain.days import DayRule, day_bounds, day_start_ms
from engine.domain.intervals import Interval
from engine.domain.questions import Days, Group, Query, Unit, days_around

_DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Piece:
    """Time that counts for one row."""

    key: str
    interval: Interval


def pieces(query: Query, days: Days, rule: DayRule, week_start: int = 0) -> list[Piece]:
    """Return what counts, in order and without overlaps; neighbours of one row are one piece.

    by HOUR: one piece for each hour on the clock of each day.
    """
    found: list[Piece] = []
    for piece in _each(query, days, rule, week_start):
        last = found[-1] if found else None
        if last is not None and last.key == piece.key and last.interval.end_ms == piece.interval.start_ms:
            found[-1] = Piece(last.key, Interval(last.interval.start_ms, piece.interval.end_ms))
        else:
            found.append(piece)
    return found


def _each(query: Query, days: Days, rule: DayRule, week_start: int) -> Iterator[Piece]:
    for number in range(days.count):
        day = days.start + timedelta(days=number)
        if query.weekdays and day.weekday() not in query.weekdays:
            continue
        for part in _on_clock(day, query.clock, rule):
            if query.by is Group.HOUR:
                yield from _hours(day, part, rule)
            else:
                yield Piece(row_key(query.by, day, week_start), part)


def row_key(by: Group | None, day: date, week_start: int) -> str:
    """Return which row a day belongs to: its date, its week's first day, its month, its weekday; "" for none."""
    if by is Group.DAY:
        return day.isoformat()
    if by is Group.WEEK:
        return days_around(Unit.WEEK, day, week_start).start.isoformat()
    if by is Group.MONTH:
        return f"{day:%Y-%m}"
    return str(day.weekday()) if by is Group.WEEKDAY else ""


def _on_clock(day: date, clock: tuple[int, int] | None, rule: DayRule) -> Iterator[Interval]:
    """Yield the parts of a day between two times on the clock; a day that starts at four ends at four."""
    bounds = day_bounds(day, rule)
    if clock is None:
        if bounds.length_ms:
            yield bounds
        return
    dates = (day, day + timedelta(days=1)) if rule.start_minute else (day,)
    for one in dates:
        start, end = _moment(one, clock[0], rule), _moment(one, clock[1], rule)
        part = Interval(start, max(start, end)).clip(bounds)
        if part is not None:
            yield part


def _moment(day: date, minute: int, rule: DayRule) -> int:
    whole, rest = divmod(minute, _DAY_MINUTES)
    return day_start_ms(day + timedelta(days=whole), DayRule(rule.zone, rest))


def _hours(day: date, part: Interval, rule: DayRule) -> Iterator[Piece]:
    dates = (day, day + timedelta(days=1)) if rule.start_minute else (day,)
    for one in dates:
        for hour in range(24):
            span = Interval(_moment(one, hour * 60, rule), _moment(one, hour * 60 + 60, rule))
            inside = span.clip(part)
            if inside is not None:
                yield Piece(f"{hour:02}", inside)


def edges_of(found: Iterable[Piece]) -> list[int]:
    """Return every moment at which a piece begins or ends, in order."""
    return sorted({edge for piece in found for edge in (piece.interval.start_ms, piece.interval.end_ms)})
