"""How long each group took, such that what one quarter-hour held changes no more than a quarter-hour of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from engine.domain.clock import MS_PER_SECOND, utc
from engine.domain.days import DayRule
from engine.domain.sharing import BLOCK_MS, GROUPS
from engine.domain.stream_row import StreamRow
from engine.sharing.week.counting import held_in

BLOCK_SECONDS = BLOCK_MS // MS_PER_SECOND
PARTS = ("night", "morning", "afternoon", "evening")
"""Of six hours each, from midnight on."""

_HOURS = 6


def amounts_of(rows: Iterable[StreamRow], blocks: range, group: Callable[[int], str]) -> dict[int, dict[str, int]]:
    """Return the whole seconds each group took of each quarter-hour, together no more than it has.

    So two histories that differ in one quarter-hour, whatever it holds, differ by 900 seconds less here and 900 more
    there at most.
    """
    return {block: _within(counts) for block, counts in held_in(rows, blocks, group).items()}


def _within(counts: Counter[str]) -> dict[str, int]:
    left, found = BLOCK_SECONDS, {}
    for name in GROUPS:
        found[name] = min(left, counts[name] // MS_PER_SECOND)
        left -= found[name]
    return found


def in_all(amounts: Mapping[int, Mapping[str, int]]) -> dict[str, int]:
    """Return each group's seconds, nought for those without any."""
    return {name: sum(one[name] for one in amounts.values()) for name in GROUPS}


def by_part(amounts: Mapping[int, Mapping[str, int]], rule: DayRule) -> dict[str, dict[str, int]]:
    """Return the same by part of the day, on the person's own clock."""
    zone = rule.tzinfo()
    counts: Counter[tuple[str, str]] = Counter()
    for block, held in amounts.items():
        part = PARTS[utc(block * BLOCK_MS).astimezone(zone).hour // _HOURS]
        counts.update({(name, part): seconds for name, seconds in held.items()})
    return {name: {part: counts[name, part] for part in PARTS} for name in GROUPS}
