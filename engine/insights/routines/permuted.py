"""What many tests at once may still claim."""

from __future__ import annotations

import numpy as np

from engine.insights.columns import Floats

LEVEL = 0.05
"""So often, at most, anything at all is found where there is nothing."""


def beyond(found: Floats, shuffled: Floats) -> Floats:
    """Return how probable values so high are among the highest ones of each shuffling (Westfall and Young, 1993)."""
    ordered = np.sort(shuffled)
    above = len(ordered) - np.searchsorted(ordered, found - 1e-12, "left")
    p: Floats = ((1.0 + above) / (1.0 + len(ordered))).astype(np.float64)
    return p
