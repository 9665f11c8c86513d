"""Time away from the machine that the person may want to give a name, and what it most likely was."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE
from engine.domain.corrections import Said
from engine.domain.intervals import Interval


class Because(StrEnum):
    """Why a guess stands in the list."""

    SAME_HOUR = "same_hour"  # time added at this hour on earlier days
    WENT_ON = "went_on"  # the same before and after: it went on away from the machine
    BEFORE = "before"  # what was done before
    AFTER = "after"  # what was done after
    BREAK = "break"  # nothing to count


@dataclass(frozen=True, slots=True)
class Guess:
    """One thing that the time may have been. said: what would be added, None for BREAK.

    days: on how many earlier days, for SAME_HOUR.
    """

    because: Because
    said: Said | None = None
    days: int = 0


@dataclass(frozen=True, slots=True)
class Gap:
    """One stretch away from the machine to ask about. guesses: the best first; BREAK is always among them."""

    interval: Interval
    guesses: tuple[Guess, ...]


@dataclass(frozen=True, slots=True)
class AwayRules:
    """When to ask. shortest_ms, longest_ms: gaps in between are asked about.

    night: the local hours from which and until which people sleep; a gap that lies half or more in them is not asked
    about. evening_hour: from this local hour on, the day's open gaps are brought up together. fresh_ms: for so long
    after coming back the gap is brought up by itself.
    """

    shortest_ms: int = 5 * MS_PER_MINUTE
    longest_ms: int = 5 * MS_PER_HOUR
    night: tuple[int, int] = (22, 6)
    evening_hour: int = 17
    fresh_ms: int = 30 * MS_PER_MINUTE


@dataclass(frozen=True, slots=True)
class Asking:
    """What to bring up now: one gap just ended, or, at the day's end, all that are open. Empty: nothing."""

    gaps: tuple[Gap, ...] = ()
    together: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a gap as the person answered it; said None: a break, nothing to count."""

    interval: Interval
    said: Said | None


def cuts(interval: Interval) -> range:
    """Return the moments at which a gap may be cut in two: the whole minutes inside it, UTC milliseconds."""
    first = (interval.start_ms // MS_PER_MINUTE + 1) * MS_PER_MINUTE
    return range(first, interval.end_ms, MS_PER_MINUTE)
