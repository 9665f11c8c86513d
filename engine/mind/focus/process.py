"""An additive Gaussian process: a mean and a sum of parts, each known as well as the cases like it are many.

Few cases, or none that are alike, leave the mean as it is and the interval wide, so that shrinking and not knowing
need no rule of their own; and the parts sum exactly to what is told. Outcomes are 0 and 1 (or any number): it is a
least-squares classifier, whose output is calibrated afterwards (engine.mind.calibration).
Source: Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006 (2.2, 6.5); Duvenaud, Nickisch,
Rasmussen, "Additive Gaussian Processes", 2011.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.mind.focus.kernel import Cases, Component, Values, kernel, likenesses

Numbers: TypeAlias = NDArray[Any]

_JITTER = 1e-6
_BLOCK = 128  # rows solved at once: NumPy has no solver of triangles, and needs none this way


@dataclass(frozen=True, slots=True)
class Prior:
    """What is believed before any case: components, and the variance of what nothing explains."""

    components: tuple[Component, ...]
    noise: float


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of m cases.

    parts: what the components of each name add to each outcome (m, k); they sum to what is told. left: variance that
    is left of the mean, noise left out (m). apart: variance of what the components asked for tell, which is what the
    cases seen explain of them: none where nothing alike was seen (m).
    """

    parts: dict[str, Values]
    left: Values
    apart: Values


class Process:
    """A prior that has seen cases."""

    def __init__(self, prior: Prior, cases: Cases, outcomes: Values) -> None:
        """See the cases. outcomes: (n, k), each less its mean; k kinds of outcomes share the prior."""
        self._prior, self._cases = prior, cases
        root = _root(kernel(prior.components, cases, cases), prior.noise)
        self._worth = _unrooted_from_above(root, _unrooted(root, outcomes))
        self._root = root.astype(np.float32)  # variances need fewer digits than means, and this takes half the time

    def told(self, cases: Cases, apart: Collection[str] = ()) -> Told:
        """Return what is told of cases. apart: the names of components whose telling is asked for."""
        parts: dict[str, Values] = {}
        others = mine = np.zeros((len(self._root), len(next(iter(cases.values())))))
        before = np.zeros(others.shape[1])
        known = likenesses(self._prior.components, cases, self._cases)
        for component, alike in zip(self._prior.components, known, strict=True):
            covariance = component.variance * alike
            adds = covariance @ self._worth
            name = component.name
            parts[name] = parts[name] + adds if name in parts else adds
            before += component.own(cases)
            if name in apart:
                mine = mine + covariance.T
            else:
                others = others + covariance.T
        solved_mine, solved_others = (_unrooted(self._root, one.astype(np.float32)) for one in (mine, others))
        explained = np.square(solved_mine + solved_others).sum(0, dtype=np.float64)
        told_apart = np.square(solved_mine).sum(0, dtype=np.float64)
        return Told(parts, np.asarray(np.maximum(before - explained, 0.0)), told_apart)


def one_by_one(prior: Prior, cases: Cases, outcome: Values) -> tuple[Values, Values]:
    """Return mean and variance (with noise) that each case is told from all before it, in one go.

    The order of cases is the order of time; outcome (n) less its mean. It is the rolling origin, at every case.
    """
    return told_in_order(kernel(prior.components, cases, cases), prior.noise, outcome)


def one_by_one_as_asked(prior: Prior, cases: Cases, asked: Cases, outcome: Values) -> Values:
    """Return the mean that each case is told from all before it as it looked when it was asked for.

    asked: the same cases before all of them was known, such as what they would be for; cases: as they turned out, which
    is how later ones read them.
    """
    root = _root(kernel(prior.components, cases, cases), prior.noise)
    solved = _unrooted(root, kernel(prior.components, cases, asked))
    earlier = np.triu(solved, 1)  # of each column, a case asked for, the rows before it
    return np.asarray(earlier.T @ _unrooted(root, outcome))


def told_in_order(covariance: Values, noise: float, outcome: Values) -> tuple[Values, Values]:
    """Return the same of a covariance made before."""
    root = _root(covariance, noise)
    left = _unrooted(root, outcome)
    spread = np.diagonal(root)
    return np.asarray(outcome - spread * left), np.square(spread)


def surprise(mean: Values, variance: Values, outcome: Values) -> float:
    """Return the mean negative log density (nats) of outcomes as told."""
    return float(np.mean(0.5 * np.square(outcome - mean) / variance + 0.5 * np.log(2 * np.pi * variance)))


def merged(parts: dict[str, Values], names: Sequence[str]) -> Values:
    """Return the sum of the parts of these names; those that are missing add nothing."""
    found = [parts[name] for name in names if name in parts]
    return np.sum(found, axis=0) if found else np.zeros_like(next(iter(parts.values())))


def _root(covariance: Values, noise: float) -> Values:
    """Return the lower Cholesky root with noise on the diagonal."""
    noisy = covariance + (noise + _JITTER) * np.eye(len(covariance))
    return np.asarray(np.linalg.cholesky(noisy), dtype=np.float64)


def _unrooted(root: Numbers, right: Numbers) -> Numbers:
    """Return the solution x of root x = right, block by block from above; root is lower triangular."""
    found = np.array(right)
    for start in range(0, len(root), _BLOCK):
        rows = slice(start, start + _BLOCK)
        found[rows] = np.linalg.solve(root[rows, rows], found[rows] - root[rows, :start] @ found[:start])
    return found


def _unrooted_from_above(root: Numbers, right: Numbers) -> Numbers:
    """Return the solution x of root' x = right, which is the same with everything turned round."""
    return _unrooted(root.T[::-1, ::-1], right[::-1])[::-1]
