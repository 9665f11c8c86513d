"""Which blocks go into a calendar file."""

from __future__ import annotations

from datetime import date

from engine.domain.blocks import Block, BlockSource
from engine.domain.calendars import Series
from engine.domain.days import DayRule, day_start_ms
from engine.domain.errors import UsageError
from engine.planning.plan import Plan
from engine.storage.blocks import BlockStore


def planned_series(
    plan: Plan, blocks: BlockStore, start: date, end: date, rule: DayRule, *, calendars: bool
) -> list[Series]:
    """Return the blocks that take place from start to end, end excluded, repeated ones whole, in order.

    calendars: those that were read from calendars, too. UsageError where the end is not after the start.
    """
    if end <= start:
        raise UsageError("The last day is before the first. Give a later end.")
    found: dict[int, Block] = {}
    for one in plan.occurrences(day_start_ms(start, rule), day_start_ms(end, rule)):
        block = one.block
        if calendars or block.origin.source is not BlockSource.CALENDAR:
            number = block.series_id or block.id
            if number not in found:
                found[number] = plan.get(number) if block.series_id else block
    return [Series(block, tuple(blocks.stand_ins(block.id))) for block in found.values()]
