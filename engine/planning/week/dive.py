"""A good week where much is wanted: what a relaxed week has most of is taken, and what is left is relaxed anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from engine.planning.week.greedy import Filling
from engine.planning.week.places import Places
from engine.planning.week.rows import Rows
from engine.planning.week.slots import Numbers, Values
from engine.planning.week.solver import relaxed_week
from engine.planning.week.wanted import Piece

_SURE = 0.6  # of a place, what share of it makes it be taken
_ROUNDS = 20


def dived(
    places: Places, rows: Rows, share: Values, which: Numbers, filling: Filling, left_s: Callable[[], float]
) -> Sequence[Piece]:
    """Return a week made of the places named by which. share: what a relaxed week has of each place.

    filling: an empty week. left_s: the seconds that are left; the week is good as far as it got.
    """
    most, here = rows.most.copy(), share[which]
    for _ in range(_ROUNDS):
        taken = _take(places, which, here, filling)
        if not len(taken) or left_s() <= 0:
            break
        most = most - rows.matrix.columns(taken).sums()
        left = rows.matrix.columns(which)
        broken = np.unique(left.indices[left.data > most[left.row] + 1e-9])
        which = np.delete(which, broken)
        if not len(which):
            break
        relaxed = relaxed_week(places.worth[which], Rows(rows.matrix.columns(which), np.maximum(most, 0.0)))
        if relaxed is None:
            break
        here = relaxed.share
    return sorted(filling.pieces)


def _take(places: Places, which: Numbers, share: Values, filling: Filling) -> Numbers:
    """Add the places with most of a share: all that are sure, or else the first there is room for."""
    taken: list[int] = []
    for at in np.lexsort((-places.worth[which], -share)).tolist():
        if taken and share[at] < _SURE:
            break
        [piece] = places.pieces([int(which[at])])
        if filling.has_room(piece):
            filling.add(piece)
            taken.append(int(which[at]))
    return np.array(taken, dtype=np.int64)
