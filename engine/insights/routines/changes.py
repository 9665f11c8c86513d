"""From which day on a measure is another: ranks among equal weekdays, summed up, compared with shuffled weeks.

Weeks are shuffled whole, so that days that resemble their neighbours are not taken for a change; one permutation is
that of all measures at once, so that those that go together do not count as many.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.random import Generator

from engine.domain.routines import Change, DayPart, Measure
from engine.insights.columns import Floats, Whole
from engine.insights.routines.daily import Daily
from engine.insights.routines.permuted import LEVEL, beyond

LEAST_DAYS = 30
"""With fewer days of a measure nothing is said of it."""
LEAST_SIDE = 8
"""So many measured days lie on either side of a change."""

_LEAST_WEEKS = 6  # fewer can hardly be shuffled
_SHUFFLES = 999
_LEAST_EFFECT = 0.3  # Cliff's delta: less is not worth telling
_NEAR = 0.9  # of the strongest sum: the change may as well have begun there
_SAME_DAYS = 14
_LEAST_SPREAD = 1e-6  # where each weekday has one value, all shuffled histories are the same
_RESAMPLED = 999


@dataclass(frozen=True, slots=True)
class _Tested:
    """One measure: its days, at which of them it changed most, and its strongest sum, shuffled ones by either way."""

    key: tuple[Measure, DayPart]
    days: Whole
    values: Floats
    at: int
    near: tuple[int, int]
    highest: float
    shuffled: Floats

    @property
    def standing(self) -> Floats:
        """How far the strongest sum lies above shuffled ones, by each way of shuffling, in their deviations."""
        return self._beyond(np.full((len(self.shuffled), 1), self.highest))[:, 0]

    @property
    def by_chance(self) -> Floats:
        """The same of every shuffled history."""
        return self._beyond(self.shuffled)

    def _beyond(self, sums: Floats) -> Floats:
        spread = np.maximum(self.shuffled.std(axis=1, keepdims=True), _LEAST_SPREAD)
        found: Floats = (sums - self.shuffled.mean(axis=1, keepdims=True)) / spread
        return found


def find_changes(daily: Daily, dice: Generator, shuffles: int = _SHUFFLES) -> list[Change]:
    """Return the changes that stand after correction for all measures, the surest first.

    Each must be rare both among shuffled weeks and among days shuffled with their equals of the week.
    """
    if len(daily.days) < LEAST_DAYS or len(np.unique((daily.days - 1) // 7)) < _LEAST_WEEKS:
        return []
    orders = (_weeks_shuffled(daily.days, dice, shuffles), _days_shuffled(daily.days, dice, shuffles))
    tested = [one for key, values in daily.series.items() if (one := _tested(key, daily.days, values, orders))]
    if not tested:
        return []
    highest = np.max([one.by_chance for one in tested], axis=0)
    standing = np.array([one.standing for one in tested])
    p = np.max([beyond(standing[:, way], highest[way]) for way in range(len(orders))], axis=0)
    found = [(one, float(here)) for one, here in zip(tested, p, strict=True) if here <= LEVEL]
    told = [_change(one, here, dice) for one, here in found if abs(_effect(one)) >= _LEAST_EFFECT]
    told.sort(key=lambda one: (one.p, one.part is not DayPart.DAY, one.measure.value))
    return _without_echoes(told)


def _weeks_shuffled(days: Whole, dice: Generator, shuffles: int) -> Whole:
    """Return orders of the days in which whole weeks have changed places."""
    weeks = np.unique((days - 1) // 7, return_inverse=True)[1]
    places = np.argsort(dice.random((shuffles, weeks[-1] + 1)), axis=1)
    return np.argsort(places[:, weeks] * 7 + (days - 1) % 7, axis=1)


def _days_shuffled(days: Whole, dice: Generator, shuffles: int) -> Whole:
    """Return orders of the days in which equal weekdays have changed places."""
    orders = np.tile(np.arange(len(days)), (shuffles, 1))
    for weekday in range(7):
        here = np.flatnonzero((days - 1) % 7 == weekday)
        orders[:, here] = here[np.argsort(dice.random((shuffles, len(here))), axis=1)]
    return orders


def _tested(key: tuple[Measure, DayPart], days: Whole, values: Floats, orders: tuple[Whole, ...]) -> _Tested | None:
    known = np.isfinite(values)
    if known.sum() < LEAST_DAYS or np.ptp(values[known]) == 0:
        return None
    scores, there = np.zeros(len(days)), known.astype(np.float64)
    scores[known] = _ranked(values[known], (days[known] - 1) % 7)
    shuffled = np.array([_sums(scores[order], there[order]).max(axis=1) for order in orders])
    sums = _sums(scores[None], there[None])[0]
    upto = np.cumsum(there).astype(np.int64)  # how many measured days there were up to each
    near = upto[np.flatnonzero(sums >= _NEAR * sums.max())]
    at = int(upto[int(sums.argmax())])
    ends = int(near[0]), int(near[-1])
    return _Tested(key, days[known], values[known], at, ends, float(sums.max()), shuffled)


def _ranked(values: Floats, weekday: Whole) -> Floats:
    """Return ranks among equal weekdays, -1 to 1 with a mean of 0; ties share theirs."""
    found = np.zeros(len(values))
    for one in np.unique(weekday):
        here = np.flatnonzero(weekday == one)
        _, places, counts = np.unique(values[here], return_inverse=True, return_counts=True)
        middle = np.cumsum(counts) - (counts - 1) / 2
        found[here] = (2 * middle[places] - len(here) - 1) / max(len(here), 1)
    return found


def _sums(scores: Floats, there: Floats) -> Floats:
    """Return, for each order of days and each place, how far the sum of ranks so far has gone, by what is usual."""
    total, seen = (np.cumsum(one.reshape(len(one), -1), axis=1) for one in (scores, there))
    count = seen[:, -1:]
    left = count - seen
    room = (seen >= LEAST_SIDE) & (left >= LEAST_SIDE)
    drift = np.abs(total - total[:, -1:] * seen / count)
    found: Floats = np.where(room, drift / np.sqrt(np.maximum(seen * left / count, 1e-9)), 0.0)
    return found


def _effect(one: _Tested) -> float:
    """Return Cliff's delta of the ranks after and before: -1 to 1."""
    ranks = _ranked(one.values, (one.days - 1) % 7)
    before, after = ranks[: one.at], ranks[one.at :]
    return float(np.sign(after[:, None] - before[None, :]).mean())


