"""Focus figures as stored: read, and written as text and numbers."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from engine.domain.clock import MS_PER_HOUR
from engine.domain.focus_day import EdgeStretch, FocusDay, FocusSlot
from engine.domain.intervals import Interval
from engine.storage.tables import focus_day, hour_total


def counted_reach(connection: Connection) -> Interval | None:
    """Return the hours between the first and the last that anything is counted in, None where nothing is."""
    first, last = connection.execute(select(func.min(hour_total.c.hour), func.max(hour_total.c.hour))).one()
    return None if first is None else Interval(first * MS_PER_HOUR, (last + 1) * MS_PER_HOUR)


def kept_days(connection: Connection, start_ms: int, end_ms: int) -> set[Interval]:
    """Return the days within [start_ms, end_ms) whose figures are kept."""
    wanted = select(focus_day.c.start_ms, focus_day.c.end_ms).where(focus_day.c.figures.is_not(None))
    within = wanted.where(focus_day.c.start_ms >= start_ms, focus_day.c.start_ms < end_ms)
    return {Interval(row.start_ms, row.end_ms) for row in connection.execute(within)}


def kept_figures(connection: Connection, days: Sequence[Interval]) -> dict[Interval, FocusDay]:
    """Return the figures kept of these days, which ascend."""
    if not days:
        return {}
    wanted = select(focus_day).where(focus_day.c.figures.is_not(None))
    within = wanted.where(focus_day.c.start_ms >= days[0].start_ms, focus_day.c.start_ms < days[-1].end_ms)
    asked = set(days)
    found = ((Interval(row.start_ms, row.end_ms), row) for row in connection.execute(within))
    return {day: _read(row.figures, row.lengths) for day, row in found if day in asked}


def as_columns(day: FocusDay) -> dict[str, Any]:
    """Return what is stored of a day."""
    figures = [day.slots, day.first, day.last, day.broken_before, day.broken_after, day.longest]
    lengths = array("I", day.lengths).tobytes()  # no day is as long as 2**32 ms
    return {"figures": json.dumps(figures, separators=(",", ":")), "lengths": lengths}


def _read(figures: str, lengths: bytes) -> FocusDay:
    slots, first, last, broken_before, broken_after, longest = json.loads(figures)
    numbers = array("I")
    numbers.frombytes(lengths)
    return FocusDay(
        tuple(FocusSlot(number, ms, switches, tuple(map(tuple, active))) for number, ms, switches, active in slots),
        None if first is None else EdgeStretch(*first),
        None if last is None else EdgeStretch(*last),
        broken_before,
        broken_after,
        tuple(numbers),
        tuple((start, end) for start, end in longest),
    )
