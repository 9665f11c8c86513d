"""What one day gives to the focus figures of any range of days, so that days add up to exactly the whole.

Stretches (engine.domain.unbroken) may go on over midnight, so the first and the last of a day are held apart and
counted when the neighbours are known. No weight and no title is in here: categories may be weighed anew, and titles
are in one place only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from engine.domain.clock import MS_PER_HOUR

LONGEST_DAY_MS = 72 * MS_PER_HOUR
"""No day is longer, whatever its clocks do."""


class EdgeStretch(NamedTuple):
    """A stretch that may go on in the neighbouring day, in UTC milliseconds."""

    start_ms: int
    end_ms: int
    app: str
    withheld: bool


class FocusSlot(NamedTuple):
    """Half an hour of UTC as far as it belongs to the day.

    number: since 1970. longest_ms: within it, of inner stretches. switches: between two stretches of the day.
    active: category, 0 for none, and milliseconds.
    """

    number: int
    longest_ms: int
    switches: int
    active: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FocusDay:
    """Sums and stretches of one day; inner stretches are all but the first and the last.

    first: None without any stretch. last: None where it is the first. broken_before, broken_after: whether the person
    was away before the first stretch, after the last one (any time, where there is none). lengths: of inner stretches
    in milliseconds, descending. longest: start and end of the longest inner ones.
    """

    slots: tuple[FocusSlot, ...] = ()
    first: EdgeStretch | None = None
    last: EdgeStretch | None = None
    broken_before: bool = False
    broken_after: bool = False
    lengths: tuple[int, ...] = ()
    longest: tuple[tuple[int, int], ...] = ()
