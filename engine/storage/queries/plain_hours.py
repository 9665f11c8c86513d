"""Totals of hours that one source recorded and no correction touches: plain sums, made by SQLite itself."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlalchemy import Connection, text

from engine.domain.clock import MS_PER_HOUR
from engine.storage.tables.totals import KEYS

# Rows of a source never overlap, so of those that start before an hour the last alone can reach into it.
_WITHIN = """activity.source_id = source.id
    AND activity.start_ms >= coalesce((SELECT max(before.start_ms) FROM activity AS before
        WHERE before.source_id = source.id AND before.start_ms <= span.value * :hour_ms), 0)
    AND activity.start_ms < (span.value + 1) * :hour_ms
    AND activity.end_ms > span.value * :hour_ms
    AND activity.end_ms > activity.start_ms"""

_SHARED = text(
    f"""SELECT span.value FROM json_each(:hours) AS span
WHERE (SELECT count(*) FROM source WHERE EXISTS (SELECT 1 FROM activity WHERE {_WITHIN})) > 1"""  # noqa: S608
)

_ADD = text(
    f"""INSERT INTO hour_total (hour, {", ".join(KEYS)}, ms)
SELECT span.value, coalesce(look.app_id, 0), coalesce(look.category_id, 0), coalesce(look.project_id, 0),
       coalesce(look.tag_id, 0), activity.presence, activity.withheld,
       sum(min(activity.end_ms, (span.value + 1) * :hour_ms) - max(activity.start_ms, span.value * :hour_ms))
FROM json_each(:hours) AS span CROSS JOIN source CROSS JOIN activity LEFT JOIN look ON look.id = activity.look_id
WHERE {_WITHIN}
GROUP BY 1, 2, 3, 4, 5, 6, 7"""  # noqa: S608  (names of our own)
)


def shared_hours(connection: Connection, hours: Collection[int]) -> set[int]:
    """Return those of the hours that more than one source has recorded in."""
    return set(connection.execute(_SHARED, _values(hours)).scalars())


def add_plain_hours(connection: Connection, hours: Collection[int]) -> None:
    """Add the totals of the hours, of which there must be none yet."""
    if hours:
        connection.execute(_ADD, _values(hours))


def _values(hours: Collection[int]) -> dict[str, object]:
    return {"hours": json.dumps(list(hours)), "hour_ms": MS_PER_HOUR}
