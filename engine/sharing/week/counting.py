"""Recorded time as quarter-hours, each of one group: what one of them held changes what no other counts as."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from engine.domain.clock import utc
from engine.domain.presence import Presence
from engine.domain.sharing import BLOCK_MS, GROUPS
from engine.domain.stream_row import StreamRow


def block_range(start_ms: int, end_ms: int) -> range:
    """Return the numbers of the quarter-hours that begin within [start_ms, end_ms)."""
    return range(-(-start_ms // BLOCK_MS), -(-end_ms // BLOCK_MS))


def months_of(blocks: range) -> tuple[str, ...]:
    """Return the months, in UTC, that the quarter-hours lie in: whatever zone anybody is in, each lies in one."""
    days = range(blocks.start * BLOCK_MS, blocks.stop * BLOCK_MS, 24 * 4 * BLOCK_MS)
    moments = [*days, (blocks.stop - 1) * BLOCK_MS]
    return tuple(sorted({f"{utc(one):%Y-%m}" for one in moments}))


def held_in(rows: Iterable[StreamRow], blocks: range, group: Callable[[int], str]) -> dict[int, Counter[str]]:
    """Return how many milliseconds of each quarter-hour somebody was there, by group. group: of a category's number."""
    held: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row.presence is Presence.ACTIVE:
            _spread(held, row, blocks, group(row.category))
    return held


def groups_of(rows: Iterable[StreamRow], blocks: range, group: Callable[[int], str]) -> dict[int, str]:
    """Return the group of each quarter-hour in which somebody was there for half of it or longer.

    It is the one that has most of it, the earlier one of GROUPS where two have the same.
    """
    held = held_in(rows, blocks, group)
    return {block: _most(counts) for block, counts in held.items() if 2 * counts.total() >= BLOCK_MS}


def _spread(held: defaultdict[int, Counter[str]], row: StreamRow, blocks: range, name: str) -> None:
    for block in range(max(row.start_ms // BLOCK_MS, blocks.start), min(-(-row.end_ms // BLOCK_MS), blocks.stop)):
        start, end = block * BLOCK_MS, (block + 1) * BLOCK_MS
        held[block][name] += min(row.end_ms, end) - max(row.start_ms, start)


def _most(counts: Counter[str]) -> str:
    return max(GROUPS, key=lambda name: (counts[name], -GROUPS.index(name)))


def counted(held: Mapping[int, str]) -> dict[str, int]:
    """Return how many quarter-hours each group has, those without any too."""
    counts = Counter(held.values())
    return {name: counts[name] for name in GROUPS}
