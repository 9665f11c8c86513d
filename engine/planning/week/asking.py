"""From the plan, the person's flexible blocks and their limits to what is wanted of the optimiser."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np

from engine.domain.blocks import NEEDS_FOCUS, About, BlockKind, FlexibleBlock, Occurrence
from engine.domain.clock import MS_PER_MINUTE
from engine.domain.days import DayRule, day_of
from engine.domain.errors import SettingsError
from engine.domain.intervals import Interval
from engine.planning.week.facts import WeekFacts
from engine.planning.week.slots import SLOT_MINUTES, SLOT_MS, Mask, Slots, Values, slots_in
from engine.planning.week.standing import apart_enough, is_movable
from engine.planning.week.wanted import Limits, Wanted
from engine.settings import Weekday

UNKEPT_MINUTES = 5.0
"""Focused minutes that a slot is worth less for what needs no focus where the person never keeps to such a plan."""

_WEEK_DAYS = 7
_WHOLE_DAY = 24 * 60


@dataclass(frozen=True, slots=True, eq=False)
class Ask:
    """Something wanted, with what it is. minutes: the longest a piece is. hours: slots of its hours on its days.

    late: as allowed, but as if there were no deadline. stands: what in the plan it is, None for what is new. open: it
    can be placed; not so where its deadline has passed.
    """

    wanted: Wanted
    about: About
    flexible_id: int
    minutes: int
    hours: Mask
    late: Mask
    stands: Occurrence | None = None
    open: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """All that is wanted of a week."""

    slots: Slots
    asks: tuple[Ask, ...]
    limits: Limits


def asked_of(facts: WeekFacts, moving: Collection[int] | None = None, *, more: bool = True) -> Asked:
    """Return what is wanted. moving: the blocks that may be moved, None for all that Kairos placed.

    more: also what has no place yet; else only what stands in the plan.
    """
    slots = slots_in(facts.span, facts.now.zone)
    movable = [
        one
        for one in facts.occurrences
        if is_movable(one, slots.start_ms) and one.interval.end_ms <= facts.span.end_ms
        if moving is None or one.block.id in moving
    ]
    movable = apart_enough(movable, facts.settings.pause * MS_PER_MINUTE, NEEDS_FOCUS)
    ids = {one.block.id for one in movable}
    fixed = [one for one in facts.occurrences if one.block.id not in ids and one.block.busy]
    asking = _Asking(facts, slots, fixed, movable)
    asks = [asking.standing(one) for one in movable]
    if more:
        asks += [asking.flexible(one) for one in facts.flexible if one.active]
        asks += [asking.focus()]
    return Asked(slots, tuple(one for one in asks if one.wanted.pieces), asking.limits())


class _Asking:
    def __init__(
        self, facts: WeekFacts, slots: Slots, fixed: Sequence[Occurrence], movable: Sequence[Occurrence]
    ) -> None:
        self._facts, self._slots, self._fixed, self._movable = facts, slots, fixed, movable
        settings, pause_ms = facts.settings, facts.settings.pause * MS_PER_MINUTE
        self._work = slots.between(settings.work_start, settings.work_end, _numbers(settings.workdays))
        self._free = ~slots.touched(one.interval for one in fixed)
        deep = (one.interval for one in fixed if one.block.about.kind in NEEDS_FOCUS)
        near = (Interval(one.start_ms - pause_ms, one.end_ms + pause_ms) for one in deep)
        self._deep_free = self._free & ~slots.touched(near)
        self._minutes = np.array(facts.forecast.minutes, dtype=np.float64)

    # ---------------------------------------------------------------- what is wanted

    def flexible(self, block: FlexibleBlock) -> Ask:
        """Return what is wanted of a flexible block beside what is planned of it already."""
        hours = self._hours(block)
        before = self._slots.upto(block.deadline) if block.deadline is not None else np.ones_like(hours)
        days = len(set(self._slots.day[hours].tolist())) or 1
        pieces = ceil(block.per_week * len(self._slots.dates) / _WEEK_DAYS) if block.per_week else 1
        a_day = ceil(pieces / days)
        late = hours & self._allowed(block.about.kind, block.id) & ~self._full_days(block.id, a_day)
        left = pieces - len(self._places_of(block.id))
        if not block.per_week and block.id in self._facts.placed:
            left = 0
        shortest, longest = _lengths(block.shortest, block.longest)
        wanted = Wanted(
            deep=block.about.kind in NEEDS_FOCUS,
            allowed=late & before,
            worth=self._worth(block.about.kind),
            shortest=shortest,
            longest=longest,
            pieces=max(0, left),
            a_day=a_day,
        )
        is_open = block.deadline is None or block.deadline >= day_of(
            self._facts.now.wall_ms, DayRule(self._facts.now.zone)
        )
        return Ask(wanted, block.about, block.id, block.longest, hours, late, open=is_open)

    def focus(self) -> Ask:
        """Return the focus time that nobody asked for, as far as the settings want it and the plan has it not."""
        settings = self._facts.settings
        planned = sum(
            one.interval.length_ms
            for one in self._facts.occurrences
            if one.block.about.kind is BlockKind.FOCUS and not one.block.origin.flexible_id
        )
        left = settings.focus_wanted * len(self._slots.dates) / _WEEK_DAYS - planned / MS_PER_MINUTE
        shortest, longest = _lengths(settings.shortest_focus, max(settings.shortest_focus, settings.longest_focus))
        many = max(0, int(left) // SLOT_MINUTES)
        allowed = self._work & self._allowed(BlockKind.FOCUS, 0)
        pieces = many // shortest
        worth = self._worth(BlockKind.FOCUS)
        wanted = Wanted(True, allowed, worth, shortest, longest, pieces, max(1, pieces), many, asked=False)
        return Ask(wanted, About(BlockKind.FOCUS), 0, settings.longest_focus, self._work, allowed)

    def standing(self, one: Occurrence) -> Ask:
        """Return what stands in the plan as something that may stay or move."""
        block = next((each for each in self._facts.flexible if each.id == one.block.origin.flexible_id), None)
        kind = one.block.about.kind
        hours = self._work if block is None else self._hours(block)
        here = self._slots.touched([one.interval])
        late = hours & self._allowed(kind, one.block.origin.flexible_id)
        stays = bool(here.any() and (self._free[here]).all())
        late = (late | here) if stays else late
        before = np.ones_like(late)
        if block is not None and block.deadline is not None:
            before = self._slots.upto(block.deadline) | here
        length = int(here.sum())
        first = int(np.argmax(here)) if stays else -1
        worth = self._worth(kind)
        wanted = Wanted(kind in NEEDS_FOCUS, late & before, worth, length, length, 1, stands=first)
        minutes = one.interval.length_ms // MS_PER_MINUTE
        return Ask(wanted, one.block.about, one.block.origin.flexible_id, minutes, hours, late, one)

    def limits(self) -> Limits:
        """Return what holds for all together; what stands is never more than a day may hold."""
        cap = []
        for at, _ in enumerate(self._slots.dates):
            fixed, standing = (self._deep_minutes(ones, at) for ones in (self._fixed, self._movable))
            left = (self._facts.settings.deep_cap - fixed) // SLOT_MINUTES
            cap.append(int(max(0, left, ceil(standing / SLOT_MINUTES))))
        return Limits(tuple(cap), ceil(self._facts.settings.pause / SLOT_MINUTES))

    # ---------------------------------------------------------------- where

    def _hours(self, block: FlexibleBlock) -> Mask:
        """Return its hours on its days: within those of work, but for personal time that has hours of its own."""
        own = self._slots.between(block.window_start, block.window_end, block.weekdays)
        narrow = block.window_start > 0 or block.window_end < _WHOLE_DAY
        return own if block.about.kind is BlockKind.PERSONAL and narrow else own & self._work

    def _allowed(self, kind: BlockKind, flexible_id: int) -> Mask:
        refused = (one.interval for one in self._facts.refused if one.flexible_id == flexible_id)
        return (self._deep_free if kind in NEEDS_FOCUS else self._free) & ~self._slots.touched(refused)

    def _full_days(self, flexible_id: int, a_day: int) -> Mask:
        """Return the slots of days that hold as many pieces of it as one day may."""
        full = np.zeros(len(self._slots), dtype=bool)
        here = [self._slots.touched([one.interval]) for one in self._places_of(flexible_id)]
        for at, _ in enumerate(self._slots.dates):
            of_day = self._slots.day == at
            if sum(bool((one & of_day).any()) for one in here) >= a_day:
                full |= of_day
        return full

    def _places_of(self, flexible_id: int) -> list[Occurrence]:
        return [one for one in self._facts.occurrences if one.block.origin.flexible_id == flexible_id]

    def _deep_minutes(self, ones: Sequence[Occurrence], day: int) -> int:
        """Return the minutes of deep work on a day; of today also what is over."""
        where = DayRule(self._facts.now.zone)
        wanted = self._slots.dates[day]
        return sum(
            one.interval.length_ms // MS_PER_MINUTE
            for one in ones
            if one.block.about.kind in NEEDS_FOCUS and day_of(one.interval.start_ms, where) == wanted
        )

    # ---------------------------------------------------------------- worth

    def _worth(self, kind: BlockKind) -> Values:
        kept = kept_by_slot(self._facts, self._slots, kind)
        if kind in NEEDS_FOCUS:
            return np.asarray(self._minutes * kept)
        return np.asarray(-self._minutes - UNKEPT_MINUTES * (1 - kept))


def kept_by_slot(facts: WeekFacts, slots: Slots, kind: BlockKind) -> Values:
    """Return which share of what is planned in a slot the person keeps to."""
    rates = facts.kept.get(kind)
    if rates is None:
        return np.ones(len(slots))
    return np.array(rates, dtype=np.float64)[slots.minute // 60]


def _numbers(workdays: Sequence[str]) -> list[int]:
    """Return days by their names as numbers; SettingsError for what is none."""
    try:
        return [Weekday(one.strip().casefold()).number for one in workdays]
    except ValueError as cause:
        known = ", ".join(one.value for one in Weekday)
        raise SettingsError(f"The settings name a workday that is none: workdays can hold {known}.") from cause


def _lengths(shortest: int, longest: int) -> tuple[int, int]:
    """Return lengths in slots; what is no whole number of slots takes the slot it ends in."""
    least = ceil(shortest / SLOT_MINUTES)
    return least, max(least, longest // SLOT_MINUTES)


def interval_of(ask: Ask, slots: Slots, first: int, stop: int) -> Interval:
    """Return the time of a piece, which ends before its last slot does where it is not as long."""
    start_ms = slots.start_ms + first * SLOT_MS
    return Interval(start_ms, start_ms + min((stop - first) * SLOT_MINUTES, ask.minutes) * MS_PER_MINUTE)
