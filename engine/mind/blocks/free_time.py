"""Which slots ahead are the person's to fill: nothing is planned in them, and they usually are at work then."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.domain.intervals import Interval
from engine.mind.blocks.chances import SLOT_S, Values
from engine.mind.stream.columns import Stream

Mask: TypeAlias = NDArray[np.bool_]

_DAY_S = 86_400.0
_SLOTS = int(_DAY_S // SLOT_S)
_WEEK, _WORKDAYS = 7, 5
_MONDAY = 4 * _DAY_S  # 1970 began on a Thursday: the fifth day was a Monday
_WEEKS = 6
_ENOUGH_S = 240.0  # active seconds that make a slot one of work
_SEEN, _ALIKE = 2.0, 2.0  # days of that weekday, and of its kind, that a slot must be expected at against not
_OFTEN = 0.4
_FEW_DAYS = 5
_NINE, _SIX = 9 * 4, 18 * 4


def free_slots(start_s: Values, taken: Iterable[Interval]) -> Mask:
    """Return which slots share no time with what is planned; the intervals may overlap and come in any order."""
    free = np.ones(len(start_s), dtype=bool)
    for one in taken:
        free &= (start_s + SLOT_S <= one.start_ms / 1_000) | (start_s >= one.end_ms / 1_000)
    return free


def usual_slots(stream: Stream, local_s: Values) -> Mask:
    """Return which slots, by their starts on the person's own clock in seconds, lie where the person usually works.

    Judged by the last six weeks of the stream: a slot counts where its time of day was active on enough days of that
    weekday and of that kind (workday, weekend). With fewer than five days of history it is nine to six on workdays.
    """
    place = _place_in_week(local_s)
    return np.asarray(_often_active(stream).reshape(-1)[place])


def _place_in_week(local_s: Values) -> NDArray[np.int64]:
    return np.asarray(np.mod(local_s - _MONDAY, _WEEK * _DAY_S) // SLOT_S, dtype=np.int64)


def _often_active(stream: Stream) -> Mask:
    """Return for each weekday, Monday first, and slot of the day whether the person is usually active."""
    active = stream.active()
    if len(active) and active.local_s[-1] > active.local_s[0]:
        active = active.rows(active.local_s >= active.local_s[-1] - _WEEKS * _WEEK * _DAY_S)
    days, seconds = _active_seconds(active)
    if len(days) < _FEW_DAYS:
        return _nine_to_six()
    worked = (seconds >= _ENOUGH_S).astype(np.float64)
    weekday = np.asarray((days - _MONDAY // _DAY_S) % _WEEK, dtype=np.int64)
    first, last = int(days[0]), int(days[-1])
    passed = np.bincount((np.arange(first, last + 1) - int(_MONDAY // _DAY_S)) % _WEEK, minlength=_WEEK)
    sums = np.zeros((_WEEK, _SLOTS))
    np.add.at(sums, weekday, worked)
    return np.asarray(_share(sums, passed.astype(np.float64)) >= _OFTEN)


def _share(sums: Values, passed: Values) -> Values:
    """Return the share of days active per weekday and slot, leaning on days of the same kind while there are few."""
    share = np.zeros_like(sums)
    for kind in (slice(0, _WORKDAYS), slice(_WORKDAYS, _WEEK)):
        alike = sums[kind].sum(axis=0) / (passed[kind].sum() + _SEEN)
        share[kind] = (sums[kind] + _ALIKE * alike) / (passed[kind, None] + _ALIKE)
    return share


def _active_seconds(active: Stream) -> tuple[NDArray[np.int64], Values]:
    """Return the days that hold any activity, and per day and slot the active seconds of rows that lie in it."""
    start, end = active.local_s, active.local_s + (active.end_s - active.start_s)
    seconds: dict[int, Values] = {}
    first = np.floor(start / SLOT_S)
    for offset in range(_SLOTS):
        begin = (first + offset) * SLOT_S
        shared = np.minimum(end, begin + SLOT_S) - np.maximum(start, begin)
        rows = np.flatnonzero(shared > 0)
        if not len(rows):
            break
        _add(seconds, np.asarray(begin[rows] // SLOT_S, dtype=np.int64), shared[rows])
    days = np.array(sorted(seconds), dtype=np.int64)
    return days, np.array([seconds[int(day)] for day in days]).reshape(len(days), _SLOTS)


def _add(seconds: dict[int, Values], slots: NDArray[np.int64], shared: Values) -> None:
    found, place = np.unique(slots, return_inverse=True)
    sums = np.bincount(place, weights=shared)
    for slot, total in zip(found.tolist(), sums.tolist(), strict=True):
        day, at = divmod(slot, _SLOTS)
        seconds.setdefault(day, np.zeros(_SLOTS))[at] += total


def _nine_to_six() -> Mask:
    hours = np.zeros((_WEEK, _SLOTS), dtype=bool)
    hours[:_WORKDAYS, _NINE:_SIX] = True
    return hours
