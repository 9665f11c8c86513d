"""Which conflicts of the plan are worth saying: those the person, or Kairos for them, can do something about."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from engine.domain.blocks import BlockSource, Conflict

_DIGEST = 8


def told(conflicts: Iterable[Conflict]) -> tuple[int, str]:
    """Return how many pairs of blocks are in each other's way, and what names just these, whenever they are.

    Two entries of calendars are left out: they are changed elsewhere, and whoever made them knows.
    """
    pairs = {_pair(one) for one in conflicts if not _elsewhere(one)}
    text = " ".join(f"{first}-{second}" for first, second in sorted(pairs))
    return len(pairs), blake2b(text.encode(), digest_size=_DIGEST).hexdigest()


def _pair(one: Conflict) -> tuple[int, int]:
    first, second = sorted((one.first.block.id, one.second.block.id))
    return first, second


def _elsewhere(one: Conflict) -> bool:
    return all(part.block.origin.source is BlockSource.CALENDAR for part in (one.first, one.second))
