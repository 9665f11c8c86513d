"""What a focus forecast has to beat: the person's own mean, and the person's mean at that hour of the week."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.mind.calibration import shrunken

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Values = NDArray[np.float64]

_EVEN = 2.0  # cases of an even chance that a mean begins with
_DRAWN = 4.0  # cases of the person's mean that an hour of the week begins with
_HOURS = 24


def persons_mean(label: Values) -> Values:
    """Return for each slot the share of focused ones before it (NumPy, in order of time)."""
    before = np.concatenate([[0.0], np.cumsum(label)[:-1]]) if len(label) else np.empty(0)
    return shrunken(before, np.arange(len(label)), 0.5, _EVEN)


def hour_of_week_mean(label: Values, weekday: NDArray[np.int64], hour: Values) -> Values:
    """Return for each slot the share of focused ones before it in its hour of the week, drawn towards the mean.

    label: in order of time; may be shorter than the other columns, whose further slots are told from all labels.
    """
    place = weekday * _HOURS + np.clip(hour.astype(np.int64), 0, _HOURS - 1)
    total, count = np.zeros(7 * _HOURS), np.zeros(7 * _HOURS)
    found = np.empty(len(place))
    every = many = 0.0
    for number, where in enumerate(place):
        mean = (every + _EVEN / 2) / (many + _EVEN)
        found[number] = (total[where] + _DRAWN * mean) / (count[where] + _DRAWN)
        if number < len(label):
            total[where] += label[number]
            count[where] += 1
            every, many = every + label[number], many + 1
    return found
