"""The rules a focus forecast has to beat look at nothing but what came before."""

from __future__ import annotations

import numpy as np
import pytest

from engine.mind.baseline.focus import hour_of_week_mean, persons_mean

LABEL = np.array([1.0, 1.0, 0.0, 1.0])


def test_the_mean_is_that_of_the_slots_before() -> None:
    assert persons_mean(LABEL).tolist() == pytest.approx([0.5, 2 / 3, 3 / 4, 3 / 5])
    assert persons_mean(np.empty(0)).size == 0


def test_an_hour_of_the_week_goes_from_the_mean_to_its_own() -> None:
    label = np.array([1.0, 0.0] * 200)
    weekday, hour = np.array([0, 3] * 200), np.array([9.5, 9.5] * 200)
    told = hour_of_week_mean(label, weekday, hour)
    assert told[:2].tolist() == pytest.approx([0.5, 2 / 3])
    assert told[-2] > 0.95
    assert told[-1] < 0.05


def test_slots_beyond_the_labels_are_told_from_all_of_them() -> None:
    weekday, hour = np.array([0, 0, 0, 0, 0, 5]), np.full(6, 10.0)
    told = hour_of_week_mean(LABEL, weekday, hour)
    mean = 4 / 6
    assert told[4] == pytest.approx((3 + 4 * mean) / 8)
    assert told[5] == pytest.approx(mean)
