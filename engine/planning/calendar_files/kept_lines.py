"""What the lines say that were kept from a calendar, for whoever writes them again."""

from __future__ import annotations

from engine.domain.blocks import Block
from engine.domain.clock import MS_PER_MINUTE


def planned_minutes(block: Block) -> int:
    """Return how many minutes the block takes, rounded."""
    return round(block.interval.length_ms / MS_PER_MINUTE)


def says(extra: str, name: str) -> bool:
    """Return whether kept lines hold a property of that name, in the entry itself."""
    depth = 0
    for line in extra.split("\n"):
        depth += line.startswith("BEGIN:")
        if depth == 0 and line.upper().startswith((f"{name}:", f"{name};")):
            return True
        depth -= line.startswith("END:")
    return False
