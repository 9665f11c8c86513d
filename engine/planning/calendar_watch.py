"""Whether calendars changed since they were read, told without opening them: the recorder asks it again and again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256

from engine.domain.calendars import CalendarSource
from engine.planning.calendar_files.files import look_of
from engine.storage.calendars import CalendarStore, Seen

_READING = "1"
"""Another number has every calendar read anew: raised whenever the same file gives other blocks."""


class CalendarWatch:
    """Compares what calendars look like from outside. words, zone: what they are read by, as now in force."""

    def __init__(self, store: CalendarStore, words: Callable[[], Sequence[str]], zone: Callable[[], str]) -> None:
        self._store = store
        self._words = words
        self._zone = zone

    def outdated(self) -> bool:
        """Return whether any watched calendar looks different from when it was read; raises Storage errors."""
        return any(self.is_outdated(one) for one in self._store.looks())

    def is_outdated(self, seen: Seen) -> bool:
        """Return whether a calendar looks different from when it was read."""
        return self.look(seen.source) != seen.look

    def look(self, source: CalendarSource) -> str:
        """Return what changes when the calendar's files do, or what they are read by."""
        words = sha256("\n".join(self._words()).encode("utf-8", "replace")).hexdigest()
        return look_of(source.path, source.kind, f"{_READING} {self._zone()} {words}")
