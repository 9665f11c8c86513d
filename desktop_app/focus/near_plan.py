"""What is planned for the hours ahead, as far as a session can be held for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from engine.domain.blocks import Occurrence
from engine.domain.clock import MS_PER_MINUTE
from engine.domain.focus_session import Timing

AHEAD_MS: Final = 86_400_000
SOON_MS: Final = 900_000
"""A block that starts so soon can be started already."""
_KNOWN_MS: Final = 15_000
_LONGEST_MIN: Final = 480


class NearPlan:
    """Remembers the plan of a day ahead; it is read anew when it is too old, not at every change of the database."""

    def __init__(self) -> None:
        self._planned: tuple[Occurrence, ...] = ()
        self._read_ms: int | None = None

    def is_old(self, now_ms: int) -> bool:
        """Return whether it shall be read anew."""
        return self._read_ms is None or not 0 <= now_ms - self._read_ms < _KNOWN_MS

    def know(self, planned: Sequence[Occurrence], now_ms: int) -> None:
        """Take what was read."""
        self._planned, self._read_ms = tuple(planned), now_ms

    def forget(self) -> None:
        """Have it read anew at the next look."""
        self._read_ms = None

    def at(self, now_ms: int) -> Occurrence | None:
        """Return the block under way or about to start, None where there is none."""
        near = (one for one in self._planned if one.interval.start_ms - SOON_MS <= now_ms < one.interval.end_ms)
        fitting = [one for one in near if one.block.busy and not one.block.all_day]
        return min(fitting, key=lambda one: abs(one.interval.start_ms - now_ms), default=None)

    def of_block(self, block_id: int, now_ms: int) -> Occurrence | None:
        """Return the time of this block that is nearest, None where it has none ahead."""
        its = (one for one in self._planned if one.block.id == block_id and one.interval.end_ms > now_ms)
        return min(its, key=lambda one: abs(one.interval.start_ms - now_ms), default=None)


def timing_until(end_ms: int, now_ms: int) -> Timing:
    """Return one stretch of work from now until a block is over."""
    return Timing(work=min(max((end_ms - now_ms) // MS_PER_MINUTE, 1), _LONGEST_MIN))
