"""Whether a person's hours differ by more than chance: a permutation test that keeps days as they were.

What a day's slots differ from the day's mean by is left as it is or turned upside down, whole days at a time: if hours
mean nothing, both are as likely. So good and bad whiles stay as long as they were, and mornings and evenings as
changeable; permuting single slots would call any good afternoon a habit.
Source: Good, Permutation, Parametric and Bootstrap Tests of Hypotheses, 2005 (one sample, dependent data).
"""

from __future__ import annotations

import numpy as np

from engine.mind.focus.kernel import Values
from engine.mind.stream.columns import Numbers

LEVEL = 0.01
ROUNDS = 2_000
LEAST_DAYS = 5
_HOURS = 24


def chance_of_hours(outcome: Values, hour: Values, day: Numbers, *, rounds: int = ROUNDS, seed: int = 0) -> float:
    """Return how probable it is that hours without any meaning differ as much; 1 with fewer than LEAST_DAYS days.

    outcome: of slots. hour: 0 to 24 on the person's clock. What differs between days is taken out.
    """
    _, place = np.unique(day, return_inverse=True)
    many = np.bincount(place)
    if len(many) < LEAST_DAYS:
        return 1.0
    left = outcome - (np.bincount(place, outcome) / many)[place]
    bins = np.clip(hour.astype(np.int64), 0, _HOURS - 1)
    count = np.maximum(np.bincount(bins, minlength=_HOURS), 1)
    sums = np.bincount(place * _HOURS + bins, left, minlength=len(many) * _HOURS).reshape(-1, _HOURS)
    signs = np.random.default_rng(seed).choice(np.array([-1.0, 1.0]), (rounds, len(many)))
    spread = np.square(np.concatenate([np.ones((1, len(many))), signs]) @ sums) @ (1 / count)
    # As much is as much up to rounding: with all days alike every other way of turning them gives the same.
    return float((1 + (spread[1:] >= spread[0] * (1 - 1e-9)).sum()) / (1 + rounds))
