"""The history as models read it, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from engine.domain.presence import Presence


class StreamRow(NamedTuple):
    """A stretch of the history as it counts, corrections applied; times in UTC milliseconds, zone an IANA name.

    app: "" where none is known; title likewise. category: 0 for none. document: number of the indexed document in
    front, 0 for none. withheld rows have neither app nor title.
    """

    start_ms: int
    end_ms: int
    zone: str
    presence: Presence
    app: str
    title: str
    category: int
    document: int


class StreamMark(NamedTuple):
    """What the history before a UTC day looked like; equal ones say that nothing there has changed since.

    day: counted from 1970. look: the newest look then; later ones cannot have been in front before.
    """

    day: int
    look: int
    numbers: tuple[int, ...]


class HistoryRows(Protocol):
    """What reads the history for models; raises Storage errors."""

    def rows(self, start_ms: int, end_ms: int) -> Sequence[StreamRow]:
        """Return the stretches within [start_ms, end_ms), cut there, in order, without overlaps."""
        ...

    def mark(self, day: int) -> StreamMark:
        """Return what the history before a UTC day, counted from 1970, looks like now."""
        ...

    def unchanged(self, mark: StreamMark) -> bool:
        """Return whether nothing has changed before the mark's day."""
        ...
