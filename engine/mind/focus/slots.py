"""The stream cut into slots: what each one held, as engine.domain.focus_label counts it, for thousands at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.domain.clock import MS_PER_SECOND
from engine.domain.focus_label import ENOUGH, SLOT_MS, SlotSigns
from engine.domain.unbroken import GRACE_MS
from engine.mind.stream.columns import Moments, Numbers, Stream

SLOT_S = SLOT_MS / MS_PER_SECOND
_GRACE_S = GRACE_MS / MS_PER_SECOND
_LONGEST_RETURN_S = 3_600.0  # who was away from focused work for longer did not return to it but began anew

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Slots:
    """Slots with any activity in them, in order; all columns as long; times in seconds.

    start_s: Unix. local_s: the start on the person's clock. day: of the DayRule. The rest as in SlotSigns; return_s is
    NaN where nothing was returned to. width_s: of each slot.
    """

    start_s: Moments
    local_s: Moments
    day: Numbers
    active_s: Moments
    focus_s: Moments
    distracting_s: Moments
    longest_s: Moments
    switches: Moments
    return_s: Moments
    width_s: float

    def __len__(self) -> int:
        return len(self.start_s)

    def rows(self, which: slice | NDArray[Any]) -> Slots:
        """Return some of the slots."""
        names = (one.name for one in fields(self) if one.name != "width_s")
        return replace(self, **{name: getattr(self, name)[which] for name in names})

    def counting(self) -> Slots:
        """Return those with activity enough to say anything of them."""
        return self.rows(self.active_s >= ENOUGH * self.width_s)

    @property
    def switch_rate(self) -> Moments:
        """Switches per active minute."""
        return np.asarray(self.switches * 60.0 / np.maximum(self.active_s, 1e-9))

    def signs(self) -> Iterator[SlotSigns]:
        """Yield the slots one by one, as the definition reads them."""
        columns = (self.active_s, self.focus_s, self.distracting_s, self.longest_s)
        for *spans, switches, back in zip(*columns, self.switches, self.return_s, strict=True):
            active, focus, distracting, longest = (float(one) * MS_PER_SECOND for one in spans)
            latency = None if np.isnan(back) else float(back) * MS_PER_SECOND
            yield SlotSigns(active, focus, distracting, longest, float(switches), latency)


class Stretches(NamedTuple):
    """Active time in one app without a switch (engine.domain.unbroken), in order; app -1 counts as one app.

    switched: whether the one before led straight to it.
    """

    start_s: Moments
    end_s: Moments
    switched: Flags


def stretches(stream: Stream) -> Stretches:
    """Return the stretches of a stream."""
    places = np.flatnonzero(stream.presence == 0)
    start, end, app = stream.start_s[places], stream.end_s[places], stream.app[places]
    if not len(places):
        return Stretches(start, end, np.zeros(0, dtype=bool))
    broken = np.ones(len(places), dtype=bool)
    broken[1:] = (np.diff(places) > 1) | (start[1:] - end[:-1] > _GRACE_S)
    begins = broken.copy()
    begins[1:] |= app[1:] != app[:-1]
    first = np.flatnonzero(begins)
    last = np.append(first[1:], len(places)) - 1
    return Stretches(start[first], end[last], ~broken[first])


def slots_of(stream: Stream, width_s: float = SLOT_S) -> Slots:
    """Return the slots of a stream that hold any activity."""
    active = stream.active()
    row, number, start, end = _cut(active.start_s, active.end_s, width_s)
    if not len(row):
        return _none(width_s)
    numbers, first, place = np.unique(number, return_index=True, return_inverse=True)
    span, weight = end - start, active.weight[row]
    found = stretches(stream)
    _, piece, piece_start, piece_end = _cut(found.start_s, found.end_s, width_s)
    there = np.isin(piece, numbers)
    longest = np.zeros(len(numbers))
    np.maximum.at(longest, np.searchsorted(numbers, piece[there]), (piece_end - piece_start)[there])
    return Slots(
        start_s=numbers * width_s,
        local_s=numbers * width_s + (active.local_s - active.start_s)[row[first]],
        day=active.day[row[first]],
        active_s=_summed(place, span),
        focus_s=_summed(place, span * (weight > 0)),
        distracting_s=_summed(place, span * np.clip(-weight / 2, 0, 1)),
        longest_s=longest,
        switches=_counted(numbers, found.start_s[found.switched] // width_s),
        return_s=_returns(active, numbers, width_s),
        width_s=width_s,
    )


def _none(width_s: float) -> Slots:
    none, no_days = np.empty(0), np.empty(0, np.int32)
    return Slots(none, none, no_days, none, none, none, none, none, none, width_s)


def _summed(place: NDArray[np.int64], values: Moments) -> Moments:
    return np.bincount(place, values).astype(np.float64)


def _cut(start_s: Moments, end_s: Moments, width_s: float) -> tuple[Numbers, Moments, Moments, Moments]:
    """Return the pieces that spans fall into at slot bounds: of which span, in which slot, from when to when."""
    first = np.floor(start_s / width_s)
    many = np.maximum(np.ceil(end_s / width_s) - first, 1).astype(np.int64)
    row = np.repeat(np.arange(len(start_s), dtype=np.int32), many)
    nth = np.arange(len(row)) - np.repeat(np.cumsum(many) - many, many)
    number = first[row] + nth
    return row, number, np.maximum(start_s[row], number * width_s), np.minimum(end_s[row], (number + 1) * width_s)


def _counted(numbers: Moments, happened: Moments) -> Moments:
    """Return how often something happened in each slot."""
    known = happened[np.isin(happened, numbers)]
    return np.bincount(np.searchsorted(numbers, known), minlength=len(numbers)).astype(np.float64)


def _returns(active: Stream, numbers: Moments, width_s: float) -> Moments:
    """Return the mean return latency of the returns in each slot, NaN without any."""
    work = np.flatnonzero(active.weight > 0)
    left, back = active.end_s[work[:-1]], active.start_s[work[1:]]
    away = (np.diff(work) > 1) & (back - left <= _LONGEST_RETURN_S)
    place = np.searchsorted(numbers, back[away] // width_s)
    total = np.bincount(place, (back - left)[away], minlength=len(numbers))
    count = np.bincount(place, minlength=len(numbers)).astype(np.float64)
    return np.asarray(np.divide(total, count, out=np.full(len(numbers), np.nan), where=count > 0))
