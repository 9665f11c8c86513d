"""What the person likes to be shown: a logistic model of acceptance that knows how unsure it is.

Bayesian logistic regression with a normal prior, its posterior by Laplace's approximation at the mode (Newton's
method). Source: Chapelle and Li, 2011, "An Empirical Evaluation of Thompson Sampling".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.mind.bandit.trials import Trials

_STEPS, _CLOSE, _STRIDE = 25, 1e-8, 4.0

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Taste:
    """Weights of the features as a normal distribution: mean of length d, covariance d by d."""

    mean: Values
    covariance: Values

    def draws(self, count: int, rng: np.random.Generator, boldness: float = 1.0) -> Values:
        """Return so many draws of the weights, count by d; boldness: by how much they spread, 1 for as believed."""
        root = boldness * np.linalg.cholesky(self.covariance)
        return np.asarray(self.mean + rng.standard_normal((count, len(self.mean))) @ root.T, dtype=np.float64)


def learned(prior: Taste, features: Values, seen: Trials) -> Taste:
    """Return the prior after the trials; features: of each trial, as wide as the prior."""
    if not len(seen.reward):
        return prior
    precision = np.linalg.inv(prior.covariance)
    mean, curved = prior.mean.copy(), precision
    for _ in range(_STEPS):
        chance = 1.0 / (1.0 + np.exp(-np.clip(features @ mean, -30.0, 30.0)))
        slope = features.T @ (seen.weight * (seen.reward - chance)) - precision @ (mean - prior.mean)
        curved = precision + (features * (seen.weight * chance * (1.0 - chance))[:, None]).T @ features
        step = np.linalg.solve(curved, slope)
        length = float(np.linalg.norm(step))
        mean += step * min(1.0, _STRIDE / max(length, _CLOSE))  # far out the curve is flat and steps would fly off
        if length < _CLOSE:
            break
    covariance = np.linalg.inv(curved)
    return Taste(mean, (covariance + covariance.T) / 2)
