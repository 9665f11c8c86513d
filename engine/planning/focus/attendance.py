"""When the person was there, and when one thing gave way to another: read off recorded time. Pure.

A short hole in the record counts as what came before it: a recorder says nothing for a few seconds before each sign of
life, and may be started anew. A longer one is time away: the machine slept or was off. Before anything was recorded
nothing is known, and for a stated while the person, who has just started a session, is taken to be there. So they are
in a pause of the recording: it says nothing but that nobody is to look.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.domain.clock import MS_PER_MINUTE, MS_PER_SECOND
from engine.domain.intervals import Interval, union_length
from engine.domain.presence import Presence
from engine.domain.stream_row import StreamRow

FRESH_MS = 30 * MS_PER_SECOND
"""So long what was seen last is taken to be in front still, as engine.history.day takes it."""
HOLE_MS = 5 * MS_PER_MINUTE
"""A longer hole in the record is time away."""
LEFT_MS = MS_PER_MINUTE
"""Who is away for less has not left."""
SETTLED_MS = 15 * MS_PER_SECOND
"""What is in front for less was a look, no change of task."""

_THERE = frozenset({Presence.ACTIVE, Presence.PAUSED})


@dataclass(frozen=True, slots=True)
class Attendance:
    """Times away, in order and apart, and the task boundaries: moments, in order. Both lie before until_ms."""

    away: tuple[Interval, ...]
    boundaries: tuple[int, ...]
    until_ms: int

    def there_ms(self, start_ms: int, end_ms: int) -> int:
        """Return how long the person was there between two moments."""
        if end_ms <= start_ms:
            return 0
        span = Interval(start_ms, end_ms)
        return span.length_ms - union_length(part for part in map(span.clip, self._reaching(start_ms)) if part)

    def there_for(self, start_ms: int, wanted_ms: int) -> int | None:
        """Return when the person had been there for so long since start_ms; None where that is yet to come."""
        at = start_ms
        for one in self._reaching(start_ms):
            if one.start_ms - at >= wanted_ms:
                break
            wanted_ms -= max(0, one.start_ms - at)
            at = max(at, one.end_ms)
        return at + wanted_ms if at + wanted_ms <= self.until_ms else None

    def left_after(self, from_ms: int, least_ms: int = LEFT_MS) -> Interval | None:
        """Return the first time away that began at from_ms or later and is at least so long."""
        long = (one for one in self._reaching(from_ms) if one.start_ms >= from_ms and one.length_ms >= least_ms)
        return next(long, None)

    def left_alone(self, from_ms: int, least_ms: int) -> int | None:
        """Return when the person left who, from from_ms on, was away for at least so long; None for nobody did."""
        for one in self._reaching(from_ms):
            if one.end_ms - max(one.start_ms, from_ms) >= least_ms:
                return one.start_ms
        return None

    def boundary_after(self, from_ms: int) -> int | None:
        """Return the first task boundary at from_ms or later."""
        place = bisect_left(self.boundaries, from_ms)
        return self.boundaries[place] if place < len(self.boundaries) else None

    def away_at(self, moment_ms: int) -> bool:
        """Whether the person was away right before a moment."""
        return any(one.start_ms < moment_ms <= one.end_ms for one in self._reaching(moment_ms - 1))

    def there_until(self, moment_ms: int) -> int:
        """Return the moment, or since when the person was away at it."""
        over = (one.start_ms for one in self._reaching(moment_ms) if one.start_ms < moment_ms)
        return next(over, moment_ms)

    def _reaching(self, from_ms: int) -> Sequence[Interval]:
        """Return the times away that are not over at a moment."""
        place = bisect_left(self.away, from_ms, key=lambda one: one.end_ms)
        return self.away[place:]


def attendance(rows: Sequence[StreamRow], span: Interval, blind_ms: int) -> Attendance:
    """Return what the rows say of a span of time that ends with now; rows: in order, without overlaps.

    blind_ms: so long at most the person is taken to be there before the first row, and in a pause.
    """
    within = [cut for row in rows if (cut := _cut(row, span)) is not None]
    return Attendance(tuple(_joined(_away(within, span, blind_ms))), tuple(sorted(_changes(within))), span.end_ms)


def in_front(rows: Sequence[StreamRow], now_ms: int) -> StreamRow | None:
    """Return what is in front of the person now; None where nobody is there or nothing is known of it."""
    if not rows or now_ms - rows[-1].end_ms > FRESH_MS or rows[-1].presence is not Presence.ACTIVE:
        return None
    return rows[-1]


def _cut(row: StreamRow, span: Interval) -> StreamRow | None:
    start, end = max(row.start_ms, span.start_ms), min(row.end_ms, span.end_ms)
    return row._replace(start_ms=start, end_ms=end) if start < end else None


def _away(rows: Sequence[StreamRow], span: Interval, blind_ms: int) -> Iterator[tuple[int, int]]:
    """Yield the times away as they are met; touching ones and empty ones among them."""
    reached = span.start_ms
    first = rows[0].start_ms if rows else span.end_ms
    if first - reached > blind_ms:
        yield reached + blind_ms, first
    reached = first
    for row in rows:
        if row.start_ms - reached > HOLE_MS:
            yield reached, row.start_ms
        if row.presence is Presence.PAUSED and row.end_ms - row.start_ms > blind_ms:
            yield row.start_ms + blind_ms, row.end_ms
        elif row.presence not in _THERE:
            yield row.start_ms, row.end_ms
        reached = row.end_ms
    if rows and (span.end_ms - reached > HOLE_MS or rows[-1].presence not in _THERE):
        yield reached, span.end_ms


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[Interval]:
    last: tuple[int, int] | None = None
    for start, end in spans:
        if last is not None and start <= last[1]:
            last = last[0], max(last[1], end)
            continue
        if last is not None:
            yield Interval(*last)
        last = start, end
    if last is not None and last[0] < last[1]:
        yield Interval(*last)


def _changes(rows: Sequence[StreamRow]) -> Iterator[int]:
    """Yield the task boundaries: something of another category has settled in front, or the person came back."""
    run: tuple[int, int] | None = None  # category of what is in front and since when
    settled: int | None = None  # category that was worked in last
    seen_ms = rows[0].start_ms if rows else 0
    for row in rows:
        if row.presence is not Presence.ACTIVE:
            continue
        if row.start_ms - seen_ms >= LEFT_MS:
            yield row.start_ms
            run, settled = None, None
        seen_ms = row.end_ms
        if run is None or run[0] != row.category:
            run = row.category, row.start_ms
        if row.end_ms - run[1] >= SETTLED_MS and run[0] != settled:
            if settled is not None:
                yield run[1] + SETTLED_MS
            settled = run[0]
