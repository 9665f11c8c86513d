"""What the hours of the week tell of a person's focus: a Gaussian process of 168 cells that reads every slot there is.

Slots of one day hang together, and by how much is weighed against how much the hours may mean; days are then
independent, so that a year of slots comes down to one matrix of the hours. How focused a slot was is read from three
signs at once (focused or not, the share in focus, the worth of the focus score): each is noisy in its own way, and all
follow the same hours. Where a change tells the later weeks better, what was before it hardly counts.
Source: Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006 (2.7, 5.4); Adams and MacKay, "Bayesian
Online Changepoint Detection", 2007 (odds of a change); Ibrahim and Chen, "Power Prior Distributions", 2000.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import product
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.mind.focus.kernel import Values
from engine.mind.stream.columns import Moments, Numbers

WEEK = 168
"""Hours of a week, Monday's first hour first."""

LEVEL = 0.05
"""How much the hours may be off altogether, as a share of how much slots differ; everything below likewise."""

_WEEK_D, _DAY_S, _HOUR_S = 7, 86_400.0, 3_600.0
_MONDAY_S = 4 * _DAY_S  # 1970 began on a Thursday
_WHILE_H = 1.0
_BEFORE_A_CHANGE_D = 2.0  # so many days of what was before a change still count
_CHANGES_D = (7, 14, 28, 56)
_CHANGED = 0.1  # the odds of any change
_LITTLE = 1e-3
_LEAST_ODDS = 3.0
"""How much likelier hours that mean something must make the slots than hours that mean nothing, to be told at all."""


class Rhythm(NamedTuple):
    """How much hours of the day vary, weekdays, and hours of one weekday beside; days and whiles: how slots cling.

    All as shares of how much slots differ. hours 0: they mean nothing, or nobody knows yet.
    """

    hours: float = 0.0
    weekdays: float = 0.0
    odd: float = 0.0
    days: float = 0.05
    whiles: float = 0.05

    @property
    def tells(self) -> bool:
        """Whether the hours mean anything."""
        return self.hours > 0


_AMOUNTS = tuple(product((0.02, 0.06, 0.15, 0.3), (0.0, 0.015), (0.0, 0.02, 0.06)))
_NOTHING = ((0.0, 0.0, 0.0), (0.0, 0.015, 0.0))
_CLINGING = ((0.0, 0.0), (0.05, 0.05), (0.1, 0.15), (0.1, 0.35), (0.05, 0.7))


@dataclass(frozen=True, slots=True)
class Past:
    """All slots to learn hours from, in order. start_s: Unix. place: hour of the week. day: its number.

    signs: (n, 3), focused (0 or 1), the share of the slot in focus, and its worth.
    """

    start_s: Moments
    place: Numbers
    day: Numbers
    signs: Values

    def __len__(self) -> int:
        return len(self.start_s)

    def rows(self, which: slice | NDArray[Any]) -> Past:
        """Return some of the slots."""
        return Past(*(getattr(self, one.name)[which] for one in fields(self)))


@dataclass(frozen=True, slots=True)
class Week:
    """What is told of each hour of the week.

    adds: (168, 2), to the probability of being focused and to the share in focus. known: the variance of the first
    that the slots explain; left: the rest.
    """

    adds: Values
    known: Values
    left: Values


