"""Many activities at once, from an importer or a sample: fast, and under the same rules as recording."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeAlias

from sqlalchemy import Connection, select

from engine.domain.activity import Activity
from engine.domain.intervals import Interval, subtract
from engine.domain.look import Labeller
from engine.storage.connections import make_roomy
from engine.storage.queries.history import FOREVER_MS
from engine.storage.queries.hours import hours_of
from engine.storage.queries.looks import Looks, Named, StoredLook, named
from engine.storage.queries.numbers import Numbers
from engine.storage.queries.overlaps import taken
from engine.storage.recount import Recount
from engine.storage.tables import activity, open_activity, source, zone
from engine.storage.tables.codes import PRESENCE_CODE, WITHHELD_CODE

_AT_ONCE = 10_000
_ADD = f"INSERT INTO activity VALUES ({', '.join('?' for _ in activity.columns)})"  # noqa: S608  (marks only)

_Row: TypeAlias = tuple[int | None, ...]
"""One row of the table, column by column."""
_LOOKS_KEPT = 200_000


class BulkWriter:
    """Inserts activities on a connection that holds the write lock; the caller commits.

    Time already taken by the same source is left out, as is everything from an open activity's start on.
    """

    def __init__(self, connection: Connection, labeller: Labeller | None = None, batch_id: int | None = None) -> None:
        make_roomy(connection)
        self._connection = connection
        self._batch_id = batch_id
        self._numbers = Numbers(connection)
        self._looks = Looks(connection, labeller)
        self._recount = Recount(connection, self._looks)
        self._known: dict[Named, StoredLook | None] = {}

    def insert(self, activities: Iterable[Activity]) -> int:
        """Store the activities, best given in order of start, and return the number of rows written."""
        left, written = iter(activities), 0
        while batch := list(islice(left, _AT_ONCE)):
            rows = list(self._rows(batch))
            if rows:
                self._connection.exec_driver_sql(_ADD, rows)
            written += len(rows)
            self._recount.hours_anew(_hours(rows))
        self._recount.settle()
        return written

    def _rows(self, batch: list[Activity]) -> Iterator[_Row]:
        self._learn(batch)
        by_source: defaultdict[str, list[Activity]] = defaultdict(list)
        for one in batch:
            by_source[one.source].append(one)
        for name, activities in by_source.items():
            number = self._numbers.of(source, name) or 0
            activities.sort(key=lambda one: one.start_ms)
            yield from self._of_source(number, activities)

    def _of_source(self, source_id: int, activities: list[Activity]) -> Iterator[_Row]:
        reached_ms = activities[0].start_ms
        span = Interval(reached_ms, max(reached_ms, *(one.end_ms for one in activities)))
        obstacles = self._obstacles(source_id, span)
        first = 0
        for one in activities:
            start_ms = max(one.start_ms, reached_ms)
            if one.end_ms <= start_ms:
                continue
            while first < len(obstacles) and obstacles[first].end_ms <= start_ms:
                first += 1
            rest = self._columns(one)
            for piece in _free(Interval(start_ms, one.end_ms), obstacles, first):
                yield source_id, piece.start_ms, piece.end_ms, *rest
            reached_ms = one.end_ms

    def _obstacles(self, source_id: int, span: Interval) -> list[Interval]:
        wanted = select(open_activity.c.start_ms).where(open_activity.c.source_id == source_id)
        open_ms = self._connection.execute(wanted).scalar()
        rows = taken(self._connection, source_id, span)
        return rows if open_ms is None else sorted([*rows, Interval(open_ms, FOREVER_MS)])

    def _columns(self, one: Activity) -> _Row:
        """Return what of the row comes behind its times."""
        what = one.what
        found = self._known[named(what)]
        look_id = None if found is None else found.id
        zone_id = self._numbers.of(zone, one.zone or "UTC")
        return look_id, zone_id, PRESENCE_CODE[what.presence], WITHHELD_CODE[what.withheld], self._batch_id

    def _learn(self, batch: list[Activity]) -> None:
        if len(self._known) > _LOOKS_KEPT:
            self._known.clear()
        self._known.update(self._looks.of_many(new for one in batch if (new := named(one.what)) not in self._known))


def _hours(rows: list[_Row]) -> set[int]:
    return {hour for _, start_ms, end_ms, *_ in rows for hour in hours_of(Interval(start_ms or 0, end_ms or 0))}


def _free(span: Interval, obstacles: list[Interval], first: int) -> list[Interval]:
    last = bisect_left(obstacles, span.end_ms, lo=first, key=lambda obstacle: obstacle.start_ms)
    return [span] if first == last else subtract(span, obstacles[first:last])
