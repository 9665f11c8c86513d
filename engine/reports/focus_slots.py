"""What one day gives to the focus figures: half hours, switches, stretches; pure."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from engine.domain.clock import MS_PER_MINUTE
from engine.domain.focus_day import EdgeStretch, FocusDay, FocusSlot
from engine.domain.presence import Presence
from engine.domain.report import LabelledActivity
from engine.domain.unbroken import unbroken

SLOT_MS = 30 * MS_PER_MINUTE
LONGEST_SHOWN = 10


@dataclass(slots=True)
class Slot:
    """Half an hour as far as it was seen."""

    longest_ms: int = 0
    switches: int = 0
    active: Counter[int] = field(default_factory=Counter)

    def reaches(self, ms: int) -> None:
        """Note that a stretch lasted so long in it."""
        self.longest_ms = max(self.longest_ms, ms)


class Slots(dict[int, Slot]):
    """Slots by their number since 1970, made when asked for."""

    def __missing__(self, number: int) -> Slot:
        return self.setdefault(number, Slot())

    def stretch(self, start_ms: int, end_ms: int) -> None:
        """Let a stretch count in the slots it lies in."""
        for number, ms in _by_slot(start_ms, end_ms):
            self[number].reaches(ms)


class _Passing:
    """Adds up activities while they pass by."""

    def __init__(self, slots: Slots) -> None:
        self._slots = slots
        self.broken = False  # whether the person was away since the last stretch

    def through(self, activities: Iterable[LabelledActivity]) -> Iterator[LabelledActivity]:
        """Count each activity and hand it on."""
        for activity in activities:
            if activity.presence is not Presence.ACTIVE:
                self.broken = True
            else:
                if activity.app or activity.withheld:
                    self.broken = False
                category = activity.labels.category_id or 0
                for number, ms in _by_slot(activity.interval.start_ms, activity.interval.end_ms):
                    self._slots[number].active[category] += ms
            yield activity


def focus_day(activities: Iterable[LabelledActivity]) -> FocusDay:
    """Return what a day gives; activities: all of it, in order, cut at its bounds."""
    slots = Slots()
    passing = _Passing(slots)
    first: tuple[EdgeStretch, int] | None = None
    last: tuple[EdgeStretch, int] | None = None
    inner: list[tuple[int, int]] = []
    for run in unbroken(passing.through(activities)):
        if last is not None:
            if last is not first:
                inner.append(last[0][:2])
                slots.stretch(*last[0][:2])
            if last[1] == run.group:
                slots[run.start_ms // SLOT_MS].switches += 1
        last = EdgeStretch(run.start_ms, run.end_ms, run.app, run.withheld), run.group
        first = first or last
    return FocusDay(
        tuple(FocusSlot(n, one.longest_ms, one.switches, tuple(one.active.items())) for n, one in slots.items()),
        None if first is None else first[0],
        None if last is None or last is first else last[0],
        first is not None and first[1] > 0,
        passing.broken,
        tuple(sorted((end - start for start, end in inner), reverse=True)),
        tuple(heapq.nlargest(LONGEST_SHOWN, inner, key=by_length)),
    )


def by_length(stretch: tuple[int, int]) -> tuple[int, int]:
    """Return what stretches are ordered by: the longest last, of equals the first."""
    start, end = stretch
    return end - start, -start


def _by_slot(start_ms: int, end_ms: int) -> Iterator[tuple[int, int]]:
    """Yield the number of each slot the span touches and the milliseconds in it."""
    first, last = start_ms // SLOT_MS, (end_ms - 1) // SLOT_MS
    edges = [start_ms, *(number * SLOT_MS for number in range(first + 1, last + 1)), end_ms]
    for number, (start, end) in enumerate(pairwise(edges), start=first):
        yield number, end - start