def places(local_s: Moments) -> Numbers:
    """Return the hour of the week of moments on the person's clock."""
    return (np.mod(local_s - _MONDAY_S, _WEEK_D * _DAY_S) // _HOUR_S).astype(np.int32)


def learned_rhythm(past: Past) -> Rhythm:
    """Return how much the hours are expected to vary; hours 0 where the odds for their meaning anything are small."""
    index, _ = _index(past)
    told: list[list[float]] = []
    for clinging in _CLINGING:
        sums = _Days(past, index, *clinging)
        whole = sums.of(slice(None))
        told.append([whole.evidence(_alike(*one)) + sums.noise for one in (*_NOTHING, *_AMOUNTS)])
    weight = np.exp(np.array(told) - np.max(told))
    nothing, something = weight[:, : len(_NOTHING)], weight[:, len(_NOTHING) :]
    odds = float(something.mean() / max(nothing.mean(), 1e-300))
    if odds < _LEAST_ODDS:
        return Rhythm(0.0, 0.0, 0.0, *_CLINGING[int(nothing.sum(1).argmax())])
    best = int(something.sum(1).argmax())
    amounts = (something[best] / something[best].sum()) @ np.array(_AMOUNTS) * odds / (1 + odds)
    hours, weekdays, odd = map(float, amounts)
    return Rhythm(hours, weekdays, odd, *_CLINGING[best])


def week_of(past: Past, rhythm: Rhythm) -> Week:
    """Return what the slots tell of the hours."""
    if not rhythm.tells or not len(past):
        return Week(np.zeros((WEEK, 2)), np.zeros(WEEK), np.zeros(WEEK))
    index, slopes = _index(past)
    alike = _alike(rhythm.hours, rhythm.weekdays, rhythm.odd)
    days = _Days(past, index, rhythm.days, rhythm.whiles)
    told, known = np.zeros(WEEK), np.zeros(WEEK)
    for weight, sums in _with_changes(days, alike):
        one, explained = sums.told(alike)
        told += weight * one
        known += weight * explained
    told -= told[past.place].mean()  # the level is the mean's matter
    scale = slopes[0] ** 2
    return Week(told[:, None] * slopes[None, :], scale * known, scale * (np.diagonal(alike) - known))


def as_it_was_told(past: Past, rhythm: Rhythm, first: int) -> Values:
    """Return what the hours added to each slot from place first on, by the slots before its week: (n, 2).

    Weeks are counted from that slot; so nothing is told with the help of what came later.
    """
    adds = np.zeros((len(past) - first, 2))
    if first >= len(past) or not rhythm.tells:
        return adds
    weeks = (past.day[first:] - past.day[first]) // _WEEK_D
    for week in np.unique(weeks):
        upto = first + int(np.searchsorted(weeks, week))
        if upto:
            rows = weeks == week
            adds[rows] = week_of(past.rows(slice(0, upto)), rhythm).adds[past.place[first:][rows]]
    return adds


def _index(past: Past) -> tuple[Values, Values]:
    """Return one number of how focused each slot was, of mean 0 and variance 1, and what it says of both outcomes."""
    apart = past.signs - past.signs.mean(0)
    spread = apart.std(0)
    index = (apart / np.where(spread > 0, spread, 1.0)).sum(1)
    index /= max(float(index.std()), 1e-9)
    return index, np.maximum(index @ apart[:, :2] / len(past), 0.0)


_HOUR = np.arange(WEEK) % 24
_APART = np.abs(_HOUR[:, None] - _HOUR[None, :])
_AROUND = np.minimum(_APART, 24 - _APART)
_SAME_DAY = (np.arange(WEEK)[:, None] // 24 == np.arange(WEEK)[None, :] // 24).astype(np.float64)
_ALIKE = np.exp(-0.5 * (_AROUND / 1.5) ** 2)
_ODDLY = _SAME_DAY * np.exp(-0.5 * (_AROUND / 2.0) ** 2)


def _alike(hours: float, weekdays: float, odd: float) -> Values:
    return np.asarray(hours * _ALIKE + weekdays * _SAME_DAY + odd * _ODDLY + LEVEL)


class _Sums(NamedTuple):
    """What slots say of the hours they lie in: precision (m, m) and pull (m) of the m hours that were seen."""

    seen: NDArray[np.int64]
    precision: Values
    pull: Values

    def evidence(self, alike: Values) -> float:
        """Return the log probability of the slots, less what does not depend on the hours."""
        held = alike[np.ix_(self.seen, self.seen)]
        noisy = np.eye(len(held)) + held @ self.precision
        found = np.linalg.solve(noisy, held @ self.pull)
        return float(0.5 * self.pull @ found - 0.5 * np.linalg.slogdet(noisy)[1])

    def told(self, alike: Values) -> tuple[Values, Values]:
        """Return the mean of every hour and the variance that was explained."""
        held, across = alike[np.ix_(self.seen, self.seen)], alike[:, self.seen]
        noisy = np.eye(len(held)) + self.precision @ held
        worth = np.linalg.solve(noisy, np.column_stack([self.pull, self.precision @ across.T]))
        return across @ worth[:, 0], np.maximum(np.einsum("ij,ji->i", across, worth[:, 1:]), 0.0)

    def less(self, share: float) -> _Sums:
        return self._replace(precision=share * self.precision, pull=share * self.pull)

    def plus(self, other: _Sums) -> _Sums:
        return self._replace(precision=self.precision + other.precision, pull=self.pull + other.pull)


class _Days:
    """The slots as days within which they cling together, all days at once: padded to the longest."""

    def __init__(self, past: Past, index: Values, days: float, whiles: float) -> None:
        self.day, row, many = np.unique(past.day, return_inverse=True, return_counts=True)
        column = np.arange(len(past)) - (np.cumsum(many) - many)[row]
        there = np.zeros((len(many), int(many.max())), dtype=bool)
        there[row, column] = True
        hours, self._place = np.zeros(there.shape), np.zeros(there.shape, np.int64)
        hours[row, column], self._place[row, column] = past.start_s / _HOUR_S, past.place
        both = there[:, :, None] & there[:, None, :]
        spread = (days + whiles * np.exp(-np.abs(hours[:, :, None] - hours[:, None, :]) / _WHILE_H)) * both
        each = np.arange(there.shape[1])
        spread[:, each, each] = 1.0
        self._precision = np.linalg.inv(spread) * both
        values = np.zeros(there.shape)
        values[row, column] = index
        self._pull = np.einsum("dij,dj->di", self._precision, values)
        self.seen = np.unique(past.place).astype(np.int64)
        self._column = np.zeros(WEEK, np.int64)
        self._column[self.seen] = np.arange(len(self.seen))
        self.noise = -0.5 * float((self._pull * values).sum() + np.linalg.slogdet(spread)[1].sum())

    def of(self, which: slice) -> _Sums:
        """Return the sums of some of the days."""
        many = len(self.seen)
        place = self._column[self._place[which]]
        cells = (place[:, :, None] * many + place[:, None, :]).ravel()
        precision = np.bincount(cells, self._precision[which].ravel(), minlength=many * many).astype(np.float64)
        pull = np.bincount(place.ravel(), self._pull[which].ravel(), minlength=many).astype(np.float64)
        return _Sums(self.seen, precision.reshape(many, many), pull)


def _with_changes(days: _Days, alike: Values) -> Iterator[tuple[float, _Sums]]:
    """Yield the slots as they count if nothing has changed, and if something did so long ago, each by its odds."""
    whole = days.of(slice(None))
    found = [(np.log(1 - _CHANGED), whole)]
    same = whole.evidence(alike)
    for back in _CHANGES_D:
        at = int(np.searchsorted(days.day, days.day[-1] - back, "right"))
        if at < len(days.day) / 4:
            break
        before, after = days.of(slice(0, at)), days.of(slice(at, None))
        faded = before.less(min(1.0, _BEFORE_A_CHANGE_D / at))
        both = faded.plus(after)
        better = before.evidence(alike) - faded.evidence(alike) + both.evidence(alike) - same
        found.append((np.log(_CHANGED / len(_CHANGES_D)) + better, both))
    weights = np.exp(np.array([odds for odds, _ in found]) - max(odds for odds, _ in found))
    for weight, (_, sums) in zip(weights / weights.sum(), found, strict=True):
        if weight > _LITTLE:
            yield float(weight), sums
