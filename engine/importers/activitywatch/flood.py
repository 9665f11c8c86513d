"""Flooding: what ActivityWatch does to the events of a bucket before it counts them.

Watchers report by heartbeats, so short holes between two events mean nothing. A hole of up to five seconds is filled
from the longer of its neighbours, equal neighbours become one, events of no length vanish, and where two
different ones still overlap the later one has the time. Written after the rule as ActivityWatch documents it
(aw-core, `flood`), for events in order of start and one at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.importers.activitywatch.buckets import Event

PULSE_MS = 5_000
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
    held: Event | None = None
    for event in events:
        if held is None or held.end_ms <= event.start_ms:
            if held is not None:
                yield held
            held = event
        elif held.data == event.data:
            held = held.during(held.start_ms, max(held.end_ms, event.end_ms))
        else:
            if event.start_ms > held.start_ms:
                yield held.during(held.start_ms, event.start_ms)
            held = event
    if held is not None:
        yield held
