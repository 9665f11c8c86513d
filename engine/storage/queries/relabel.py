"""Gives looks other labels and moves just their time in the totals."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from engine.domain.clock import MS_PER_HOUR
from engine.storage.queries.hours import hours_of
from engine.storage.queries.paints import named_spans
from engine.storage.tables.totals import KEYS

Labelled = tuple[int, int | None, int | None, int | None]
"""A look's number, and those of its category, project and tag."""

_TEMPORARY = (
    text(
        """CREATE TEMPORARY TABLE IF NOT EXISTS relabelled (look_id INTEGER PRIMARY KEY,
category_id INTEGER, project_id INTEGER, tag_id INTEGER)"""
    ),
    text(
        """CREATE TEMPORARY TABLE IF NOT EXISTS moving (hour INTEGER, app_id INTEGER, old_category INTEGER,
old_project INTEGER, old_tag INTEGER, new_category INTEGER, new_project INTEGER, new_tag INTEGER,
presence INTEGER, withheld INTEGER, ms INTEGER)"""
    ),
)
_EMPTY = (text("DELETE FROM relabelled"), text("DELETE FROM moving"))
_REMEMBER = text(
    """INSERT INTO relabelled SELECT look.id, one.value ->> 1, one.value ->> 2, one.value ->> 3
FROM json_each(:labels) AS one CROSS JOIN look ON look.id = one.value ->> 0
WHERE look.category_id IS NOT one.value ->> 1 OR look.project_id IS NOT one.value ->> 2
   OR look.tag_id IS NOT one.value ->> 3"""
)
# An activity that crosses full hours is cut there; one that does not, which is nearly all, is one piece.
_COLLECT = text(
    f"""INSERT INTO moving
WITH RECURSIVE across (hour, from_ms, until_ms, end_ms, look_id, presence, withheld) AS (
    SELECT start_ms / {MS_PER_HOUR}, start_ms, (start_ms / {MS_PER_HOUR} + 1) * {MS_PER_HOUR}, end_ms,
           activity.look_id, presence, withheld
    FROM activity CROSS JOIN relabelled ON relabelled.look_id = activity.look_id
    WHERE end_ms > (start_ms / {MS_PER_HOUR} + 1) * {MS_PER_HOUR}
    UNION ALL
    SELECT hour + 1, until_ms, min(end_ms, (hour + 2) * {MS_PER_HOUR}), end_ms, look_id, presence, withheld
    FROM across WHERE until_ms < end_ms),
piece AS (
    SELECT start_ms / {MS_PER_HOUR} AS hour, end_ms - start_ms AS ms, activity.look_id, presence, withheld
    FROM activity CROSS JOIN relabelled ON relabelled.look_id = activity.look_id
    WHERE end_ms > start_ms AND end_ms <= (start_ms / {MS_PER_HOUR} + 1) * {MS_PER_HOUR}
    UNION ALL SELECT hour, until_ms - from_ms, look_id, presence, withheld FROM across)
SELECT hour, coalesce(look.app_id, 0), coalesce(look.category_id, 0), coalesce(look.project_id, 0),
       coalesce(look.tag_id, 0), coalesce(new.category_id, 0), coalesce(new.project_id, 0), coalesce(new.tag_id, 0),
       presence, withheld, sum(ms)
FROM piece CROSS JOIN look ON look.id = piece.look_id CROSS JOIN relabelled AS new ON new.look_id = piece.look_id
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10"""  # noqa: S608  (a number of our own)
)
_MIXED = text("SELECT DISTINCT hour FROM moving WHERE hour IN (SELECT hour FROM mixed_hour)")
_MOVE = tuple(
    text(
        f"""INSERT INTO hour_total (hour, {", ".join(KEYS)}, ms)
SELECT hour, app_id, {side}_category, {side}_project, {side}_tag, presence, withheld, {sign}sum(ms)
FROM moving WHERE hour NOT IN (SELECT hour FROM mixed_hour)
GROUP BY 1, 2, 3, 4, 5, 6, 7
ON CONFLICT DO UPDATE SET ms = ms + excluded.ms"""  # noqa: S608  (names of our own)
    )
    for side, sign in (("old", "-"), ("new", ""))
)
_LABEL = text(
    """UPDATE look SET category_id = one.value ->> 1, project_id = one.value ->> 2, tag_id = one.value ->> 3,
labelled_by = :revision FROM json_each(:labels) AS one WHERE look.id = one.value ->> 0"""
)
_NAMES = text(
    """SELECT coalesce(app.name, '') AS app, coalesce(title.text, '') AS title FROM look
LEFT JOIN app ON app.id = app_id LEFT JOIN title ON title.id = title_id
WHERE look.id IN (SELECT look_id FROM relabelled)"""
)


@dataclass(frozen=True, slots=True)
class Relabel:
    """What labelling came to: looks that changed, rows it took to move their time, hours to count anew."""

    changed: int
    moved: int
    anew: frozenset[int]


def relabel(connection: Connection, labels: Sequence[Labelled], revision: int) -> Relabel:
    """Label these looks, inside the caller's transaction; all totals but those of the hours to count anew follow."""
    given = json.dumps(labels)
    for statement in (*_TEMPORARY, *_EMPTY):
        connection.execute(statement)
    changed, moved, anew = connection.execute(_REMEMBER, {"labels": given}).rowcount, 0, frozenset[int]()
    if changed:
        moved = connection.execute(_COLLECT).rowcount
        for move in _MOVE:
            connection.execute(move)
        anew = frozenset(connection.execute(_MIXED).scalars()) | _named_by_corrections(connection)
    connection.execute(_LABEL, {"labels": given, "revision": revision})
    for statement in _EMPTY:
        connection.execute(statement)
    return Relabel(changed, moved, anew)


def _named_by_corrections(connection: Connection) -> set[int]:
    """Return the hours of the corrections that gave time the app or title of one of the looks."""
    spans = named_spans(connection)
    if not spans:
        return set()
    names = {(row.app, row.title) for row in connection.execute(_NAMES)}
    apps, titles = {app for app, _ in names}, {title for _, title in names}
    return {
        hour
        for app, title, span in spans
        if ((app, title) in names if None not in {app, title} else app in apps or title in titles)
        for hour in hours_of(span)
    }
