"""An additive Gaussian process: a mean and a sum of parts, each known as well as the cases like it are many.

Few cases, or none that are alike, leave the mean as it is and the interval wide, so that shrinking and not knowing
need no rule of their own; and the parts sum exactly to what is told. Outcomes are 0 and 1 (or any number): it is a
least-squares classifier, whose output is calibrated afterwards (engine.mind.calibration).
Source: Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006 (2.2, 6.5); Duvenaud, Nickisch,
Rasmussen, "Additive Gaussian Processes", 2011.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from engine.mind.focus.kernel import Cases, Component, Values, kernel

_JITTER = 1e-6
_BLOCK = 128  # rows solved at once: NumPy has no solver of triangles, and needs none this way


@dataclass(frozen=True, slots=True)
class Prior:
    """What is believed before any case: components, and the variance of what nothing explains."""

    components: tuple[Component, ...]
    noise: float


class Process:
    """A prior that has seen cases."""

    def __init__(self, prior: Prior, cases: Cases, outcomes: Values, count: Values | float = 1.0) -> None:
        """See the cases. outcomes: (n, k), each less its mean; k kinds of outcomes share the prior.

        count: how many outcomes each is the mean of.
        """
        self._prior, self._cases = prior, cases
        covariance = kernel(prior.components, cases, cases)
        self._root = _root(covariance, prior.noise / np.asarray(count))
        self._worth = _unrooted_from_above(self._root, _unrooted(self._root, outcomes))

    def parts(self, cases: Cases) -> dict[str, Values]:
        """Return what the components of each name add to each outcome (m, k); they sum to what is told."""
        found: dict[str, Values] = {}
        for component in self._prior.components:
            adds = component.variance * (component.likeness(cases, self._cases) @ self._worth)
            found[component.name] = found[component.name] + adds if component.name in found else adds
        return found

    def left(self, cases: Cases) -> Values:
        """Return the variance that is left of the mean of each case, noise left out (m)."""
        components = self._prior.components
        before = np.sum([one.own(cases) for one in components], axis=0)
        return np.asarray(np.maximum(before - self._explained(components, cases), 0.0))

    def told_apart(self, cases: Cases, names: Collection[str]) -> Values:
        """Return the variance of what the components of these names tell of each case (m).

        It is what the cases seen explain of them; none where nothing alike was seen.
        """
        return self._explained([one for one in self._prior.components if one.name in names], cases)

    def _explained(self, components: Iterable[Component], cases: Cases) -> Values:
        across = kernel(components, self._cases, cases)
        solved = _unrooted(self._root, across)
        return np.asarray(np.square(solved).sum(0))


def one_by_one(prior: Prior, cases: Cases, outcome: Values, count: Values | float = 1.0) -> tuple[Values, Values]:
    """Return mean and variance (with noise) that each case is told from all before it, in one go.

    The order of cases is the order of time; outcome (n) less its mean. It is the rolling origin, at every case.
    """
    return told_in_order(kernel(prior.components, cases, cases), prior.noise / np.asarray(count), outcome)


def told_in_order(covariance: Values, noise: Values | float, outcome: Values) -> tuple[Values, Values]:
    """Return the same of a covariance made before."""
    root = _root(covariance, noise)
    left = _unrooted(root, outcome)
    spread = np.diagonal(root)
    return np.asarray(outcome - spread * left), np.square(spread)


def surprise(mean: Values, variance: Values, outcome: Values) -> float:
    """Return the mean negative log density (nats) of outcomes as told."""
    return float(np.mean(0.5 * np.square(outcome - mean) / variance + 0.5 * np.log(2 * np.pi * variance)))


def merged(parts: dict[str, Values], names: Sequence[str]) -> Values:
    """Return the sum of parts of these names; those that are missing add nothing."""
    found = [parts[name] for name in names if name in parts]
    return np.sum(found, axis=0) if found else np.zeros_like(next(iter(parts.values())))


def _root(covariance: Values, noise: Values | float) -> Values:
    """Return the lower Cholesky root with noise on the diagonal."""
    noisy = covariance + (noise + _JITTER) * np.eye(len(covariance))
    return np.asarray(np.linalg.cholesky(noisy), dtype=np.float64)


def _unrooted(root: Values, right: Values) -> Values:
    """Return the solution x of root x = right, block by block from above; root is lower triangular."""
    found = np.array(right, dtype=np.float64)
    for start in range(0, len(root), _BLOCK):
        rows = slice(start, start + _BLOCK)
        found[rows] = np.linalg.solve(root[rows, rows], found[rows] - root[rows, :start] @ found[:start])
    return found


def _unrooted_from_above(root: Values, right: Values) -> Values:
    """Return the solution x of root' x = right, which is the same with everything turned round."""
    return _unrooted(root.T[::-1, ::-1], right[::-1])[::-1]
