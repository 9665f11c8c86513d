"""Focus sessions nobody started, seen afterwards in what was recorded. Pure.

One is at least LEAST_MS of activity, three quarters of it and more in categories of a positive focus weight, with few
switches between apps, begun and ended with focused work, and held together: no pause of PAUSE_MS or more, and nothing
else in front for so long. A long time that is too scattered as a whole is parted where it was left longest, and its
parts are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from engine.domain.clock import MS_PER_MINUTE
from engine.domain.focus_label import FOCUSED_SHARE
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.stream_row import StreamRow

LEAST_MS = 15 * MS_PER_MINUTE
PAUSE_MS = 3 * MS_PER_MINUTE
MOST_PER_MINUTE = 1.0
"""Switches between apps; people at work switch windows about every 47 seconds (Mark, Attention Span, 2023)."""

Weight = Callable[[int], int]


def detected(rows: Sequence[StreamRow], taken: Iterable[Interval], now_ms: int, weight: Weight) -> Iterator[Interval]:
    """Yield the sessions in order. rows: in order, without overlaps; taken: started ones; one going on is left out."""
    parts = list(_outside(rows, sorted(taken)))
    for together in _together(parts, weight):
        for found in _parted(together, weight):
            if found[-1].end_ms <= now_ms - PAUSE_MS:
                yield Interval(found[0].start_ms, found[-1].end_ms)


def _outside(rows: Sequence[StreamRow], taken: Sequence[Interval]) -> Iterator[StreamRow]:
    """Yield the active rows with the started sessions cut out."""
    place = 0
    for row in rows:
        if row.presence is not Presence.ACTIVE:
            continue
        start_ms = row.start_ms
        while place < len(taken) and taken[place].end_ms <= start_ms:
            place += 1
        for one in taken[place:]:
            if one.start_ms >= row.end_ms:
                break
            if one.start_ms > start_ms:
                yield row._replace(start_ms=start_ms, end_ms=one.start_ms)
            start_ms = max(start_ms, one.end_ms)
        if start_ms < row.end_ms:
            yield row._replace(start_ms=start_ms)


def _together(parts: Sequence[StreamRow], weight: Weight) -> Iterator[list[StreamRow]]:
    """Yield runs that begin and end with focused work and leave it for less than PAUSE_MS at a time."""
    run: list[StreamRow] = []
    focused = 0  # rows of the run up to the last focused one
    for row in parts:
        if run and row.start_ms - run[focused - 1].end_ms >= PAUSE_MS:
            yield run[:focused]
            run, focused = [], 0
        if weight(row.category) > 0:
            run.append(row)
            focused = len(run)
        elif run:
            run.append(row)
    if run:
        yield run[:focused]


def _parted(run: list[StreamRow], weight: Weight) -> Iterator[list[StreamRow]]:
    """Yield the run where it is a session, else those of its parts that are."""
    waiting = [run]
    while waiting:
        one = waiting.pop()
        if one[-1].end_ms - one[0].start_ms < LEAST_MS:
            continue
        if _is_session(one, weight):
            yield one
            continue
        waiting += reversed(_halves(one, weight))


def _is_session(run: Sequence[StreamRow], weight: Weight) -> bool:
    active_ms = sum(map(_length, run))
    focused_ms = sum(_length(row) for row in run if weight(row.category) > 0)
    switches = sum(one.app != other.app for one, other in pairwise(run))
    enough = active_ms >= LEAST_MS and focused_ms >= FOCUSED_SHARE * active_ms
    return enough and switches * MS_PER_MINUTE <= MOST_PER_MINUTE * active_ms


def _halves(run: Sequence[StreamRow], weight: Weight) -> list[list[StreamRow]]:
    """Return the run parted where focused work was left longest, of equals nearest its middle."""
    focused = [place for place, row in enumerate(run) if weight(row.category) > 0]
    middle_ms = (run[0].start_ms + run[-1].end_ms) // 2

    def left(pair: tuple[int, int]) -> tuple[int, int]:
        before, after = (run[place] for place in pair)
        return after.start_ms - before.end_ms, -abs(before.end_ms - middle_ms)

    widest = max(pairwise(focused), key=left, default=None)
    return [] if widest is None else [list(run[: widest[0] + 1]), list(run[widest[1] :])]


def _length(row: StreamRow) -> int:
    return row.end_ms - row.start_ms
