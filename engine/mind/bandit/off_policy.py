"""What another policy would have been worth, told from what one policy showed and how likely it was to show it.

IPS weighs each reward by how much likelier the other policy was to show just that; SNIPS divides by the sum of the
weights, which is a little biased and much steadier. Intervals by the linearised variance over whole advices, as what
was shown together hangs together. Sources: Horvitz and Thompson, 1952; Swaminathan and Joachims, 2015.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

_95 = 1.96
_FEWEST = 2  # groups; of fewer no spread can be told

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Log:
    """What was shown, a row each: what came of it, how likely it was to be shown, how likely it would have been.

    group: what was shown together.
    """

    reward: Values
    propensity: Values
    target: Values
    group: NDArray[np.int64]

    @staticmethod
    def of(reward: ArrayLike, propensity: ArrayLike, target: ArrayLike, group: ArrayLike) -> Log:
        """Return the log of these columns."""
        rewards, shown, other = (np.asarray(column, dtype=np.float64) for column in (reward, propensity, target))
        return Log(rewards, shown, other, np.unique(np.asarray(group), return_inverse=True)[1])

    @property
    def weights(self) -> Values:
        """How much each row counts for the other policy."""
        return np.asarray(self.target / self.propensity, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Worth:
    """The share of what a policy shows that is taken, with a 95 % interval.

    support: the share of what it would show that was ever likely to be shown; far from 1 it is known of a part only.
    """

    value: float
    low: float
    high: float
    support: float


def snips(log: Log) -> Worth | None:
    """Return the worth of the other policy by self-normalised inverse propensities.

    None where too little was shown, or nothing the other would show.
    """
    above, below = log.weights * log.reward, log.weights
    groups = int(log.group.max()) + 1 if len(log.group) else 0
    total = float(below.sum())
    if groups < _FEWEST or total <= 0:
        return None
    value = float(above.sum()) / total
    off = np.bincount(log.group, weights=above - value * below, minlength=groups)
    error = _95 * sqrt(float(off @ off) * groups / (groups - 1)) / total
    support = float(log.weights.mean())
    return Worth(value, max(0.0, value - error), min(1.0, value + error), support)
