"""Gives looks other labels and moves just their time in the totals."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Connection, text

from engine.domain.clock import MS_PER_HOUR
from engine.storage.queries.hours import hours_of
from engine.storage.queries.paints import named_spans
from engine.storage.tables.totals import KEYS

Labelled = tuple[int, int | None, int | None, int | None]
"""A look's number, and those of its category, project and tag."""

_CHANGED = text(
    """SELECT look.id FROM json_each(:labels) AS one CROSS JOIN look ON look.id = one.value ->> 0
WHERE look.category_id IS NOT one.value ->> 1 OR look.project_id IS NOT one.value ->> 2
   OR look.tag_id IS NOT one.value ->> 3"""
)
_TEMPORARY = text(
    """CREATE TEMPORARY TABLE IF NOT EXISTS moving (hour INTEGER, look_id INTEGER, presence INTEGER, withheld INTEGER,
ms INTEGER)"""
)
_EMPTY = text("DELETE FROM moving")
# An activity that crosses full hours is cut there; one that does not, which is nearly all, is one piece.
_COLLECT = text(
    f"""INSERT INTO moving
WITH RECURSIVE piece (hour, from_ms, until_ms, end_ms, look_id, presence, withheld) AS (
    SELECT start_ms / {MS_PER_HOUR}, start_ms, min(end_ms, (start_ms / {MS_PER_HOUR} + 1) * {MS_PER_HOUR}), end_ms,
           look_id, presence, withheld
    FROM activity WHERE look_id IN (SELECT value FROM json_each(:looks)) AND end_ms > start_ms
    UNION ALL
    SELECT hour + 1, until_ms, min(end_ms, (hour + 2) * {MS_PER_HOUR}), end_ms, look_id, presence, withheld
    FROM piece WHERE until_ms < end_ms)
SELECT hour, look_id, presence, withheld, until_ms - from_ms FROM piece"""  # noqa: S608  (a number of our own)
)
_MIXED = text("SELECT DISTINCT hour FROM moving WHERE hour IN (SELECT hour FROM mixed_hour)")
_MOVE = text(
    f"""INSERT INTO hour_total (hour, {", ".join(KEYS)}, ms)
SELECT hour, coalesce(app_id, 0), coalesce(category_id, 0), coalesce(project_id, 0), coalesce(tag_id, 0),
       presence, withheld, :sign * sum(ms)
FROM moving JOIN look ON look.id = look_id WHERE hour NOT IN (SELECT hour FROM mixed_hour)
GROUP BY 1, 2, 3, 4, 5, 6, 7
ON CONFLICT DO UPDATE SET ms = ms + excluded.ms"""  # noqa: S608  (names of our own)
)
_LABEL = text(
    """UPDATE look SET category_id = one.value ->> 1, project_id = one.value ->> 2, tag_id = one.value ->> 3,
labelled_by = :revision FROM json_each(:labels) AS one WHERE look.id = one.value ->> 0"""
)
_NAMES = text(
    """SELECT coalesce(app.name, '') AS app, coalesce(title.text, '') AS title FROM look
LEFT JOIN app ON app.id = app_id LEFT JOIN title ON title.id = title_id
WHERE look.id IN (SELECT value FROM json_each(:looks))"""
)


def relabel(connection: Connection, labels: Sequence[Labelled], revision: int) -> tuple[int, set[int]]:
    """Label these looks, inside the caller's transaction; return how many changed, and the hours to count anew.

    The totals of all other hours are right already.
    """
    given = json.dumps(labels)
    changed = json.dumps(connection.execute(_CHANGED, {"labels": given}).scalars().all())
    anew: set[int] = set()
    if changed != "[]":
        anew = _collect(connection, changed)
        connection.execute(_MOVE, {"sign": -1})
    connection.execute(_LABEL, {"labels": given, "revision": revision})
    if changed != "[]":
        connection.execute(_MOVE, {"sign": 1})
        connection.execute(_EMPTY)
        anew |= _named_by_corrections(connection, changed)
    return changed.count(",") + (changed != "[]"), anew


def _collect(connection: Connection, looks: str) -> set[int]:
    connection.execute(_TEMPORARY)
    connection.execute(_EMPTY)
    connection.execute(_COLLECT, {"looks": looks})
    return set(connection.execute(_MIXED).scalars())


def _named_by_corrections(connection: Connection, looks: str) -> set[int]:
    """Return the hours of the corrections that gave time the app or title of one of the looks."""
    spans = named_spans(connection)
    if not spans:
        return set()
    names = {(row.app, row.title) for row in connection.execute(_NAMES, {"looks": looks})}
    apps, titles = {app for app, _ in names}, {title for _, title in names}
    return {
        hour
        for app, title, span in spans
        if ((app, title) in names if None not in {app, title} else app in apps or title in titles)
        for hour in hours_of(span)
    }
