"""Every place that could be chosen, without those that another one is never worse than."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.planning.week.slots import Mask, Numbers, Values, unbroken
from engine.planning.week.wanted import LATE_PER_HOUR, MOVED_FOR, Limits, Piece, Wanted

_PER_HOUR = 4


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Places in columns: of which wanted one, slots [first, stop), on which day, for deep work, and their worth."""

    of: Numbers
    first: Numbers
    stop: Numbers
    day: Numbers
    deep: Mask
    worth: Values

    def __len__(self) -> int:
        return len(self.of)

    def rows(self, which: Numbers | Mask) -> Places:
        """Return some of the places."""
        return Places(
            self.of[which], self.first[which], self.stop[which], self.day[which], self.deep[which], self.worth[which]
        )

    def pieces(self, which: Sequence[int]) -> tuple[Piece, ...]:
        """Return some of the places as pieces, in order of time."""
        return tuple(sorted(Piece(int(self.first[at]), int(self.stop[at]), int(self.of[at])) for at in which))


def places_for(wanted: Sequence[Wanted], day: Numbers, limits: Limits) -> Places:
    """Return the places there are for what is wanted; day: of each slot."""
    found = [_places(number, one, day, limits) for number, one in enumerate(wanted)]
    none = _of(0, True, np.empty(0, np.int64), 0, day, np.empty(0))
    parts = [one for lengths in found for one in lengths] or [none]
    names = ("of", "first", "stop", "day", "deep", "worth")
    return Places(*(np.concatenate([getattr(one, name) for one in parts]) for name in names))


def worth_of(one: Wanted, first: int, stop: int) -> float:
    """Return what a place is worth: the objective is the sum of it over all places chosen."""
    stays = MOVED_FOR if one.stands == first else 0.0
    return one.bonus + stays + float(one.worth[first:stop].sum()) - LATE_PER_HOUR * first / _PER_HOUR


def _places(number: int, one: Wanted, day: Numbers, limits: Limits) -> list[Places]:
    run = unbroken(one.allowed, day)
    sums = np.concatenate([np.zeros(1), np.cumsum(one.worth)])
    late = LATE_PER_HOUR * np.arange(len(day)) / _PER_HOUR
    longest = min(one.longest, max(limits.cap, default=0)) if one.deep and one.stands is None else one.longest
    found = []
    for length in range(one.shortest, longest + 1):
        first = np.flatnonzero(run >= length)
        worth = sums[first + length] - sums[first]
        if length > one.shortest:
            # The same place without its first or its last slot is as good as it, and takes less: leave it out.
            shorter_late = worth - one.worth[first] - late[np.minimum(first + 1, len(day) - 1)] + late[first]
            better = (worth > shorter_late + 1e-12) & (one.worth[first + length - 1] > 0)
            first, worth = first[better], worth[better]
        stays = np.where(first == one.stands, MOVED_FOR, 0.0) if one.stands is not None else 0.0
        found.append(_of(number, one.deep, first, length, day, worth + one.bonus + stays - late[first]))
    return found


def _of(number: int, deep: bool, first: Numbers, length: int, day: Numbers, worth: Values) -> Places:
    many = len(first)
    return Places(
        np.full(many, number, dtype=np.int64), first, first + length, day[first], np.full(many, deep, dtype=bool), worth
    )
