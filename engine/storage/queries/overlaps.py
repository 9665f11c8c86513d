"""Where a source's time is already taken."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BindParameter, Connection, ScalarSelect, bindparam, func, select

from engine.domain.intervals import Interval
from engine.storage.tables import activity

_SOURCE: BindParameter[int] = bindparam("source")
_FROM: BindParameter[int] = bindparam("from_ms")
_UNTIL: BindParameter[int] = bindparam("until_ms")


def last_start(source_id: Any, at_ms: Any) -> ScalarSelect[int]:
    """Return the question for the start of a source's last row that starts at or before at_ms.

    Rows of a source never overlap, so it alone of all those before can reach past at_ms.
    """
    before = activity.alias("before")
    return (
        select(func.max(before.c.start_ms))
        .where(before.c.source_id == source_id, before.c.start_ms <= at_ms)
        .scalar_subquery()
    )


# Statements are made once: making one costs several times what running it does.
_ONWARDS = (
    select(activity.c.start_ms, activity.c.end_ms)
    .where(
        activity.c.source_id == _SOURCE,
        activity.c.start_ms >= func.coalesce(last_start(_SOURCE, _FROM), _FROM),
        activity.c.end_ms > _FROM,
    )
    .order_by(activity.c.start_ms)
)
_WITHIN = _ONWARDS.where(activity.c.start_ms < _UNTIL)


def taken(connection: Connection, source_id: int, span: Interval) -> list[Interval]:
    """Return the source's rows that share time with the span, in order."""
    values = {"source": source_id, "from_ms": span.start_ms, "until_ms": span.end_ms}
    return [Interval(row.start_ms, row.end_ms) for row in connection.execute(_WITHIN, values)]


def first_free(connection: Connection, source_id: int, from_ms: int) -> int:
    """Return the first millisecond at or after from_ms that no row of the source covers."""
    free = from_ms
    with connection.execute(_ONWARDS, {"source": source_id, "from_ms": from_ms}) as rows:
        for row in rows:
            if row.start_ms > free:
                break
            free = max(free, row.end_ms)
    return free
