"""The days ahead cut into quarters of an hour, on the person's own clock."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.domain.clock import MS_PER_MINUTE, utc
from engine.domain.days import DayRule
from engine.domain.intervals import Interval

SLOT_MINUTES = 15
SLOT_MS = SLOT_MINUTES * MS_PER_MINUTE

Mask: TypeAlias = NDArray[np.bool_]
Values: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Slots:
    """Slots without a gap; every column has one entry a slot.

    start_ms: of the first. day: place of its day in dates. minute: after midnight, at which it begins.
    """

    start_ms: int
    day: Numbers
    minute: Numbers
    dates: tuple[date, ...]

    def __len__(self) -> int:
        return len(self.day)

    @property
    def weekday(self) -> Numbers:
        """The day of the week of each, 0 for Monday."""
        return np.array([one.weekday() for one in self.dates], dtype=np.int64)[self.day]

    def interval(self, first: int, stop: int) -> Interval:
        """Return the time of the slots [first, stop)."""
        return Interval(self.start_ms + first * SLOT_MS, self.start_ms + stop * SLOT_MS)

    def between(self, start_minute: int, end_minute: int, weekdays: Collection[int]) -> Mask:
        """Return which slots lie whole between two minutes of the day on these days of the week."""
        there = (self.minute >= start_minute) & (self.minute + SLOT_MINUTES <= end_minute)
        return np.asarray(there & np.isin(self.weekday, list(weekdays)))

    def touched(self, taken: Iterable[Interval]) -> Mask:
        """Return which slots share time with any of the intervals."""
        found = np.zeros(len(self), dtype=bool)
        for one in taken:
            first = max(0, (one.start_ms - self.start_ms) // SLOT_MS)
            found[first : max(0, -((self.start_ms - one.end_ms) // SLOT_MS))] = True
        return found

    def upto(self, last: date) -> Mask:
        """Return which slots lie on the day or before it."""
        return np.array([one <= last for one in self.dates], dtype=bool)[self.day]


def slots_in(span: Interval, zone: str) -> Slots:
    """Return the whole slots of a span; slots begin on the quarter of an hour, which is that of all zones."""
    first = ceil(span.start_ms / SLOT_MS)
    starts = range(first * SLOT_MS, span.end_ms // SLOT_MS * SLOT_MS, SLOT_MS)
    where = DayRule(zone).tzinfo()
    local = [utc(one).astimezone(where) for one in starts]
    dates = tuple(sorted({one.date() for one in local}))
    place = {one: at for at, one in enumerate(dates)}
    return Slots(
        first * SLOT_MS,
        np.array([place[one.date()] for one in local], dtype=np.int64),
        np.array([one.hour * 60 + one.minute for one in local], dtype=np.int64),
        dates,
    )


def unbroken(usable: Mask, day: Numbers) -> Numbers:
    """Return for each slot how many usable ones of the same day follow each other from it on."""
    lengths = np.zeros(len(usable) + 1, dtype=np.int64)
    for at in range(len(usable) - 1, -1, -1):
        goes_on = at + 1 < len(usable) and day[at + 1] == day[at]
        lengths[at] = (1 + lengths[at + 1] * goes_on) if usable[at] else 0
    return lengths[:-1]
