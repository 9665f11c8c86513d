"""How collected the time was: a score, the switches, how broken up it was. Pure.

No sensor sees attention; these figures describe what was in front, and are meant to be compared with the same
person's other days, not with anybody else.

Score, 0 to 100. The period is cut into slots of half an hour. A slot with at least ten active minutes is worth

    0.45 * min(1, longest stretch in it / 15 min) + 0.25 * max(0, 1 - switches per active minute / 4)
    + 0.30 * (1 - share of distracting time)

and the score is 100 times the mean over those slots, weighted by their active time. A stretch and a switch are those
of engine.domain.unbroken. Time in a category of weight -2 is wholly distracting, of -1 by half. Deep time counts
weight 2 in full and weight 1 by half; it is shown and does not raise the score.

Fragmentation, 0 to 1: the share of the time in stretches that lies in ones shorter than three minutes. Three minutes
is how long people were seen to stay with one thing before turning to the next (González and Mark, CHI 2004:
"Constant, constant, multi-tasking craziness"); much less on a computer screen, where the mean is below a minute
(Mark, Iqbal, Czerwinski, Johns, Sano, CHI 2016: "Neurotics can't focus"), which is why the switch rate of the score
counts down from one switch every fifteen seconds and no single quick look costs much. That interrupted work is made up
for by haste and paid for in stress: Mark, Gudith, Klocke, CHI 2008, "The cost of interrupted work". That a stretch
has to last for the mind to leave the thing before: Leroy, Organizational Behavior and Human Decision Processes 109
(2009), on attention residue. The weights are set, not learned.

Days are read one by one and combined, so that what a day gives can be kept; nothing is lost or counted twice at
midnight, see engine.domain.focus_day.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE
from engine.domain.focus_day import EdgeStretch, FocusDay
from engine.domain.report import Focus, LabelledActivity, LongStretch
from engine.domain.unbroken import GRACE_MS, Unbroken, unbroken
from engine.reports.focus_slots import LONGEST_SHOWN, SLOT_MS, Slot, Slots, by_length

LEAST_ACTIVE_MS = 10 * MS_PER_MINUTE
LONG_MS = 15 * MS_PER_MINUTE
SHORT_MS = 3 * MS_PER_MINUTE
MOST_SWITCHES = 4  # per active minute; from here on the second part of the score is nothing

Value = TypeVar("Value", bound=Hashable)
Weight = Callable[[int], int]
Path = Callable[[int], tuple[str, ...]]
ActivitiesIn = Callable[[int, int], Iterable[LabelledActivity]]


class _Range:
    """Combines days, given in order."""

    def __init__(self) -> None:
        self.slots = Slots()
        self.lengths: list[int] = []
        self.longest: list[tuple[int, int]] = []
        self._open: EdgeStretch | None = None
        self._broken = False

    def add(self, day: FocusDay) -> None:
        """Count one more day."""
        for number, longest_ms, switches, active in day.slots:
            slot = self.slots[number]
            slot.reaches(longest_ms)
            slot.switches += switches
            for category, ms in active:
                slot.active[category] += ms
        self.lengths += day.lengths
        self.longest += day.longest
        if day.first is not None:
            self._broken |= day.broken_before
            self._follow(day.first)
            if day.last is not None:
                self.close()
                self._open = day.last
            self._broken = day.broken_after
        else:
            self._broken |= day.broken_after

    def _follow(self, first: EdgeStretch) -> None:
        """Take the first stretch of a day: a part of what goes on, a switch from it, or a fresh start."""
        before = self._open
        self._open = first
        if before is None:
            return
        if self._broken or first.start_ms - before.end_ms > GRACE_MS:
            self._finish(before)
        elif (before.app, before.withheld) == (first.app, first.withheld):
            self._open = first._replace(start_ms=before.start_ms)
        else:
            self._finish(before)
            self.slots[first.start_ms // SLOT_MS].switches += 1

    def close(self) -> None:
        """End the stretch that goes on."""
        if self._open is not None:
            self._finish(self._open)
        self._open = None

    def _finish(self, one: EdgeStretch) -> None:
        self.lengths.append(one.end_ms - one.start_ms)
        self.longest.append(one[:2])
        self.slots.stretch(*one[:2])


def focus_of(days: Iterable[FocusDay], weight: Weight, path: Path, activities: ActivitiesIn | None) -> Focus:
    """Return the figures of days in order; those without any activity can be left out.

    weight, path: of a category's number, 0 for none. activities: gives those between two moments, for what the
    longest stretches were made of; None leaves these out.
    """
    whole = _Range()
    for day in days:
        whole.add(day)
    whole.close()
    weighed = _Weighed(weight)
    for _, slot in sorted(whole.slots.items()):
        weighed.add(slot)
    switches = sum(slot.switches for slot in whole.slots.values())
    longest = heapq.nlargest(LONGEST_SHOWN, whole.longest, key=by_length) if activities is not None else []
    return Focus(
        score=weighed.score,
        deep_ms=round(weighed.deep_ms),
        distracting_ms=round(weighed.distracting_ms),
        switches=switches,
        switches_per_hour=switches * MS_PER_HOUR / weighed.active_ms if weighed.active_ms else 0.0,
        fragmentation=_fragmentation(whole.lengths),
        median_stretch_ms=_middle(whole.lengths),
        longest=tuple(_long_stretch(start, end, activities, path) for start, end in longest if activities is not None),
    )


class _Weighed:
    """Sums over slots, with the weights categories have now."""

    def __init__(self, weight: Weight) -> None:
        self._weight = weight
        self._shares: dict[int, float] = {}
        self.active_ms = 0
        self.deep_ms = 0.0
        self.distracting_ms = 0.0
        self._worth = 0.0
        self._worth_ms = 0

    def add(self, slot: Slot) -> None:
        """Count a slot; in order, as sums of fractions depend on it."""
        active_ms, distracting_ms = 0, 0.0
        for category, ms in slot.active.items():
            share = self._share(category)
            active_ms += ms
            self.deep_ms += max(0.0, share) * ms
            distracting_ms += max(0.0, -share) * ms
        self.active_ms += active_ms
        self.distracting_ms += distracting_ms
        if active_ms >= LEAST_ACTIVE_MS:
            self._worth += _worth(slot, active_ms, distracting_ms) * active_ms
            self._worth_ms += active_ms

    @property
    def score(self) -> float | None:
        """The score, None without a slot that counts."""
        return 100 * self._worth / self._worth_ms if self._worth_ms else None

    def _share(self, category: int) -> float:
        if category not in self._shares:
            self._shares[category] = self._weight(category) / 2
        return self._shares[category]


def _worth(slot: Slot, active_ms: int, distracting_ms: float) -> float:
    per_minute = slot.switches * MS_PER_MINUTE / active_ms
    return (
        0.45 * min(1.0, slot.longest_ms / LONG_MS)
        + 0.25 * max(0.0, 1 - per_minute / MOST_SWITCHES)
        + 0.30 * (1 - distracting_ms / active_ms)
    )


def _long_stretch(start_ms: int, end_ms: int, activities: ActivitiesIn, path: Path) -> LongStretch:
    run = _only(list(unbroken(activities(start_ms, end_ms))))
    category = _most((part.labels.category_id or 0, part.ms) for part in run.parts)
    title = _most((part.what.title, part.ms) for part in run.parts)
    return LongStretch(run.interval, run.app, category, path(category), title, run.withheld)


def _only(runs: Sequence[Unbroken[LabelledActivity]]) -> Unbroken[LabelledActivity]:
    (run,) = runs
    return run


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
