"""Whether a person's hours differ by more than chance: a permutation test that keeps days as they were.

Every day's slots are turned round like a wheel, so that good and bad whiles stay as long as they were and only their
hour changes. Permuting single slots would call any good afternoon a habit.
Source: Good, Permutation, Parametric and Bootstrap Tests of Hypotheses, 2005 (dependent data).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.mind.focus.kernel import Values
from engine.mind.stream.columns import Numbers

LEVEL = 0.01
ROUNDS = 400
LEAST_DAYS = 5
_HOURS = 24


def chance_of_hours(outcome: Values, hour: Values, day: Numbers, *, rounds: int = ROUNDS, seed: int = 0) -> float:
    """Return how probable it is that hours without any meaning differ as much; 1 with fewer than LEAST_DAYS days.

    outcome: of slots in order of time. hour: 0 to 24 on the person's clock. What differs between days is taken out.
    """
    _, first, place = np.unique(day, return_index=True, return_inverse=True)
    many = np.bincount(place)
    if len(first) < LEAST_DAYS:
        return 1.0
    left = outcome - (np.bincount(place, outcome) / many)[place]
    bins = np.clip(hour.astype(np.int64), 0, _HOURS - 1)
    count = np.maximum(np.bincount(bins, minlength=_HOURS), 1)
    begins, length = first[place], many[place]
    within = np.arange(len(outcome)) - begins
    turns = np.random.default_rng(seed).random((rounds, len(first)))
    found = _spread(left, bins, count)
    as_much = sum(
        _spread(left[begins + (within + (turn * many).astype(np.int64)[place]) % length], bins, count) >= found
        for turn in turns
    )
    return float((1 + as_much) / (1 + rounds))


def _spread(values: Values, bins: NDArray[np.int64], count: Values) -> float:
    """Return how far the means of hours lie apart, weighted by their slots."""
    sums = np.bincount(bins, values, minlength=_HOURS)
    return float((sums * sums / count).sum())
