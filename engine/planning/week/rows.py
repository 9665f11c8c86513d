"""The limits as rows of a matrix: of each row's places, weighed, there may be so much at most."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from engine.planning.week.places import Places
from engine.planning.week.slots import Numbers, Values
from engine.planning.week.wanted import Limits, Wanted
from engine.sparse import Sparse


class Rows(NamedTuple):
    """matrix @ chosen <= most."""

    matrix: Sparse
    most: Values


class _Entries(NamedTuple):
    """Entries of some rows: place, number of the row, weight; most: of each number."""

    place: Numbers
    row: Numbers
    weight: Values
    most: Values


def rows_for(places: Places, wanted: Sequence[Wanted], limits: Limits) -> Rows:
    """Return the limits that hold for the places."""
    length = (places.stop - places.first).astype(np.float64)
    everyone = np.arange(len(places))
    one = np.ones(len(places))
    many_days = len(limits.cap)
    a_day = np.repeat([float(each.a_day) for each in wanted], many_days)
    together = [float(each.altogether) or np.inf for each in wanted]
    deep = np.flatnonzero(places.deep)
    parts = [
        *_slots(places, limits.pause),
        _Entries(deep, places.day[deep], length[deep], np.array(limits.cap, dtype=np.float64)),
        _Entries(everyone, places.of, one, np.array([float(each.pieces) for each in wanted])),
        _Entries(everyone, places.of * many_days + places.day, one, a_day),
        _Entries(everyone, places.of, length, np.array(together)),
    ]
    return _matrix([_used(part) for part in parts], len(places))


def _slots(places: Places, pause: int) -> list[_Entries]:
    """Return that each slot is taken once, and that two deep places are a pause apart."""
    deep = np.flatnonzero(places.deep)
    slots = int(places.stop.max(initial=0)) + pause
    others = np.flatnonzero(~places.deep)
    # A deep place that goes on into a slot or ends so shortly before that its pause does, and any other place that
    # fills the slot and as much before it, always overlap: one row holds both, which is more than either alone says.
    filled = others[places.stop[others] - places.first[others] > pause]
    which = np.concatenate([deep, filled])
    first = np.concatenate([places.first[deep], places.first[filled] + pause])
    with_pause = _covered(which, first, np.concatenate([places.stop[deep] + pause, places.stop[filled]]), slots)
    everyone = np.arange(len(places))
    all_of_them = _covered(everyone, places.first, places.stop, slots)
    # Where nothing but deep places could be, that these are a pause apart says it all.
    mixed = np.zeros(slots, dtype=bool)
    mixed[_covered(others, places.first[others], places.stop[others], slots).row] = True
    kept = mixed[all_of_them.row]
    place, row, weight, most = all_of_them
    return [with_pause, _Entries(place[kept], row[kept], weight[kept], most)]


def _covered(which: Numbers, first: Numbers, stop: Numbers, slots: int) -> _Entries:
    many = stop - first
    nth = np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
    row = np.repeat(first, many) + nth
    return _Entries(np.repeat(which, many), row, np.ones(len(row)), np.ones(slots))


def _used(part: _Entries) -> _Entries:
    """Return the entries of rows that can be broken, numbered anew."""
    could = np.bincount(part.row, part.weight, minlength=len(part.most)) > part.most
    kept = could[part.row]
    number = np.cumsum(could) - 1
    return _Entries(part.place[kept], number[part.row[kept]], part.weight[kept], part.most[could])


def _matrix(parts: Sequence[_Entries], many: int) -> Rows:
    begins = np.cumsum([0, *(len(part.most) for part in parts)])
    row = np.concatenate([part.row + begin for part, begin in zip(parts, begins[:-1], strict=True)])
    place = np.concatenate([part.place for part in parts])
    weight = np.concatenate([part.weight for part in parts])
    most = np.concatenate([part.most for part in parts])
    return Rows(Sparse.of(row, place, weight, (len(most), many)), most)
