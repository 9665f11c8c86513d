"""Weeks made at random: what some of their quarter-hours held."""

from __future__ import annotations

from helpers.share_room import MONDAY_MS
from hypothesis import strategies as st

from engine.domain.presence import Presence
from engine.domain.sharing import BLOCK_MS
from engine.domain.stream_row import StreamRow

Pieces = list[tuple[int, int]]
"""Places in GROUPS with minutes, one after the other."""

Contents = dict[int, Pieces]

pieces = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 15)), max_size=3)
contents = st.dictionaries(st.integers(0, 20), pieces, max_size=12)


def rows_of(week: Contents) -> list[StreamRow]:
    """Return the rows of a week; what does not fit into a quarter-hour is left out."""
    rows = []
    for block, held in week.items():
        minute = 0
        for category, wanted in held:
            minutes = min(wanted, 15 - minute)
            if minutes:
                start = MONDAY_MS + block * BLOCK_MS + minute * 60_000
                rows.append(StreamRow(start, start + minutes * 60_000, "UTC", Presence.ACTIVE, "", "", category + 1, 0))
            minute += minutes
    return rows
