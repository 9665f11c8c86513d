"""What became of planned time: plan against actual, in milliseconds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from engine.domain.blocks import Occurrence
from engine.domain.intervals import Interval


class Outcome(StrEnum):
    """What became of one planned time."""

    KEPT = "kept"  # most of it went to what it was for
    PARTLY = "partly"
    MISSED = "missed"
    UNRECORDED = "unrecorded"  # nothing was recorded, so nothing can be told
    UNDER_WAY = "under_way"
    AHEAD = "ahead"
    NOT_MEASURED = "not_measured"  # a break, or personal time: being away is what it is for


@dataclass(frozen=True, slots=True)
class Kept:
    """One planned time and what was done in it. matching_ms: of what it was for; focused_ms: focus-weight time."""

    occurrence: Occurrence
    outcome: Outcome
    active_ms: int
    matching_ms: int
    focused_ms: int
    distracting_ms: int

    @property
    def share(self) -> float:
        """How much of the planned time went to what it was for, 0 to 1."""
        planned = self.occurrence.interval.length_ms
        return min(1.0, self.matching_ms / planned) if planned else 0.0


@dataclass(frozen=True, slots=True)
class Adherence:
    """A stretch of the plan against what was recorded. share: of the measured planned time, None where none was."""

    span: Interval
    kept: tuple[Kept, ...]
    share: float | None
    planned_ms: int
    matching_ms: int
