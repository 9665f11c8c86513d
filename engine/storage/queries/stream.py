"""Recorded time and looks as plain tuples, for who reads a year of them at once."""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from sqlalchemy import Connection, text

from engine.domain.activity import TOTALS
from engine.storage.queries.look_labels import THE_NAMED
from engine.storage.queries.looks import Named

_FETCHED_AT_ONCE = 5_000


class Recorded(NamedTuple):
    """A recorded stretch; times in UTC milliseconds, presence and zone by their numbers, look None where it has none.

    In this order two of different sources compare as engine.domain.overlaps ranks them.
    """

    start_ms: int
    end_ms: int
    source: str
    presence: int
    zone: int
    look: int | None


class SeenLook(NamedTuple):
    """What a look says; category and document 0 for none. placed: whether it is known when it was."""

    app: str
    title: str
    category: int
    document: int
    placed: bool


Span: TypeAlias = tuple[int, int]
"""From the first number (included) to the second (excluded), UTC milliseconds."""

_SOURCES = text("SELECT id, name FROM source ORDER BY id")
_ROWS = text(
    """SELECT start_ms, end_ms, :name, presence, zone_id, look_id FROM activity
WHERE source_id = :source AND start_ms < :end AND end_ms > :start AND end_ms > start_ms AND start_ms >= coalesce(
    (SELECT max(start_ms) FROM activity WHERE source_id = :source AND start_ms <= :start), :start)
ORDER BY start_ms"""
)
_LOOKS = text(
    """SELECT look.id, coalesce(app.name, ''), coalesce(title.text, ''), coalesce(look.category_id, 0),
    coalesce(look_document.document_id, 0), coalesce(app.platform, '') NOT LIKE :totals
FROM look LEFT JOIN app ON app.id = look.app_id LEFT JOIN title ON title.id = look.title_id
LEFT JOIN look_document ON look_document.look_id = look.id
WHERE look.id IN (SELECT look_id FROM activity WHERE source_id = :source AND start_ms < :end AND start_ms >= coalesce(
    (SELECT max(start_ms) FROM activity WHERE source_id = :source AND start_ms <= :start), :start))"""
)
_SHOWN = text(
    f"""SELECT one.key, look_document.document_id
FROM {THE_NAMED} JOIN look_document ON look_document.look_id = look.id
WHERE look_document.document_id IS NOT NULL"""  # noqa: S608
)


def recorded(connection: Connection, span: Span) -> Iterator[Recorded]:
    """Yield the closed rows of all sources that share time with the span, by precedence."""
    sources = connection.execute(_SOURCES).all()
    streams = [_of_source(connection, number, name, span) for number, name in sources]
    yield from streams[0] if len(streams) == 1 else heapq.merge(*streams, key=itemgetter(0, 1, 2))


def _of_source(connection: Connection, number: int, name: str, span: Span) -> Iterator[Recorded]:
    values = {"source": number, "name": name, "start": span[0], "end": span[1]}
    with connection.execute(_ROWS, values).yield_per(_FETCHED_AT_ONCE) as rows:
        for row in rows:
            yield Recorded(*row)


def seen_looks(connection: Connection, span: Span) -> dict[int, SeenLook]:
    """Return the looks of what was recorded in the span, by number."""
    found: dict[int, SeenLook] = {}
    for number, _ in connection.execute(_SOURCES).all():
        values = {"source": number, "start": span[0], "end": span[1], "totals": f"{TOTALS}%"}
        for look, app, title, category, document, placed in connection.execute(_LOOKS, values):
            found[look] = SeenLook(app, title, category, document, bool(placed))
    return found


def shown_in(connection: Connection, names: list[Named]) -> dict[Named, int]:
    """Return the number of the document that each look of these names shows; those that show none are left out."""
    rows = connection.execute(_SHOWN, {"names": json.dumps(names)})
    return {names[key]: int(document) for key, document in rows}


_MARKS = (
    # corrections, undone and done
    "SELECT count(*), coalesce(sum(id * (state + 1)), 0), coalesce(max(id), 0) FROM correction_group",
    # labels, imports, removals: whatever changes a total of a day before
    """SELECT count(*), coalesce(sum(ms), 0), coalesce(sum(ms % 1000003 * category_id), 0),
    coalesce(sum(ms % 1000003 * app_id), 0), coalesce(sum(ms % 1000003 * day), 0),
    coalesce(sum(ms % 1000003 * presence), 0)
FROM day_total WHERE day < :day""",
    # documents found in looks
    """SELECT count(document_id), coalesce(sum(document_id * (look_id % 1009)), 0) FROM look_document
WHERE look_id <= :look AND document_id IS NOT NULL""",
)


def marked(connection: Connection, day: int, look: int) -> tuple[int, ...]:
    """Return numbers that change with the history before a UTC day (counted from 1970) and with looks up to one."""
    values = {"day": day, "look": look}
    return tuple(int(one) for question in _MARKS for one in connection.execute(text(question), values).one())


def newest_look(connection: Connection) -> int:
    """Return the highest number of a look, 0 where there is none."""
    return int(connection.execute(text("SELECT coalesce(max(id), 0) FROM look")).scalar_one())


def zone_names(connection: Connection) -> dict[int, str]:
    """Return the names of zones by number."""
    return {int(row.id): str(row.name) for row in connection.execute(text("SELECT id, name FROM zone"))}
