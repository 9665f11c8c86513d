"""The focus figures the plain way, in one pass over all activities: what days kept and combined must come to."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE
from engine.domain.presence import Presence
from engine.domain.report import Focus, LabelledActivity, LongStretch
from engine.domain.unbroken import Unbroken, unbroken

SLOT_MS = 30 * MS_PER_MINUTE
LEAST_ACTIVE_MS = 10 * MS_PER_MINUTE
LONG_MS = 15 * MS_PER_MINUTE
SHORT_MS = 3 * MS_PER_MINUTE
MOST_SWITCHES = 4  # per active minute; from here on the second part of the score is nothing
LONGEST_SHOWN = 10

Value = TypeVar("Value", bound=Hashable)
Weight = Callable[[int], int]
Path = Callable[[int], tuple[str, ...]]


@dataclass(slots=True)
class _Slot:
    active_ms: int = 0
    distracting_ms: float = 0.0
    switches: int = 0
    longest_ms: int = 0

    def worth(self) -> float:
        per_minute = self.switches * MS_PER_MINUTE / self.active_ms
        return (
            0.45 * min(1.0, self.longest_ms / LONG_MS)
            + 0.25 * max(0.0, 1 - per_minute / MOST_SWITCHES)
            + 0.30 * (1 - self.distracting_ms / self.active_ms)
        )


@dataclass(slots=True)
class _Counts:
    """What is added up while the activities pass by."""

    weight: Weight
    active_ms: int = 0
    deep_ms: float = 0.0
    distracting_ms: float = 0.0
    switches: int = 0
    lengths: list[int] = field(default_factory=list)
    slots: dict[int, _Slot] = field(default_factory=dict)

    def passing(self, activities: Iterable[LabelledActivity]) -> Iterator[LabelledActivity]:
        """Count each activity and hand it on."""
        for activity in activities:
            if activity.presence is Presence.ACTIVE:
                self._count(activity)
            yield activity

    def _count(self, activity: LabelledActivity) -> None:
        share = self.weight(activity.labels.category_id or 0) / 2
        self.active_ms += activity.ms
        self.deep_ms += max(0.0, share) * activity.ms
        self.distracting_ms += max(0.0, -share) * activity.ms
        for number, ms in _by_slot(activity.interval.start_ms, activity.interval.end_ms):
            slot = self.slots.setdefault(number, _Slot())
            slot.active_ms += ms
            slot.distracting_ms += max(0.0, -share) * ms

    def stretch(self, before: Unbroken[LabelledActivity] | None, run: Unbroken[LabelledActivity]) -> None:
        """Count a stretch and, where one of another app came right before it, the switch."""
        self.lengths.append(run.end_ms - run.start_ms)
        for number, ms in _by_slot(run.start_ms, run.end_ms):
            slot = self.slots.setdefault(number, _Slot())
            slot.longest_ms = max(slot.longest_ms, ms)
        if before is not None and before.group == run.group:
            self.switches += 1
            self.slots[run.start_ms // SLOT_MS].switches += 1

    def score(self) -> float | None:
        """Return the score, None without a slot that counts."""
        counted = [slot for slot in self.slots.values() if slot.active_ms >= LEAST_ACTIVE_MS]
        active_ms = sum(slot.active_ms for slot in counted)
        return 100 * sum(slot.worth() * slot.active_ms for slot in counted) / active_ms if active_ms else None


def focus_of(activities: Iterable[LabelledActivity], weight: Weight, path: Path) -> Focus:
    """Return the figures of activities in order; memory grows with the number of stretches alone.

    weight, path: of a category's number, 0 for none.
    """
    counts = _Counts(weight)
    longest: list[tuple[int, int, LongStretch]] = []
    before: Unbroken[LabelledActivity] | None = None
    for run in unbroken(counts.passing(activities)):
        counts.stretch(before, run)
        entry = (run.end_ms - run.start_ms, -run.start_ms)
        if len(longest) < LONGEST_SHOWN or entry > longest[0][:2]:
            put = heapq.heappush if len(longest) < LONGEST_SHOWN else heapq.heapreplace
            put(longest, (*entry, _long_stretch(run, path)))
        before = run
    return Focus(
        score=counts.score(),
        deep_ms=round(counts.deep_ms),
        distracting_ms=round(counts.distracting_ms),
        switches=counts.switches,
        switches_per_hour=counts.switches * MS_PER_HOUR / counts.active_ms if counts.active_ms else 0.0,
        fragmentation=_fragmentation(counts.lengths),
        median_stretch_ms=_middle(counts.lengths),
        longest=tuple(stretch for _, _, stretch in sorted(longest, key=lambda entry: entry[:2], reverse=True)),
    )


def _by_slot(start_ms: int, end_ms: int) -> Iterator[tuple[int, int]]:
    """Yield the number of each slot the span touches and the milliseconds in it."""
    first, last = start_ms // SLOT_MS, (end_ms - 1) // SLOT_MS
    edges = [start_ms, *(number * SLOT_MS for number in range(first + 1, last + 1)), end_ms]
    for number, (start, end) in enumerate(pairwise(edges), start=first):
        yield number, end - start


def _long_stretch(run: Unbroken[LabelledActivity], path: Path) -> LongStretch:
    category = _most((part.labels.category_id or 0, part.ms) for part in run.parts)
    title = _most((part.what.title, part.ms) for part in run.parts)
    return LongStretch(run.interval, run.app, category, path(category), title, run.withheld)


def _most(weighed: Iterable[tuple[Value, int]]) -> Value:
    totals: Counter[Value] = Counter()
    for value, ms in weighed:
        totals[value] += ms
    return totals.most_common(1)[0][0]


def _fragmentation(lengths: list[int]) -> float:
    whole = sum(lengths)
    return sum(length for length in lengths if length < SHORT_MS) / whole if whole else 0.0


def _middle(lengths: list[int]) -> int:
    """Return the length of the stretch that holds the middle of the time, the longest ones first."""
    left = sum(lengths) / 2
    for length in sorted(lengths, reverse=True):
        left -= length
        if left <= 0:
            return length
    return 0
