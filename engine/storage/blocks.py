"""Planned time, as stored."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import and_, or_, select

from engine.domain.blocks import Block, BlockSource
from engine.domain.intervals import Interval
from engine.storage.database import Reads
from engine.storage.queries.block_rows import block_of
from engine.storage.tables import block

_REPEATS = or_(block.c.rule != "", block.c.added != "")


@dataclass(frozen=True, slots=True)
class StoredBlocks:
    """Blocks that may take place within some time.

    replaced: of each repeated one by its number, the starts that another block stands for.
    """

    blocks: tuple[Block, ...]
    replaced: dict[int, frozenset[int]]


class BlockStore:
    """Reads blocks; they are written as part of a change of the plan. Raises Storage errors."""

    def __init__(self, reads: Reads) -> None:
        self._reads = reads

    def get(self, block_id: int) -> Block | None:
        """Return a block by its number, None where there is none."""
        with self._reads.reading() as connection:
            row = connection.execute(select(block).where(block.c.id == block_id)).one_or_none()
        return None if row is None else block_of(row)

    def within(self, start_ms: int, end_ms: int, *, protected: bool = False) -> StoredBlocks:
        """Return the blocks that lie in the time between, and all repeated ones that began before its end.

        protected: only those over which nothing may be placed.
        """
        lies_there = and_(block.c.start_ms < end_ms, block.c.end_ms > start_ms)
        wanted = select(block).where(or_(lies_there, and_(_REPEATS, block.c.start_ms < end_ms))).order_by(block.c.id)
        if protected:
            wanted = wanted.where(block.c.protected == 1, block.c.busy == 1)
        stood_for = select(block.c.series_id, block.c.replaces_ms).where(block.c.series_id.is_not(None))
        with self._reads.reading() as connection:
            found = tuple(block_of(row) for row in connection.execute(wanted))
            replaced: dict[int, set[int]] = {}
            for series_id, moment in connection.execute(stood_for):
                replaced.setdefault(series_id, set()).add(moment)
        return StoredBlocks(found, {number: frozenset(starts) for number, starts in replaced.items()})

    def stand_ins(self, series_id: int) -> list[Block]:
        """Return the blocks that stand for one occurrence of a repeated one, in order of what they stand for."""
        wanted = select(block).where(block.c.series_id == series_id).order_by(block.c.replaces_ms, block.c.id)
        with self._reads.reading() as connection:
            return [block_of(row) for row in connection.execute(wanted)]

    def of_proposal(self, interval: Interval, flexible_id: int, offer_id: int) -> Block | None:
        """Return a block that was planned of an offer, or of another one of the same place; None where there is none.

        Two programs that suggest at once each store their own offer of a place.
        """
        there = and_(
            block.c.source == BlockSource.RECOMMENDED.value,
            block.c.flexible_id == flexible_id,
            block.c.start_ms == interval.start_ms,
            block.c.end_ms == interval.end_ms,
        )
        wanted = select(block).where(or_(there, block.c.offer_id == offer_id) if offer_id else there)
        with self._reads.reading() as connection:
            row = connection.execute(wanted.order_by(block.c.id).limit(1)).one_or_none()
        return None if row is None else block_of(row)
