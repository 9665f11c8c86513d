"""A plan in memory: what is added stands there until it is removed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from engine.domain.blocks import Block, Occurrence, Scope
from engine.domain.errors import UsageError


@dataclass
class MemoryPlan:
    """Blocks that do not repeat. trouble: what every addition is refused with, "" for none."""

    blocks: list[Block] = field(default_factory=list)
    trouble: str = ""

    def add(self, block: Block) -> Block:
        """Add a block."""
        if self.trouble:
            raise UsageError(self.trouble)
        stored = replace(block, id=len(self.blocks) + 1)
        self.blocks.append(stored)
        return stored

    def remove(self, occurrence: Occurrence, _scope: Scope = Scope.ALL) -> None:
        """Remove a block."""
        self.blocks.remove(occurrence.block)

    def occurrences(self, start_ms: int, end_ms: int) -> list[Occurrence]:
        """Return what shares time with the span, in order."""
        found = [Occurrence(one.interval, one, one.interval.start_ms) for one in self.blocks]
        held = [one for one in found if one.interval.start_ms < end_ms and one.interval.end_ms > start_ms]
        return sorted(held, key=lambda one: one.interval.start_ms)
