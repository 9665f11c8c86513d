"""How long what was counted as what, between any two moments: from stored totals, exact to the millisecond."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from sqlalchemy import Connection, select

from engine.domain.activity import Withheld
from engine.domain.categories import NO_LABELS
from engine.domain.clock import MS_PER_HOUR
from engine.domain.intervals import Interval, subtract
from engine.domain.look import Labeller
from engine.domain.presence import Presence
from engine.domain.totals import Key, TotalRow
from engine.storage.database import Reads
from engine.storage.heartbeat import Beat
from engine.storage.queries.counted import mixed_among, parts_of_hours, whole_hours
from engine.storage.queries.cover import cover
from engine.storage.queries.history import FOREVER_MS, closed, opened
from engine.storage.queries.hours import hours_of
from engine.storage.queries.look_labels import labels_of
from engine.storage.queries.looks import named
from engine.storage.queries.painted_hours import painted
from engine.storage.queries.paints import in_force
from engine.storage.tables import app, project, tag
from engine.storage.tables.codes import PRESENCE_OF, WITHHELD_OF

_COLUMN_OF = {
    Key.HOUR: "hour",
    Key.APP: "app_id",
    Key.CATEGORY: "category_id",
    Key.PROJECT: "project_id",
    Key.TAG: "tag_id",
    Key.PRESENCE: "presence",
    Key.WITHHELD: "withheld",
}

_Value: TypeAlias = int | str | Presence | Withheld | None
_Sums: TypeAlias = defaultdict[tuple[_Value, ...], int]


class TotalStore:
    """Answers from the totals; corrections, labels and overlapping sources are in them already.

    What a report asks costs a handful of statements, however long the time: whole months, days and hours are read
    from the totals, the cut hours at the edges from the activities. labeller: for what goes on under a name that a
    correction has just given it. Raises Storage errors.
    """

    def __init__(self, database: Reads, labeller: Labeller | None = None) -> None:
        self._database = database
        self._labeller = labeller

    def total(self, start_ms: int, end_ms: int, by: tuple[Key, ...], *, beat: Beat | None = None) -> list[TotalRow]:
        """Return the milliseconds within [start_ms, end_ms) by the keys, the longest first.

        The open activity counts up to the beat's end, where the beat names it, else not at all.
        """
        return self.each((start_ms, end_ms), by, beat=beat)[0] if start_ms < end_ms else []

    def each(self, bounds: Sequence[int], by: tuple[Key, ...], *, beat: Beat | None = None) -> list[list[TotalRow]]:
        """Return the totals between each two neighbours of bounds, which ascend: say of each day of a month.

        In as many statements as one total takes, where no bound lies in a corrected hour. Else as total.
        """
        spans = [Interval(start, end) for start, end in pairwise(bounds)]
        with self._database.reading() as connection:
            sums = _Reading(connection, by, beat, self._labeller).of(spans)
        return [_rows(one, by) for one in sums]


class _Reading:
    """One state of the database, asked once."""

    def __init__(
        self, connection: Connection, by: tuple[Key, ...], beat: Beat | None, labeller: Labeller | None
    ) -> None:
        self._labeller = labeller
        self._connection = connection
        self._by = by
        self._beat = beat

    def of(self, spans: Sequence[Interval]) -> list[_Sums]:
        sums: list[_Sums] = [defaultdict(int) for _ in spans]
        going_on = self._going_on()
        parts = [(n, part) for n, span in enumerate(spans) for part in _outside(span, going_on)]
        covers = [cover(part, hourly=Key.HOUR in self._by) for _, part in parts]
        edges = [(n, edge) for (n, _), one in zip(parts, covers, strict=True) for edge in one.edges]
        mixed = mixed_among(self._connection, (edge.start_ms // MS_PER_HOUR for _, edge in edges))
        plain = [(n, edge) for n, edge in edges if edge.start_ms // MS_PER_HOUR not in mixed]
        columns = tuple(_COLUMN_OF[key] for key in self._by)
        names = self._names()
        for place, *numbers, ms in whole_hours(self._connection, covers, columns):
            sums[parts[place][0]][self._values(numbers, names)] += ms
        for n, *numbers, ms in parts_of_hours(self._connection, plain, columns):
            sums[n][self._values(numbers, names)] += ms
        painted_ones = [(n, edge) for n, edge in edges if edge.start_ms // MS_PER_HOUR in mixed]
        painted_ones += [(n, part) for n, span in enumerate(spans) if (part := _inside(span, going_on)) is not None]
        for n, span in painted_ones:
            for values, ms in self._painted(span):
                sums[n][values] += ms
        return sums

    def _going_on(self) -> Interval | None:
        """Return the whole hours that the open activity reaches into, None where nothing is known to go on."""
        if self._beat is None or not self._beat.activity_id:
            return None
        pieces = [one for one in opened(self._connection, 0, FOREVER_MS, self._beat) if one.length_ms]
        if not pieces:
            return None
        hours = hours_of(Interval(min(one.start_ms for one in pieces), max(one.end_ms for one in pieces)))
        return Interval(hours.start * MS_PER_HOUR, hours.stop * MS_PER_HOUR)

    def _painted(self, span: Interval) -> Iterator[tuple[tuple[_Value, ...], int]]:
        """Yield what the history as it counts holds within the span: for hours whose totals are no plain sums."""
        raw = [
            *closed(self._connection, span.start_ms, span.end_ms),
            *opened(self._connection, span.start_ms, span.end_ms, self._beat),
        ]
        counted = painted(raw, in_force(self._connection, span), span)
        labels = labels_of(self._connection, (named(one.what) for one in counted), self._labeller)
        for one, ms in counted.items():
            by_rules = labels.get(named(one.what), NO_LABELS)
            said = by_rules if one.override is None else one.override.over(by_rules)
            values: dict[Key, _Value] = {
                Key.HOUR: one.hour,
                Key.APP: one.what.app,
                Key.CATEGORY: said.category_id,
                Key.PROJECT: said.project,
                Key.TAG: said.tag,
                Key.PRESENCE: one.what.presence,
                Key.WITHHELD: one.what.withheld,
            }
            yield tuple(values[key] for key in self._by), ms

    def _names(self) -> dict[Key, dict[int, str]]:
        tables = {Key.APP: app, Key.PROJECT: project, Key.TAG: tag}
        return {
            key: {row.id: row.name for row in self._connection.execute(select(table.c.id, table.c.name))}
            for key, table in tables.items()
            if key in self._by
        }

    def _values(self, numbers: Sequence[int], names: dict[Key, dict[int, str]]) -> tuple[_Value, ...]:
        return tuple(_value(key, number, names) for key, number in zip(self._by, numbers, strict=True))


def _value(key: Key, number: int, names: dict[Key, dict[int, str]]) -> _Value:
    if key in names:
        return names[key].get(number, "")
    if key is Key.CATEGORY:
        return number or None
    if key is Key.PRESENCE:
        return PRESENCE_OF[number]
    return WITHHELD_OF[number] if key is Key.WITHHELD else number


def _rows(sums: _Sums, by: tuple[Key, ...]) -> list[TotalRow]:
    fields = ["category_id" if key is Key.CATEGORY else key.value for key in by]
    ordered = sorted(sums.items(), key=lambda item: (-item[1], tuple(map(str, item[0]))))
    return [TotalRow(ms, **dict(zip(fields, values, strict=True))) for values, ms in ordered if ms]  # type: ignore[arg-type]


def _outside(span: Interval, hole: Interval | None) -> list[Interval]:
    return subtract(span, [hole] if hole is not None else [])


def _inside(span: Interval, hole: Interval | None) -> Interval | None:
    return None if hole is None else span.clip(hole)
