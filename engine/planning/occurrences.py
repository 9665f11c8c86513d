"""Blocks as stored into the times they take place, and what of that time is taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from operator import attrgetter

from engine.domain.blocks import Block, Certainty, Conflict, Occurrence
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.planning.recurrence import expand

MOST_AT_ONCE = 20_000
_NONE: frozenset[int] = frozenset()


def occurrences_of(
    blocks: Iterable[Block], replaced: Mapping[int, AbstractSet[int]], span: Interval, most: int = MOST_AT_ONCE
) -> list[Occurrence]:
    """Return every time one of the blocks takes place that shares time with the span, in order; no cancelled ones.

    replaced: of each repeated block by its number, the starts that another block stands for. Raises UsageError where
    there are more than most.
    """
    found: list[Occurrence] = []
    for block in blocks:
        if block.certainty is not Certainty.CANCELLED:
            found += _of_one(block, replaced.get(block.id, _NONE), span)
        if len(found) > most:
            raise UsageError(f"More than {most:,} planned times lie in that time. Ask for a shorter one.")
    return sorted(found, key=lambda one: (one.interval, one.block.id))


def _of_one(block: Block, replaced: AbstractSet[int], span: Interval) -> list[Occurrence]:
    if block.recurrence.repeats:
        return [one for one in expand(block, span) if one.of_ms not in replaced]
    if block.interval.start_ms >= span.end_ms or block.interval.end_ms <= span.start_ms:
        return []
    of_ms = block.interval.start_ms if block.replaces_ms is None else block.replaces_ms
    return [Occurrence(block.interval, block, of_ms)]


def conflicts_of(occurrences: Iterable[Occurrence]) -> list[Conflict]:
    """Return each two busy ones of different blocks that overlap, in order of the second's start."""
    found: list[Conflict] = []
    going_on: list[Occurrence] = []
    for one in sorted((one for one in occurrences if one.block.busy), key=attrgetter("interval")):
        going_on = [other for other in going_on if other.interval.end_ms > one.interval.start_ms]
        found += [Conflict(other, one) for other in going_on if other.block.id != one.block.id]
        if len(found) > MOST_AT_ONCE:
            raise UsageError(f"More than {MOST_AT_ONCE:,} planned times overlap in that time. Ask for a shorter one.")
        going_on.append(one)
    return found


def busy_time(occurrences: Iterable[Occurrence], span: Interval) -> list[Interval]:
    """Return the time within the span that busy ones take, in order, neighbours as one."""
    taken: list[Interval] = []
    for interval in sorted(one.interval for one in occurrences if one.block.busy):
        part = interval.clip(span)
        if part is None:
            continue
        if taken and part.start_ms <= taken[-1].end_ms:
            taken[-1] = Interval(taken[-1].start_ms, max(part.end_ms, taken[-1].end_ms))
        else:
            taken.append(part)
    return taken


def in_the_way(wanted: Iterable[Occurrence], others: Iterable[Occurrence]) -> Conflict | None:
    """Return the first of the wanted that is busy and lies over a busy one of another block, or None."""
    ours = [one for one in wanted if one.block.busy]
    mine = {one.block.id for one in ours}
    for clash in conflicts_of([*ours, *(one for one in others if one.block.id not in mine)]):
        if (clash.first.block.id in mine) != (clash.second.block.id in mine):
            own, other = (clash.first, clash.second) if clash.first.block.id in mine else (clash.second, clash.first)
            return Conflict(own, other)
    return None
