"""Flooding: what ActivityWatch does to the events of a bucket before it counts them.

Watchers report by heartbeats, so short holes between two events mean nothing. A hole of up to five seconds is filled
from the longer of its neighbours, equal neighbours become one, events of no length vanish. Where different ones still
overlap, the one that started last has the time, and after it the one before goes on: ActivityWatch would count such
time twice. Written after the rule as ActivityWatch documents it (aw-core, `flood`), for events in order of start and
one at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.importers.activitywatch.buckets import Event

PULSE_MS = 5_000
_MOST_WAITING = 100  # windows within windows; of more the outermost are forgotten
_SLIGHT_MS = 100  # an overlap below this is a matter of clocks and is treated like a hole


def flood(events: Iterable[Event], pulse_ms: int = PULSE_MS) -> Iterator[Event]:
    """Yield the flooded events by start; none has no length and none overlaps another."""
    return _without_overlaps(event for event in _filled(events, pulse_ms) if event.length_ms > 0)


def _filled(events: Iterable[Event], pulse_ms: int) -> Iterator[Event]:
    before: Event | None = None
    for event in events:
        if before is None:
            before = event
            continue
        first, before = _pair(before, event, pulse_ms)
        yield first
    if before is not None:
        yield before


def _pair(first: Event, second: Event, pulse_ms: int) -> tuple[Event, Event]:
    """Return two neighbours with the hole or the overlap between them settled."""
    gap_ms = second.start_ms - first.end_ms
    same = first.data == second.data
    if gap_ms < 0 and same:
        end_ms = max(first.end_ms, second.end_ms)
        return first.during(first.start_ms, end_ms), second.during(end_ms, end_ms)
    if gap_ms == 0 or not -_SLIGHT_MS < gap_ms <= pulse_ms:
        return first, second
    if first.length_ms >= second.length_ms:
        if same:
            return first.during(first.start_ms, second.end_ms), second.during(second.end_ms, second.end_ms)
        return first.during(first.start_ms, second.start_ms), second
    if same:
        return first.during(first.start_ms, first.start_ms), second.during(first.start_ms, second.end_ms)
    return first, second.during(first.end_ms, second.end_ms)


def _without_overlaps(events: Iterable[Event]) -> Iterator[Event]:
    """Yield who is in front: of several at a time the one that started last, after it again the one before."""
    waiting: list[Event] = []  # those under way, the one in front last, each ending before the one below it
    reached_ms = 0
    for event in events:
        reached_ms = max(reached_ms, event.start_ms)  # settling a hole may have moved the one before past this one
        if event.end_ms <= reached_ms:
            continue
        top = waiting[-1] if waiting else None
        if top is not None and top.data == event.data and top.end_ms > reached_ms:
            front = top.during(top.start_ms, max(top.end_ms, event.end_ms))
        else:
            yield from _until(reached_ms, waiting)
            front = event.during(reached_ms, event.end_ms)
        while waiting and waiting[-1].end_ms <= front.end_ms:
            waiting.pop()
        waiting.append(front)
        del waiting[:-_MOST_WAITING]
    yield from _until(None, waiting)


def _until(limit_ms: int | None, waiting: list[Event]) -> Iterator[Event]:
    """Yield what is in front up to a moment, to the end for None; what goes on then stays, from there on."""
    while waiting:
        top = waiting.pop()
        end_ms = top.end_ms if limit_ms is None else min(top.end_ms, limit_ms)
        if end_ms > top.start_ms:
            yield top.during(top.start_ms, end_ms)
        if top.end_ms > end_ms:
            waiting.append(top.during(max(top.start_ms, end_ms), top.end_ms))
            return
        if waiting:
            below = waiting.pop()
            waiting.append(below.during(max(below.start_ms, end_ms), below.end_ms))
