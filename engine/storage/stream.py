"""The history as models read it: what counts, with labels and documents, as one plain row per stretch.

Nearly all of a history is neither corrected nor going on; that part goes from its tables to the rows at a few
microseconds each. Only times that corrections touch, or that last still, are painted as every other reader paints
them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import Connection

from engine.domain.categories import NO_LABELS
from engine.domain.clock import MS_PER_HOUR
from engine.domain.intervals import Interval
from engine.domain.look import Labeller
from engine.domain.overlays import effective
from engine.domain.presence import Presence
from engine.domain.stream_row import StreamMark, StreamRow
from engine.storage.database import Reads
from engine.storage.heartbeat import Beat
from engine.storage.queries.history import FOREVER_MS, closed, opened
from engine.storage.queries.look_labels import labels_of
from engine.storage.queries.looks import named
from engine.storage.queries.paints import in_force, spans_in_force
from engine.storage.queries.stream import (
    Recorded,
    SeenLook,
    Span,
    marked,
    newest_look,
    recorded,
    seen_looks,
    shown_in,
    zone_names,
)
from engine.storage.tables.codes import PRESENCE_OF

DAY_MS = 24 * MS_PER_HOUR
_NAMELESS = SeenLook("", "", 0, 0, placed=True)


class StreamReader:
    """Reads the history as it counts, for models.

    beat: tells until when the open activity has lasted. labeller: for what goes on under a name that a correction has
    just given it. Totals of hours or days that an import laid somewhere are left out: nobody knows when within it they
    were. Raises Storage errors.
    """

    def __init__(
        self, database: Reads, beat: Callable[[], Beat | None] = lambda: None, labeller: Labeller | None = None
    ) -> None:
        self._database = database
        self._beat = beat
        self._labeller = labeller

    def rows(self, start_ms: int = 0, end_ms: int = FOREVER_MS) -> list[StreamRow]:
        """Return the stretches within [start_ms, end_ms), cut there, in order, without overlaps.

        Touching stretches that say the same are one.
        """
        beat = self._beat()
        with self._database.reading() as connection:
            return list(_joined(self._within(connection, (start_ms, end_ms), beat))) if start_ms < end_ms else []

    def mark(self, day: int) -> StreamMark:
        """Return what the history before a UTC day, counted from 1970, looks like now."""
        with self._database.reading() as connection:
            look = newest_look(connection)
            return StreamMark(day, look, marked(connection, day, look))

    def unchanged(self, mark: StreamMark) -> bool:
        """Return whether nothing has changed before the mark's day; it takes a few milliseconds."""
        with self._database.reading() as connection:
            return marked(connection, mark.day, mark.look) == mark.numbers

    def _within(self, connection: Connection, span: Span, beat: Beat | None) -> Iterator[StreamRow]:
        special = _merged(_special(connection, span, beat))
        plain = _plain(connection, span, special)
        painted = (row for one in special for row in self._painted(connection, Interval(*one), beat))
        waiting = next(painted, None)
        for row in plain:
            while waiting is not None and waiting.start_ms < row.start_ms:
                yield waiting
                waiting = next(painted, None)
            yield row
        if waiting is not None:
            yield waiting
            yield from painted

    def _painted(self, connection: Connection, span: Interval, beat: Beat | None) -> Iterator[StreamRow]:
        """Yield the stretches of a time that corrections touch or that goes on."""
        raw = [*closed(connection, span.start_ms, span.end_ms), *opened(connection, span.start_ms, span.end_ms, beat)]
        stretches = effective(raw, in_force(connection, span), span)
        names = list({named(one.what) for one in stretches})
        labels = labels_of(connection, names, self._labeller) if names else {}
        shown = shown_in(connection, names) if names else {}
        for one in stretches:
            what, look = one.what, named(one.what)
            by_rules = labels.get(look, NO_LABELS)
            category = (by_rules if one.override is None else one.override.over(by_rules)).category_id or 0
            start_ms, end_ms = one.interval.start_ms, one.interval.end_ms
            if what.placed:
                yield StreamRow(
                    start_ms, end_ms, one.zone, what.presence, what.app, what.title, category, shown.get(look, 0)
                )


def _special(connection: Connection, span: Span, beat: Beat | None) -> Iterator[Span]:
    """Yield the times that corrections touch, or that go on."""
    going_on = (one.interval for one in opened(connection, *span, beat))
    whole = Interval(*span)
    for one in (*spans_in_force(connection), *going_on):
        part = one.clip(whole)
        if part is not None:
            yield part.start_ms, part.end_ms


def _merged(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _plain(connection: Connection, span: Span, special: list[Span]) -> Iterator[StreamRow]:
    """Yield what was recorded outside the special times; where sources overlap, what starts first keeps the time."""
    looks, zones = seen_looks(connection, span), zone_names(connection)
    ends = [end for _, end in special]
    reached, last = span
    for one in recorded(connection, span):
        start, end = max(one.start_ms, reached), min(one.end_ms, last)
        if start >= end:
            continue
        reached = end
        look = _NAMELESS if one.look is None else looks.get(one.look, _NAMELESS)
        if look.placed:
            for first, after in _outside(start, end, special, ends) if special else ((start, end),):
                yield _row(first, after, one, look, zones)


def _row(start_ms: int, end_ms: int, one: Recorded, look: SeenLook, zones: dict[int, str]) -> StreamRow:
    presence: Presence = PRESENCE_OF[one.presence]
    return StreamRow(start_ms, end_ms, zones[one.zone], presence, look.app, look.title, look.category, look.document)


def _outside(start: int, end: int, special: list[Span], ends: list[int]) -> Iterator[Span]:
    """Yield what is left of a stretch without the special times, which are in order; ends: where each of them ends."""
    place = bisect_left(ends, start + 1)
    while place < len(special) and special[place][0] < end:
        if start < special[place][0]:
            yield start, special[place][0]
        start = max(start, special[place][1])
        place += 1
    if start < end:
        yield start, end


def _joined(rows: Iterable[StreamRow]) -> Iterator[StreamRow]:
    last: StreamRow | None = None
    for row in rows:
        if last is not None and last.end_ms == row.start_ms and last[2:] == row[2:]:
            last = last._replace(end_ms=row.end_ms)
            continue
        if last is not None:
            yield last
        last = row
    if last is not None:
        yield last
