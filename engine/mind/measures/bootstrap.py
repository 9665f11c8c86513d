"""How sure a mean, a difference or any other figure is: the bootstrap over people or days.

What happens on one day to one person hangs together, so that whole people or whole days are drawn, never single cases.
Source: Efron and Tibshirani, 1993 (percentile intervals); Field and Welsh, 2007 (of clusters).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import ArrayLike, NDArray

ROUNDS = 2_000
_LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with the interval in which it lies at 95 %."""

    value: float
    low: float
    high: float

    @property
    def above_zero(self) -> bool:
        """Whether the whole interval is positive."""
        return self.low > 0

    def __str__(self) -> str:
        return f"{self.value:+.4f} [{self.low:+.4f}, {self.high:+.4f}]"


def mean(values: ArrayLike, group: ArrayLike, *, rounds: int = ROUNDS, seed: int = 0) -> Estimate:
    """Return the mean over all cases; groups (people or days) are drawn whole, with replacement."""
    total, count = _sums(np.asarray(values, dtype=np.float64), np.asarray(group))
    drawn = _draws(len(count), rounds, seed)
    return _estimate(float(total.sum() / count.sum()), (drawn @ total) / (drawn @ count))


def macro_mean(
    values: ArrayLike, person: ArrayLike, day: ArrayLike | None = None, *, rounds: int = ROUNDS, seed: int = 0
) -> Estimate:
    """Return the mean over people of each one's mean.

    Without days people are drawn; with days the people stay, and each one's days are drawn: how sure it is of just
    these people, the only question a few people can answer.
    """
    cases, people = np.asarray(values, dtype=np.float64), np.asarray(person)
    own = [people == one for one in np.unique(people)]
    if day is None:
        each = np.array([cases[mine].mean() for mine in own])
        drawn = _draws(len(each), rounds, seed)
        return _estimate(float(each.mean()), drawn @ each / len(each))
    days = np.asarray(day)
    parts = []
    for number, mine in enumerate(own):
        total, count = _sums(cases[mine], days[mine])
        drawn = _draws(len(count), rounds, seed + number)
        parts.append((drawn @ total) / (drawn @ count))
    return _estimate(float(np.mean([cases[mine].mean() for mine in own])), np.mean(parts, axis=0))


def resampled(
    figure: Callable[[NDArray[np.int64]], float], group: ArrayLike, *, rounds: int = 500, seed: int = 0
) -> Estimate:
    """Return any figure of cases given by their places; groups are drawn whole. Draws that give NaN do not count."""
    groups = np.asarray(group)
    members = [np.flatnonzero(groups == one) for one in np.unique(groups)]
    rng = np.random.default_rng(seed)
    draws = rng.integers(len(members), size=(rounds, len(members)))
    each = np.array([figure(np.concatenate([members[one] for one in draw])) for draw in draws])
    return _estimate(figure(np.arange(len(groups))), each[~np.isnan(each)])


def _sums(values: NDArray[np.float64], group: NDArray[np.generic]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return per group the sum of its values and how many there are."""
    _, place = np.unique(group, return_inverse=True)
    return np.bincount(place, weights=values).astype(np.float64), np.bincount(place).astype(np.float64)


def _draws(groups: int, rounds: int, seed: int) -> NDArray[np.float64]:
    """Return how often each group is drawn in each round (rounds, groups)."""
    rng = np.random.default_rng(seed)
    return rng.multinomial(groups, np.full(groups, 1.0 / groups), size=rounds).astype(np.float64)


def _estimate(value: float, each: NDArray[np.float64]) -> Estimate:
    edge = 100 * (1 - _LEVEL) / 2
    low, high = np.percentile(each, (edge, 100 - edge)) if len(each) else (np.nan, np.nan)
    return Estimate(value, float(low), float(high))
