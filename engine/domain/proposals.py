"""A week as Kairos would place it: proposals with their reasons, and what could not be placed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from engine.domain.blocks import About
from engine.domain.intervals import Interval
from engine.domain.recommended import Scored


class Obstacle(StrEnum):
    """Why a flexible block has no place, or fewer than wanted."""

    NO_FREE_TIME = "no_free_time"  # nothing long enough is free between its hours on its days
    DEADLINE = "deadline"  # there is time, but after its deadline
    DAILY_CAP = "daily_cap"  # more deep work than the person allows a day
    OUTSIDE_HOURS = "outside_hours"  # its hours and the working hours have nothing in common
    CROWDED_OUT = "crowded_out"  # others that promise more took the time
    TOO_LATE = "too_late"  # its deadline has passed


class Basis(StrEnum):
    """What the worth of a place rests on."""

    LEARNED = "learned"  # the learned forecast
    HOURS = "hours"  # what the person's own hours of the week were like
    EVEN = "even"  # nothing is known: all time counts the same


@dataclass(frozen=True, slots=True)
class Proposal:
    """One place for a flexible block, or for focus time nobody asked for (flexible_id 0).

    focused_minutes: expected there. why: where the worth comes from, in focused minutes beyond as long a time anywhere.
    key: names it until the next suggestion; the same place for the same block has the same key. offer_id: 0 while
    nothing is stored. moves_id: the block of the plan that it would move, 0 for none.
    """

    key: str
    flexible_id: int
    about: About
    interval: Interval
    focused_minutes: float
    why: Scored
    basis: Basis = Basis.EVEN
    offer_id: int = 0
    moves_id: int = 0


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A flexible block that got fewer places than wanted, and why."""

    flexible_id: int
    about: About
    missing: int
    obstacle: Obstacle


@dataclass(frozen=True, slots=True)
class WeekProposal:
    """A suggested week: made when, for which time, its places in order, and what has none.

    exact: no better week exists under the same rules; False where the search was cut off. seconds: how long it took.
    """

    made_ms: int
    span: Interval
    proposals: tuple[Proposal, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    basis: Basis = Basis.EVEN
    exact: bool = True
    seconds: float = 0.0


WEEK_POLICY = "week"
"""By which policy places in a suggested week are offered."""


def week_context(flexible_id: int, moves_id: int = 0) -> str:
    """Return how the offer of a place says for what it is, in numbers of ours."""
    return f"{WEEK_POLICY} {flexible_id} {moves_id}"


def of_week(context: str) -> tuple[int, int] | None:
    """Return for which flexible block a place was offered and which block it would move; None for another offer."""
    found = re.fullmatch(rf"{WEEK_POLICY} (\d+) (\d+)", context)
    return None if found is None else (int(found[1]), int(found[2]))
