"""Where a source's time is already taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, ScalarSelect, Select, func, select

from engine.domain.intervals import Interval
from engine.storage.tables import activity


def rows_within(source_id: int, start_ms: int, end_ms: int) -> Select[Any]:
    """Return the question for start and end of a source's rows that share time with [start_ms, end_ms), in order."""
    return (
        select(activity.c.start_ms, activity.c.end_ms)
        .where(
            activity.c.source_id == source_id,
            activity.c.start_ms >= func.coalesce(last_start(source_id, start_ms), start_ms),
            activity.c.start_ms < end_ms,
            activity.c.end_ms > start_ms,
        )
        .order_by(activity.c.start_ms)
    )


def last_start(source_id: int, at_ms: int) -> ScalarSelect[int]:
    """Return the question for the start of a source's last row that starts at or before at_ms.

    Rows of a source never overlap, so it alone of all those before can reach past at_ms.
    """
    before = activity.alias("before")
    return (
        select(func.max(before.c.start_ms))
        .where(before.c.source_id == source_id, before.c.start_ms <= at_ms)
        .scalar_subquery()
    )


def taken(connection: Connection, source_id: int, span: Interval) -> list[Interval]:
    """Return the source's rows that share time with the span, in order."""
    found = connection.execute(rows_within(source_id, span.start_ms, span.end_ms))
    return [Interval(row.start_ms, row.end_ms) for row in found]


def first_free(connection: Connection, source_id: int, from_ms: int) -> int:
    """Return the first millisecond at or after from_ms that no row of the source covers."""
    free = from_ms
    for start, end in _onwards(connection, source_id, from_ms):
        if start > free:
            break
        free = max(free, end)
    return free


def _onwards(connection: Connection, source_id: int, from_ms: int) -> Iterator[tuple[int, int]]:
    wanted = (
        select(activity.c.start_ms, activity.c.end_ms)
        .where(
            activity.c.source_id == source_id,
            activity.c.start_ms >= func.coalesce(last_start(source_id, from_ms), from_ms),
            activity.c.end_ms > from_ms,
        )
        .order_by(activity.c.start_ms)
    )
    with connection.execute(wanted) as rows:
        for row in rows:
            yield row.start_ms, row.end_ms
