"""What is to be placed into a week, under which limits, and what a place for it is worth: the objective.

The worth of a week is the focused minutes expected in what is placed for focus and learning, less those that all else
takes away from where it is put; so all else goes where focus is poor. What the person asked for comes first: one piece
more of it outweighs all focused minutes, and what stands in the plan already outweighs that. What stands has a bonus
where it stands, so that it is moved only where the week gains more. Of weeks worth the same the earlier one is taken.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.planning.week.slots import Mask, Values

KEPT = 20_000.0
"""What it is worth that something that stands in the plan has a place."""

ASKED = 1_000.0
"""What it is worth that a piece of something the person asked for has a place."""

MOVED_FOR = 20.0
"""Focused minutes that the week must gain for something that stands in the plan to be moved."""

LATE_PER_HOUR = 0.01
"""Focused minutes that a place is worth less for every hour it begins later."""


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """Pieces of time that are alike. Lengths are in slots.

    deep: focus or learning, for which the daily cap and the pause hold. allowed: where pieces may lie. worth: of each
    slot. shortest, longest: of one piece. pieces: so many at most; a_day: on one day. altogether: slots of all pieces
    at most, 0 for no such limit. asked: the person asked for it. stands: the first slot of what stands in the plan
    already, which is one piece, and -1 where it cannot stay; None for what is new.
    """

    deep: bool
    allowed: Mask
    worth: Values
    shortest: int
    longest: int
    pieces: int
    a_day: int = 1
    altogether: int = 0
    asked: bool = True
    stands: int | None = None

    @property
    def bonus(self) -> float:
        """What a piece is worth beside its slots."""
        if self.stands is not None:
            return KEPT
        return ASKED if self.asked else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Limits:
    """What holds for all together. day: of each slot. cap: slots for deep pieces by day. pause: slots between two."""

    cap: tuple[int, ...]
    pause: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """A place chosen: slots [first, stop) for the wanted one of that number."""

    first: int
    stop: int
    of: int