def _change(one: _Tested, p: float, dice: Generator) -> Change:
    low, high = _interval(one, dice)
    first, last = (date.fromordinal(int(one.days[min(at, len(one.days) - 1)])) for at in one.near)
    return Change(
        measure=one.key[0],
        part=one.key[1],
        since=date.fromordinal(int(one.days[one.at])),
        earliest=first,
        latest=last,
        before=float(one.values[: one.at].mean()),
        after=float(one.values[one.at :].mean()),
        low=low,
        high=high,
        p=p,
        values=tuple((date.fromordinal(int(day)), float(v)) for day, v in zip(one.days, one.values, strict=True)),
    )


def _interval(one: _Tested, dice: Generator) -> tuple[float, float]:
    """Return the 95 % interval of the difference without weekday effects, by drawing days anew."""
    weekday = (one.days - 1) % 7
    after = np.arange(len(one.days)) >= one.at
    level = one.values.astype(np.float64).copy()
    for day in np.unique(weekday):
        sides = [one.values[(weekday == day) & (after == side)] for side in (False, True)]
        if all(map(len, sides)):
            level[weekday == day] -= (sides[0].mean() + sides[1].mean()) / 2
        else:
            level[weekday == day] = np.nan
    sides = [side[np.isfinite(side)] for side in (level[: one.at], level[one.at :])]
    if not all(map(len, sides)):  # other weekdays before than after: nothing can be taken off
        sides = [one.values[: one.at], one.values[one.at :]]
    means = [side[dice.integers(0, len(side), (_RESAMPLED, len(side)))].mean(axis=1) for side in sides]
    low, high = np.quantile(means[1] - means[0], (0.025, 0.975))
    return float(low), float(high)


def _without_echoes(changes: list[Change]) -> list[Change]:
    """Leave out a part of the day that says what was said of the day, or of the other part, at the same time."""
    kept: list[Change] = []
    for one in changes:
        near = (
            other
            for other in kept
            if other.measure is one.measure and abs((other.since - one.since).days) <= _SAME_DAYS
        )
        if not any((other.after > other.before) == (one.after > one.before) for other in near):
            kept.append(one)
    return kept
