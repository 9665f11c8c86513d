"""A stream of events that is asked what happened during one stretch after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from engine.importers.activitywatch.buckets import Event


class Cursor:
    """Answers for stretches that come in order of start, and keeps only what a later one may still need."""

    def __init__(self, events: Iterator[Event]) -> None:
        self._events = events
        self._near: deque[Event] = deque()
        self._next: Event | None = next(events, None)

    def during(self, start_ms: int, end_ms: int) -> list[Event]:
        """Return the events that share time with [start_ms, end_ms), cut to it, in order."""
        while self._near and self._near[0].end_ms <= start_ms:
            self._near.popleft()
        while self._next is not None and self._next.start_ms < end_ms:
            if self._next.end_ms > start_ms:
                self._near.append(self._next)
            self._next = next(self._events, None)
        if len(self._near) == 1 and self._near[0].start_ms <= start_ms and end_ms <= self._near[0].end_ms:
            return [self._near[0].during(start_ms, end_ms)]  # as most of the time
        return [
            event.during(max(start_ms, event.start_ms), min(end_ms, event.end_ms))
            for event in self._near
            if event.start_ms < end_ms and event.end_ms > start_ms
        ]
