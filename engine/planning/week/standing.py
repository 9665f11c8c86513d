"""What Kairos placed before and may place anew."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from engine.domain.blocks import BlockKind, BlockSource, Occurrence


def is_movable(one: Occurrence, from_ms: int) -> bool:
    """Return whether Kairos placed it, so that it may be moved: accepted before, not protected, and not begun."""
    block = one.block
    placed = block.origin.source is BlockSource.RECOMMENDED or block.origin.flexible_id > 0
    alone = not block.recurrence.repeats and not block.series_id and not block.all_day
    return placed and alone and block.busy and not block.about.protected and one.interval.start_ms >= from_ms


def apart_enough(ones: Sequence[Occurrence], pause_ms: int, deep: Collection[BlockKind]) -> list[Occurrence]:
    """Return them without those the person left nearer to another one than the pause: they stay where they are."""
    needs = [one for one in ones if one.block.about.kind in deep]
    near = {
        one.block.id for one in needs for other in needs if one is not other and _gap_ms(one, other) in range(pause_ms)
    }
    return [one for one in ones if one.block.id not in near]


def _gap_ms(one: Occurrence, other: Occurrence) -> int:
    """Return the time between two; negative where they overlap."""
    return max(one.interval.start_ms - other.interval.end_ms, other.interval.start_ms - one.interval.end_ms)
