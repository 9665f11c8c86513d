"""Returns begin as assumed, move with what was measured, and come near the truth with many weeks."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from engine.domain.learning import Returns
from engine.learning.returns import ASSUMED, Measured, fitted, gain

TRUE = Returns(2.0, 300.0)


def test_without_a_week_the_assumption_stands() -> None:
    assert fitted([]) == ASSUMED
    assert fitted([Measured(0, 3.0, 0.5)]) == ASSUMED  # what came without a minute tells nothing of minutes


def test_many_weeks_tell_the_truth() -> None:
    minutes = [30, 60, 120, 240, 480, 900] * 12
    found = fitted([Measured(one, 2.0, gain(TRUE, one, 2.0)) for one in minutes])
    assert found.weeks == len(minutes)
    for one in (60, 240, 600):
        assert gain(found, one, 2.0) == pytest.approx(gain(TRUE, one, 2.0), rel=0.1)


def test_a_few_weeks_move_it_a_little_and_more_move_it_more() -> None:
    nothing = Measured(120, 2.0, 0.0)
    expected = [gain(fitted([nothing] * weeks), 120, 2.0) for weeks in (0, 1, 4, 30)]
    assert expected == sorted(expected, reverse=True)
    assert expected[1] > 0.6 * expected[0]
    assert 0 <= expected[3] < 0.25 * expected[0]


def test_levels_lost_never_make_the_returns_negative() -> None:
    assert fitted([Measured(200, 1.0, -4.0)] * 20).most == 0.0


def test_returns_diminish_and_end_at_the_highest_level() -> None:
    gains = [gain(TRUE, minutes, 5.0) for minutes in range(0, 2_000, 15)]
    steps = [after - before for before, after in pairwise(gains)]
    assert gains[0] == 0.0
    assert steps == sorted(steps, reverse=True)
    assert gain(TRUE, 500, 10.0) == 0.0
    assert math.isclose(gain(TRUE, 1e9, 5.0), 1.0)
