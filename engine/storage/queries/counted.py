"""The stored totals of some times, and sums over parts of hours."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TypeAlias

from sqlalchemy import Connection, TextClause, text

from engine.domain.clock import MS_PER_HOUR
from engine.domain.intervals import Interval
from engine.storage.queries.cover import Cover
from engine.storage.tables.totals import KEYS

Numbers: TypeAlias = tuple[int, ...]
"""Which span it is of, the columns asked for, milliseconds."""

_LEVELS = (("months", "month_total", "month"), ("days", "day_total", "day"), ("hours", "hour_total", "hour"))

_EDGES = """SELECT span.value ->> 0 AS n, span.value ->> 1 AS hour, coalesce(look.app_id, 0) AS app_id,
    coalesce(look.category_id, 0) AS category_id, coalesce(look.project_id, 0) AS project_id,
    coalesce(look.tag_id, 0) AS tag_id, presence, withheld,
    min(activity.end_ms, span.value ->> 3) - max(activity.start_ms, span.value ->> 2) AS ms
FROM json_each(:edges) AS span CROSS JOIN source CROSS JOIN activity LEFT JOIN look ON look.id = activity.look_id
WHERE activity.source_id = source.id
    AND activity.start_ms >= coalesce((SELECT max(before.start_ms) FROM activity AS before
        WHERE before.source_id = source.id AND before.start_ms <= span.value ->> 2), 0)
    AND activity.start_ms < span.value ->> 3 AND activity.end_ms > span.value ->> 2
    AND activity.end_ms > activity.start_ms"""

_MIXED = text("SELECT hour FROM mixed_hour WHERE hour IN (SELECT value FROM json_each(:hours))")


def whole_hours(connection: Connection, covers: Sequence[Cover], columns: tuple[str, ...]) -> Iterator[Numbers]:
    """Yield the stored totals of each cover, by the columns, from whichever tables are shortest."""
    given = {
        level: [[n, part.start, part.stop] for n, one in enumerate(covers) for part in getattr(one, level)]
        for level, _, _ in _LEVELS
    }
    used = tuple(level for level, ranges in given.items() if ranges)
    if used:
        values = {level: json.dumps(given[level]) for level in used}
        yield from connection.execute(_whole(used, columns), values)


def parts_of_hours(
    connection: Connection, edges: Iterable[tuple[int, Interval]], columns: tuple[str, ...]
) -> Iterator[Numbers]:
    """Yield sums over times that each lie within one hour which is no mixed one."""
    given = [[n, span.start_ms // MS_PER_HOUR, span.start_ms, span.end_ms] for n, span in edges]
    if given:
        yield from connection.execute(_parts(columns), {"edges": json.dumps(given)})


def mixed_among(connection: Connection, hours: Iterable[int]) -> frozenset[int]:
    """Return those of the hours whose totals are no plain sums."""
    wanted = sorted(set(hours))
    if not wanted:
        return frozenset()
    return frozenset(connection.execute(_MIXED, {"hours": json.dumps(wanted)}).scalars())


@cache
def _whole(levels: tuple[str, ...], columns: tuple[str, ...]) -> TextClause:
    taken = ", ".join(("hour", *KEYS) if "hour" in columns else KEYS)
    parts = [
        f"SELECT one.value ->> 0 AS n, {taken}, ms FROM json_each(:{level}) AS one CROSS JOIN {table} "  # noqa: S608
        f"ON {number} >= one.value ->> 1 AND {number} < one.value ->> 2"
        for level, table, number in _LEVELS
        if level in levels
    ]
    return _summed(" UNION ALL ".join(parts), columns)


@cache
def _parts(columns: tuple[str, ...]) -> TextClause:
    return _summed(_EDGES, columns)


def _summed(rows: str, columns: tuple[str, ...]) -> TextClause:
    wanted = ", ".join(("n", *columns))
    return text(f"SELECT {wanted}, sum(ms) FROM ({rows}) GROUP BY {wanted} HAVING sum(ms) > 0")  # noqa: S608
