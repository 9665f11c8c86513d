"""What comes next by counting alone; every one of these is also told to the network."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from engine.mind.next.candidates import column

if TYPE_CHECKING:
    from numpy.typing import NDArray


class NextRule(StrEnum):
    """A rule that ranks candidates."""

    MOST_RECENT = "most recent"
    MOST_FREQUENT = "most frequent"
    MARKOV_1 = "Markov-1, newer turns weighing more"


def scores(rule: NextRule, features: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return a score of each candidate (..., K) from its features (..., K, FEATURES); higher is better."""
    if rule is NextRule.MOST_RECENT:
        return _of(features, "recency")
    if rule is NextRule.MOST_FREQUENT:
        return _of(features, "frequency")
    return _of(features, "after_1_faded")


def _of(features: NDArray[np.float32], name: str) -> NDArray[np.float64]:
    return features[..., column(name)].astype(np.float64)
