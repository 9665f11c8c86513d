"""Recorded time as values, in order of start."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select, tuple_

from engine.domain.activity import Activity, Observed
from engine.domain.intervals import Interval, subtract
from engine.storage.heartbeat import Beat
from engine.storage.queries.overlaps import last_start, taken
from engine.storage.tables import activity, app, document, look, open_activity, site, source, title, zone
from engine.storage.tables.activity import activity_number
from engine.storage.tables.codes import PRESENCE_OF, WITHHELD_OF

FOREVER_MS = 1 << 44
_FETCHED_AT_ONCE = 1_000


def closed(connection: Connection, start_ms: int, end_ms: int) -> Iterator[Activity]:
    """Yield the closed activities of all sources that share time with [start_ms, end_ms), by start."""
    names = connection.execute(select(source.c.id, source.c.name).order_by(source.c.id)).all()
    streams = (_of_source(connection, number, name, start_ms, end_ms) for number, name in names)
    yield from heapq.merge(*streams, key=lambda found: found.start_ms)


def opened(connection: Connection, start_ms: int, end_ms: int, beat: Beat | None) -> list[Activity]:
    """Return the open activities within [start_ms, end_ms); the one the beat names lasts until the beat's end.

    Where the clock was set back, older rows are left out of it, which can make several pieces of one activity.
    """
    # Not a join: without statistics, as a first import leaves the file, SQLite would go through all activities for it.
    going_on = select(open_activity.c.source_id, open_activity.c.start_ms)
    wanted = _activities().where(tuple_(activity.c.source_id, activity.c.start_ms).in_(going_on))
    found: list[Activity] = []
    for row in connection.execute(wanted.add_columns(source.c.name.label("source")).join(source)):
        found += _pieces(connection, row, beat)
    return [one for one in found if one.start_ms < end_ms and max(one.end_ms, one.start_ms + 1) > start_ms]


def newest(connection: Connection, looks: Select[tuple[int]], start_ms: int, end_ms: int, limit: int) -> list[Activity]:
    """Return the last so many closed activities of those looks that start in [start_ms, end_ms), the newest first."""
    found: list[Activity] = []
    for number, name in connection.execute(select(source.c.id, source.c.name)).all():
        wanted = _activities().where(
            activity.c.source_id == number,
            activity.c.start_ms >= start_ms,
            activity.c.start_ms < end_ms,
            activity.c.end_ms > activity.c.start_ms,
            activity.c.look_id.in_(looks),
        )
        rows = connection.execute(wanted.order_by(activity.c.start_ms.desc()).limit(limit))
        found += [_activity(row, name) for row in rows]
    return sorted(found, key=lambda one: one.start_ms, reverse=True)[:limit]


def _pieces(connection: Connection, row: Row[Any], beat: Beat | None) -> list[Activity]:
    begun = replace(_activity(row, row.source), open=True)
    if beat is None or beat.activity_id != begun.id or beat.end_ms <= begun.start_ms:
        return [begun]
    span = Interval(begun.start_ms, beat.end_ms)
    pieces = subtract(span, taken(connection, row.source_id, span))
    return [replace(begun, start_ms=piece.start_ms, end_ms=piece.end_ms) for piece in pieces]


def _of_source(connection: Connection, number: int, name: str, start_ms: int, end_ms: int) -> Iterator[Activity]:
    wanted = (
        _activities()
        .where(
            activity.c.source_id == number,
            activity.c.start_ms >= func.coalesce(last_start(number, start_ms), start_ms),
            activity.c.start_ms < end_ms,
            activity.c.end_ms > start_ms,
            activity.c.end_ms > activity.c.start_ms,
        )
        .order_by(activity.c.start_ms)
    )
    with connection.execute(wanted).yield_per(_FETCHED_AT_ONCE) as rows:
        for row in rows:
            yield _activity(row, name)


def _activities() -> Select[Any]:
    return (
        select(
            activity.c.source_id,
            activity.c.start_ms,
            activity.c.end_ms,
            activity.c.presence,
            activity.c.withheld,
            app.c.name.label("app"),
            app.c.executable,
            app.c.platform,
            title.c.text.label("title"),
            site.c.name.label("site"),
            document.c.path.label("document"),
            zone.c.name.label("zone"),
        )
        .select_from(activity)
        .outerjoin(look, look.c.id == activity.c.look_id)
        .outerjoin(app, app.c.id == look.c.app_id)
        .outerjoin(title, title.c.id == look.c.title_id)
        .outerjoin(site, site.c.id == look.c.site_id)
        .outerjoin(document, document.c.id == look.c.document_id)
        .join(zone, zone.c.id == activity.c.zone_id)
    )


def _activity(row: Row[Any], source_name: str) -> Activity:
    what = Observed(
        PRESENCE_OF[row.presence],
        row.app or "",
        row.title or "",
        row.executable or "",
        row.platform or "",
        row.site or "",
        row.document or "",
        WITHHELD_OF[row.withheld],
    )
    number = activity_number(row.source_id, row.start_ms)
    return Activity(row.start_ms, row.end_ms, what, row.zone, source_name, id=number)
