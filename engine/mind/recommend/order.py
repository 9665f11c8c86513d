"""The order in which documents are named: the best first, but not the same thing several times."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_RELEVANT = 0.8  # against being unlike what is named already


def diverse(score: NDArray[np.floating], alike: NDArray[np.floating], k: int) -> list[int]:
    """Return places of k candidates, each the best by its score less its likeness to those before it.

    alike: (candidates, candidates), 0 to 1. Source: maximal marginal relevance, Carbonell and Goldstein, 1998.
    """
    if not len(score):
        return []
    low, high = float(score.min()), float(score.max())
    worth = (score - low) / max(high - low, 1e-9)
    nearest = np.zeros(len(score))
    left = np.ones(len(score), bool)
    found: list[int] = []
    while len(found) < min(k, len(score)):
        value = np.where(left, _RELEVANT * worth - (1 - _RELEVANT) * nearest, -np.inf)
        best = int(value.argmax())
        found.append(best)
        left[best] = False
        nearest = np.maximum(nearest, alike[best])
    return found
