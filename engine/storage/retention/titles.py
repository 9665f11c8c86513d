"""Drops titles, sites and documents of a time long past; apps and labels stay as they were counted."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection, text

from engine.domain.activity import KEPT
from engine.domain.intervals import Interval
from engine.domain.look import Labeller
from engine.storage.queries.history_marks import boundaries, set_boundaries
from engine.storage.queries.hours import hours_of
from engine.storage.queries.looks import Looks
from engine.storage.recount import Recount
from engine.storage.retention.baking import bake
from engine.storage.retention.kept_looks import KeptLooks

_NAMING = """FROM activity JOIN look ON look.id = activity.look_id LEFT JOIN app ON app.id = look.app_id
WHERE activity.end_ms <= :limit AND activity.end_ms > activity.start_ms
AND instr(coalesce(app.platform, ''), :kept) = 0"""
_FIRST = text(
    f"""SELECT min(moment) FROM (SELECT min(activity.start_ms) AS moment {_NAMING}
UNION ALL SELECT min(start_ms) FROM correction WHERE start_ms < :limit)"""  # noqa: S608  (our own words)
)
_NEXT = text(
    """SELECT min(moment) FROM (SELECT min(start_ms) AS moment FROM source CROSS JOIN activity
ON activity.source_id = source.id AND activity.start_ms = (SELECT min(start_ms) FROM activity
    WHERE source_id = source.id AND start_ms >= :moment)
UNION ALL SELECT min(max(start_ms, :moment)) FROM correction WHERE end_ms > :moment)"""
)
_CROSSING = text(
    """SELECT min(start_ms) FROM source CROSS JOIN activity ON activity.source_id = source.id
AND activity.start_ms = (SELECT max(start_ms) FROM activity WHERE source_id = source.id AND start_ms < :edge)
WHERE end_ms > :edge"""
)
_WITHIN = """source_id IN (SELECT id FROM source) AND start_ms >= :start AND start_ms < :limit AND end_ms <= :limit"""
_LOOKS = text(
    f"""SELECT look.id FROM look LEFT JOIN app ON app.id = look.app_id WHERE instr(coalesce(platform, ''), :kept) = 0
AND look.id IN (SELECT look_id FROM activity WHERE {_WITHIN})"""  # noqa: S608  (our own words)
)
_TURN = text(
    f"""UPDATE activity SET look_id = :looks ->> ('$.' || look_id)
WHERE {_WITHIN} AND :looks ->> ('$.' || look_id) IS NOT NULL"""  # noqa: S608
)
_FIGURES = (
    "SELECT start_ms, end_ms, figures, lengths FROM focus_day WHERE start_ms < ? AND end_ms > ? AND figures NOT NULL"
)
_KEEP_FIGURES = "INSERT OR IGNORE INTO focus_day (start_ms, end_ms, figures, lengths) VALUES (?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of time that was gone through. corrections: how many became part of the record."""

    span: Interval
    activities: int
    corrections: int


def first_due(connection: Connection, limit_ms: int) -> int | None:
    """Return the start of the first activity or correction before the limit that may still name something."""
    return connection.execute(_FIRST, {"limit": limit_ms, "kept": KEPT}).scalar()


def next_from(connection: Connection, moment_ms: int) -> int | None:
    """Return where anything recorded or corrected is, from a moment on that no activity crosses."""
    return connection.execute(_NEXT, {"moment": moment_ms}).scalar()


def drop_titles(connection: Connection, span: Interval, labeller: Labeller | None) -> Step | None:
    """Drop titles within the span, in the caller's transaction; None where an activity reaches beyond all of it.

    The span is made shorter where an activity crosses its end, and earlier where one crosses its start. Totals stay
    what they are, by app, category, project and tag; so do the focus figures that are kept.
    """
    start, end = _edge(connection, span.start_ms), _edge(connection, span.end_ms)
    if end <= start:
        return None
    span = Interval(start, end)
    before = boundaries(connection)
    set_boundaries(connection, max(before[0], end), before[1])
    figures = connection.exec_driver_sql(_FIGURES, (end, start)).all()
    kept = KeptLooks(connection)
    corrections = bake(connection, span, kept, labeller)
    turned = _turn(connection, span, kept)
    if corrections or turned:
        recount = Recount(connection, Looks(connection, labeller))
        recount.hours_anew(hours_of(span))
        recount.settle()
        for row in figures:
            connection.exec_driver_sql(_KEEP_FIGURES, tuple(row))
    return Step(span, turned, corrections)


def _turn(connection: Connection, span: Interval, kept: KeptLooks) -> int:
    values = {"start": span.start_ms, "limit": span.end_ms}
    looks = connection.execute(_LOOKS, {**values, "kept": KEPT}).scalars().all()
    if not looks:
        return 0
    given = json.dumps({str(number): kept.of(number) for number in looks})
    return connection.execute(_TURN, {**values, "looks": given}).rowcount


def _edge(connection: Connection, edge_ms: int) -> int:
    """Return the last moment up to an edge that no activity of any source crosses."""
    while (crossing := connection.execute(_CROSSING, {"edge": edge_ms}).scalar()) is not None:
        edge_ms = crossing
    return edge_ms
