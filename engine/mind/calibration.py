"""From scores to probabilities that keep their promise, careful where cases are few.

Platt, "Probabilistic outputs for support vector machines", 1999; Zadrozny and Elkan, "Transforming classifier scores
into accurate multiclass probability estimates", 2002 (isotonic). Both are learned on cases the score did not see.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Values = NDArray[np.float64]

_STEPS = 50
_ENOUGH = 1e-9
_STEEPEST = 30.0


def sigmoid(logit: ArrayLike) -> Values:
    """Return probabilities of logits, never quite 0 or 1."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(np.asarray(logit, np.float64), -_STEEPEST, _STEEPEST))))


def logit(probability: ArrayLike) -> Values:
    """Return logits of probabilities; those beyond one in a million count as that."""
    sure = np.clip(np.asarray(probability, np.float64), 1e-6, 1 - 1e-6)
    return np.asarray(np.log(sure) - np.log1p(-sure))


@dataclass(frozen=True, slots=True)
class Platt:
    """A straight line from score to logit: parts of a score stay parts of the logit."""

    offset: float = 0.0
    slope: float = 1.0

    def logit(self, score: ArrayLike) -> Values:
        """Return the calibrated logit."""
        return np.asarray(self.offset + self.slope * np.asarray(score, np.float64))

    def probability(self, score: ArrayLike) -> Values:
        """Return the calibrated probability."""
        return sigmoid(self.logit(score))

    @staticmethod
    def fitted(score: ArrayLike, label: ArrayLike, towards: Platt, weight: float = 20.0) -> Platt:
        """Return the line of greatest likelihood, drawn towards another one as by so many cases told by that.

        Newton's method on the penalised likelihood, which has one maximum; with no case it is `towards` itself.
        """
        x = np.asarray(score, np.float64)
        y = np.asarray(label, np.float64)
        design = np.stack([np.ones_like(x), x], axis=1)
        goal = np.array([towards.offset, towards.slope])
        hold = weight * _pull(x, towards)
        found = goal.copy()
        for _ in range(_STEPS):
            told = sigmoid(design @ found)
            slope = design.T @ (told - y) + hold @ (found - goal)
            curve = (design * (told * (1 - told))[:, None]).T @ design + hold
            step = np.linalg.solve(curve, slope)
            found = found - step * min(1.0, 5.0 / (float(np.abs(step).max()) + _ENOUGH))
            if np.abs(step).max() < _ENOUGH:
                break
        # A falling line would turn every order round; it then says nothing, which a level one says honestly.
        return Platt(float(found[0]), max(0.0, float(found[1])))


def _pull(score: Values, towards: Platt) -> Values:
    """Return what one average case holds on to, as `towards` would tell it."""
    if not len(score):
        return np.eye(2)
    told = towards.probability(score)
    design = np.stack([np.ones_like(score), score], axis=1)
    average: Values = (design * (told * (1 - told))[:, None]).T @ design / len(score)
    return np.asarray(average + 1e-3 * np.eye(2))


@dataclass(frozen=True, slots=True)
class Isotonic:
    """A rising staircase from score to probability, straight between its steps; scores ascending."""

    scores: tuple[float, ...]
    probabilities: tuple[float, ...]

    def probability(self, score: ArrayLike) -> Values:
        """Return the calibrated probability; beyond the ends that of the end."""
        return np.asarray(np.interp(np.asarray(score, np.float64), self.scores, self.probabilities))

    @staticmethod
    def fitted(score: ArrayLike, label: ArrayLike, towards: float, weight: float = 2.0) -> Isotonic:
        """Return the staircase of least squares by pooling adjacent violators.

        Every step is drawn towards a probability as by so many cases, so that a few lucky ones promise no certainty.
        """
        x, y = np.asarray(score, np.float64), np.asarray(label, np.float64)
        if not len(x):
            return Isotonic((0.0,), (towards,))
        order = np.argsort(x, kind="stable")
        pools: list[tuple[float, float, float]] = []  # labels, cases, scores: their sums
        for place, one in zip(x[order].tolist(), y[order].tolist(), strict=True):
            pool = (one, 1.0, place)
            while pools and pools[-1][0] * pool[1] >= pool[0] * pools[-1][1]:
                before = pools.pop()
                pool = (before[0] + pool[0], before[1] + pool[1], before[2] + pool[2])
            pools.append(pool)
        drawn = [(total + weight * towards) / (count + weight) for total, count, _ in pools]
        rising = np.maximum.accumulate(drawn).tolist()
        return Isotonic(tuple(place / count for _, count, place in pools), tuple(rising))


def shrunken(total: ArrayLike, count: ArrayLike, towards: ArrayLike, weight: float) -> Values:
    """Return means drawn towards others as by so many cases: total / count where count is large."""
    return np.asarray((np.asarray(total, np.float64) + weight * np.asarray(towards)) / (np.asarray(count) + weight))


def platt_of(weights: Mapping[str, Any]) -> Platt:
    """Return the line of stored weights. Raises ValueError where they are no two finite numbers."""
    numbers = np.asarray(weights["calibration"], np.float64)
    if numbers.shape != (2,) or not np.isfinite(numbers).all():
        raise ValueError("a calibration is an offset and a slope")
    return Platt(float(numbers[0]), float(numbers[1]))
