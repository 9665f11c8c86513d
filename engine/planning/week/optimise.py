"""The best week under the limits: set packing over time, solved exactly.

The relaxation of the problem, a linear programme, tells a bound and for every place by how much any week with it must
fall short of that bound. So only places that fall short by little are tried; if the best week of these is as near
the bound, no week with any other place can be better, and it is proven best. Else more places are let in. There is no
symmetry: pieces of one wanted block are a number, not names, and blocks alike in all are one with more pieces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import perf_counter, thread_time

import numpy as np

from engine.planning.week.dive import dived
from engine.planning.week.greedy import Filling, filled, greedy_order, relaxed_order
from engine.planning.week.places import Places, places_for, worth_of
from engine.planning.week.rows import Rows, rows_for
from engine.planning.week.slots import Numbers, Values
from engine.planning.week.solver import relaxed_week, whole_week
from engine.planning.week.wanted import ASKED, Limits, Piece, Wanted

LONGEST_S = 0.9
"""So much processor time the search takes; what was found by then is taken, and it is told that it was cut off."""

_MOST_SHARED = 3.0  # so many times as long it may last on a machine that is busy with other things

_NEAR = (0.25, 1.0, 4.0, 16.0, 64.0, np.inf)  # by how many focused minutes places may fall short, step by step
_SAME = 1e-6
_DIVED = 100.0  # by how much places may fall short that a week is built of one after another


@dataclass(frozen=True, slots=True)
class Best:
    """A week: its pieces in order of time, what they are worth together, and whether no week is worth more.

    short: by how much at most another week could be worth more; 0 where it is proven that none is.
    """

    pieces: tuple[Piece, ...]
    worth: float
    exact: bool
    short: float = 0.0


def best_week(wanted: Sequence[Wanted], day: Numbers, limits: Limits, longest_s: float = LONGEST_S) -> Best:
    """Return the best week found within the time, never worse than the greedy one; day: of each slot."""
    watch = _Watch(longest_s)
    groups = _alike(wanted)
    merged = [_together([wanted[at] for at in group]) for group in groups]
    found = _best(merged, day, limits, watch)
    return replace(found, pieces=_parted(found.pieces, groups))


def total(wanted: Sequence[Wanted], pieces: Sequence[Piece]) -> float:
    """Return what a week is worth."""
    return float(sum(worth_of(wanted[one.of], one.first, one.stop) for one in pieces))


def _best(wanted: Sequence[Wanted], day: Numbers, limits: Limits, watch: _Watch) -> Best:
    places = places_for(wanted, day, limits)
    if not len(places):
        return Best((), 0.0, exact=True)
    rows = rows_for(places, wanted, limits)
    weeks = [filled(places, greedy_order(places), Filling(wanted, day, limits))]
    relaxed = relaxed_week(places.worth, rows)
    bound = np.inf
    if relaxed is not None:
        short = rows.matrix.T @ relaxed.prices - places.worth  # by how much a week with the place is below the bound
        above = np.minimum(short, 0.0)  # a place that is in anyway
        bound = float(rows.most @ relaxed.prices - above.sum())
        weeks.append(filled(places, relaxed_order(places, relaxed.share, short), Filling(wanted, day, limits)))
        if bound - max(total(wanted, one) for one in weeks) > ASKED / 2:  # a piece is missing that may have a place
            near = np.flatnonzero(short <= _DIVED)
            empty = Filling(wanted, day, limits)
            weeks.append(tuple(dived(places, rows, relaxed.share, near, empty, lambda: watch.left_s)))
        bound = _search(places, rows, short - above, bound, weeks, wanted, watch)
    pieces = max(weeks, key=lambda one: total(wanted, one))
    exact = bound <= total(wanted, pieces) + _SAME
    if not exact:  # whatever still has room in the week that was found by then
        pieces = filled(places, greedy_order(places), Filling(wanted, day, limits, pieces))
    worth = total(wanted, pieces)
    return Best(pieces, worth, exact, 0.0 if exact else max(0.0, bound - worth))


def _search(  # noqa: PLR0913, PLR0917  (one problem, as it was prepared)
    places: Places,
    rows: Rows,
    short: Values,
    bound: float,
    weeks: list[tuple[Piece, ...]],
    wanted: Sequence[Wanted],
    watch: _Watch,
) -> float:
    """Add weeks to those found until one is proven best, and return what no week is worth more than."""
    for near in _NEAR:
        known = max(total(wanted, one) for one in weeks)
        # What falls short by more than the best week known does cannot be in a better one.
        reach = min(near, bound - known + _SAME)
        if watch.left_s <= 0:
            break
        kept = np.flatnonzero(short <= reach + _SAME)
        chosen, proven = whole_week(places.worth[kept], Rows(rows.matrix.columns(kept), rows.most), watch.left_s)
        if chosen is not None:
            weeks.append(places.pieces(kept[chosen].tolist()))
        if not proven:
            break
        known = max(total(wanted, one) for one in weeks)
        if known >= bound - reach - _SAME or len(kept) == len(places):
            return known
    return bound


class _Watch:
    """How much time is left, as the clock on the wall will have it for so much processor time."""

    def __init__(self, seconds: float) -> None:
        self._seconds, self._wall, self._worked = seconds, perf_counter(), thread_time()

    @property
    def left_s(self) -> float:
        """Seconds by the clock; 0 or less where the time is up."""
        worked, passed = thread_time() - self._worked, perf_counter() - self._wall
        shared = min(_MOST_SHARED, max(1.0, passed / max(worked, 1e-3)))
        return (self._seconds - worked) * shared


# ---------------------------------------------------------------- blocks alike in all


def _alike(wanted: Sequence[Wanted]) -> list[list[int]]:
    groups: dict[object, list[int]] = {}
    for number, one in enumerate(wanted):
        what = (one.deep, one.shortest, one.longest, one.pieces, one.a_day, one.altogether, one.asked)
        own = number if one.stands is not None or one.altogether else None
        groups.setdefault((own, what, one.allowed.tobytes(), one.worth.tobytes()), []).append(number)
    return list(groups.values())


def _together(group: Sequence[Wanted]) -> Wanted:
    one, many = group[0], len(group)
    return replace(one, pieces=one.pieces * many, a_day=one.a_day * many)


def _parted(pieces: Sequence[Piece], groups: Sequence[Sequence[int]]) -> tuple[Piece, ...]:
    """Return the pieces dealt out one after another, so that nobody gets more than their share of any day."""
    dealt = [0] * len(groups)
    found = []
    for one in sorted(pieces):
        group = groups[one.of]
        found.append(replace(one, of=group[dealt[one.of] % len(group)]))
        dealt[one.of] += 1
    return tuple(sorted(found))
