"""Time that waits for a place, as stored."""

from __future__ import annotations

from sqlalchemy import select

from engine.domain.blocks import FlexibleBlock
from engine.storage.database import Reads
from engine.storage.queries.block_rows import flexible_of
from engine.storage.tables import flexible_block


class FlexibleBlockStore:
    """Reads flexible blocks; they are written as part of a change of the plan. Raises Storage errors."""

    def __init__(self, reads: Reads) -> None:
        self._reads = reads

    def all(self) -> list[FlexibleBlock]:
        """Return every flexible block, in the order they were made."""
        with self._reads.reading() as connection:
            return [
                flexible_of(row) for row in connection.execute(select(flexible_block).order_by(flexible_block.c.id))
            ]

    def get(self, flexible_id: int) -> FlexibleBlock | None:
        """Return a flexible block by its number, None where there is none."""
        wanted = select(flexible_block).where(flexible_block.c.id == flexible_id)
        with self._reads.reading() as connection:
            row = connection.execute(wanted).one_or_none()
        return None if row is None else flexible_of(row)
