"""Conflicts are told by the blocks that make them, and those of calendars alone are not."""

from __future__ import annotations

from engine.domain.blocks import About, Block, BlockSource, Conflict, Occurrence, Origin
from engine.domain.intervals import Interval
from engine.planning.plan_changed import told


def at(block_id: int, start_ms: int, source: BlockSource = BlockSource.PERSON) -> Occurrence:
    block = Block(About(), Interval(start_ms, start_ms + 9), "UTC", origin=Origin(source), id=block_id)
    return Occurrence(block.interval, block, start_ms)


def test_a_pair_that_overlaps_every_week_is_one_whatever_the_order() -> None:
    first = [Conflict(at(1, 0), at(2, 5)), Conflict(at(1, 700), at(2, 705))]
    later = [Conflict(at(2, 1_405), at(1, 1_400))]
    assert told(first) == told(later)
    assert told(first)[0] == 1
    more = [*first, Conflict(at(1, 0), at(3, 5))]
    assert told(more)[0] == 2
    assert told(more)[1] != told(first)[1]


def test_two_entries_of_calendars_are_theirs_to_mend() -> None:
    both = Conflict(at(1, 0, BlockSource.CALENDAR), at(2, 5, BlockSource.CALENDAR))
    own = Conflict(at(3, 0), at(2, 5, BlockSource.CALENDAR))
    assert told([both])[0] == 0
    assert told([both, own])[0] == 1
