"""The history as models read it, row by row."""

from __future__ import annotations

from typing import NamedTuple

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
