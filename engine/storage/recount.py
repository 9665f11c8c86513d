"""Keeps the totals right inside the transaction that changes what they are totals of."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from typing import Any

from sqlalchemy import Connection, insert, text

from engine.domain.clock import MS_PER_HOUR
from engine.domain.intervals import Interval
from engine.storage.queries.history import closed
from engine.storage.queries.history_marks import boundaries
from engine.storage.queries.hours import by_hour, hours_of, spans_of
from engine.storage.queries.looks import Looks, StoredLook, named
from engine.storage.queries.paints import in_force, spans_in_force
from engine.storage.queries.plain_hours import add_plain_hours, shared_hours
from engine.storage.tables import hour_total
from engine.storage.tables.codes import PRESENCE_CODE, WITHHELD_CODE
from engine.storage.tables.totals import FROM_HOURS, KEYS

_HOURS_AT_ONCE = 240
_PAINTED_AT_ONCE = 24

_ANYTHING_ELSE = text(
    """SELECT 1 FROM mixed_hour WHERE hour = :hour UNION ALL
SELECT 1 FROM source WHERE source.id <> :source AND EXISTS (
    SELECT 1 FROM activity WHERE source_id = source.id AND start_ms < :until_ms AND end_ms > :from_ms
    AND start_ms >= coalesce((SELECT max(start_ms) FROM activity AS before
        WHERE before.source_id = source.id AND before.start_ms <= :from_ms), 0)) LIMIT 1"""
)
_ADD = text(
    f"""INSERT INTO hour_total (hour, {", ".join(KEYS)}, ms) VALUES (:hour, {", ".join(f":{key}" for key in KEYS)}, :ms)
ON CONFLICT DO UPDATE SET ms = ms + excluded.ms"""  # noqa: S608  (names of our own)
)
_FORGET = tuple(
    text(f"DELETE FROM {table} WHERE hour IN (SELECT value FROM json_each(:hours))")  # noqa: S608
    for table in ("hour_total", "mixed_hour")
)
_MIX = text("INSERT INTO mixed_hour SELECT value FROM json_each(:hours)")


class Recount:
    """Carries changes into the hour totals (days and months follow by themselves); settle ends the transaction's part.

    Where one source recorded and no correction lies, an activity is added as it is. All other hours are counted
    anew from what is stored, once, when settle is called.
    """

    def __init__(self, connection: Connection, looks: Looks) -> None:
        self._connection = connection
        self._looks = looks
        self._due: set[int] = set()

    def anew(self, span: Interval) -> None:
        """Have every hour that shares time with the span counted anew."""
        self._due.update(hours_of(span))

    def hours_anew(self, hours: Iterable[int]) -> None:
        """Have these hours counted anew."""
        self._due.update(hours)

    def add(self, source_id: int, span: Interval, found: StoredLook | None, presence: int, withheld: int) -> None:
        """Count a closed activity that was just stored; presence and withheld are codes."""
        for hour, ms in by_hour(span.start_ms, span.end_ms):
            if hour in self._due or self._anything_else(source_id, hour):
                self._due.add(hour)
            else:
                keys = zip(KEYS, (*_numbers(found), presence, withheld), strict=True)
                self._connection.execute(_ADD, {"hour": hour, **dict(keys), "ms": ms})

    def settle(self) -> None:
        """Count what is due; the totals are right when this returns."""
        if not self._due:
            return
        gathered = boundaries(self._connection)[1] // MS_PER_HOUR  # of what was before only totals are left
        due, self._due = iter(sorted(hour for hour in self._due if hour >= gathered)), set()
        corrected = _Covered(spans_in_force(self._connection))
        while hours := list(islice(due, _HOURS_AT_ONCE)):
            mixed = {hour for hour in hours if hour in corrected} | shared_hours(self._connection, hours)
            for forget in _FORGET:
                self._connection.execute(forget, {"hours": json.dumps(hours)})
            add_plain_hours(self._connection, [hour for hour in hours if hour not in mixed])
            if mixed:
                self._connection.execute(_MIX, {"hours": json.dumps(sorted(mixed))})
            for span in spans_of(mixed, _PAINTED_AT_ONCE):
                self._add_painted(span)

    def _anything_else(self, source_id: int, hour: int) -> bool:
        span = {"from_ms": hour * MS_PER_HOUR, "until_ms": (hour + 1) * MS_PER_HOUR}
        return self._connection.execute(_ANYTHING_ELSE, {"hour": hour, "source": source_id, **span}).first() is not None

    def _add_painted(self, span: Interval) -> None:
        from engine.storage.queries.painted_hours import painted  # noqa: PLC0415  (a lone recorder never needs it)

        counted = painted(closed(self._connection, span.start_ms, span.end_ms), in_force(self._connection, span), span)
        looks = self._looks.of_many(named(key.what) for key in counted)
        totals: defaultdict[tuple[int, ...], int] = defaultdict(int)
        for key, ms in counted.items():
            numbers = _numbers(looks[named(key.what)])
            labels = self._looks.overridden(numbers[1:], key.override) if key.override else numbers[1:]
            codes = PRESENCE_CODE[key.what.presence], WITHHELD_CODE[key.what.withheld]
            totals[key.hour, numbers[0], *labels, *codes] += ms
        if totals:
            self._connection.execute(insert(hour_total), [_row(keys, ms) for keys, ms in totals.items()])


class _Covered:
    """Tells which hours some spans touch, without holding a number for each hour."""

    def __init__(self, spans: list[Interval]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            hours = hours_of(span)
            if self._ends and hours.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], hours.stop)
            else:
                self._starts.append(hours.start)
                self._ends.append(hours.stop)

    def __contains__(self, hour: int) -> bool:
        place = bisect_left(self._ends, hour + 1)
        return place < len(self._starts) and self._starts[place] <= hour


def _numbers(found: StoredLook | None) -> tuple[int, int, int, int]:
    return (0, 0, 0, 0) if found is None else (found.app_id, found.category_id, found.project_id, found.tag_id)


def _row(keys: tuple[int, ...], ms: int) -> dict[str, Any]:
    return {**dict(zip(("hour", *KEYS), keys, strict=True)), "ms": ms}


def count_everything(connection: Connection) -> None:
    """Make all totals anew from what is stored, inside the caller's transaction; those of gathered days stay."""
    gathered = boundaries(connection)[1] // MS_PER_HOUR
    for table in ("hour_total", "mixed_hour"):
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE hour >= ?", (gathered,))  # noqa: S608  (names of our own)
    for statement in FROM_HOURS:
        connection.exec_driver_sql(statement)
    recount = Recount(connection, Looks(connection))
    for start_ms, end_ms in connection.exec_driver_sql("SELECT start_ms, end_ms FROM activity"):
        recount.anew(Interval(start_ms, end_ms))
    for span in spans_in_force(connection):
        recount.anew(span)
    recount.settle()
