"""From scores to probabilities."""

from __future__ import annotations

import numpy as np
import pytest

from engine.mind.calibration import Isotonic, Platt, logit, platt_of, shrunken, sigmoid
from engine.mind.measures.metrics import ece


def drawn(many: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    dice = np.random.default_rng(seed)
    score = dice.normal(size=many)
    return score, (dice.random(many) < sigmoid(0.4 + 1.7 * score)).astype(np.float64)


def test_platt_finds_the_line_the_labels_were_drawn_from() -> None:
    score, label = drawn(20_000)
    line = Platt.fitted(score, label, Platt())
    assert line.offset == pytest.approx(0.4, abs=0.08)
    assert line.slope == pytest.approx(1.7, abs=0.08)
    assert ece(line.probability(score), label) < 0.015


def test_few_cases_leave_platt_near_where_it_began() -> None:
    goal = Platt(-2.4, 4.8)
    assert Platt.fitted([], [], goal) == goal
    score = np.array([0.2, 0.4, 0.6])
    line = Platt.fitted(score, [1.0, 1.0, 1.0], goal)
    assert line.probability(0.4) == pytest.approx(goal.probability(0.4), abs=0.15)
    assert line.probability(0.4) > goal.probability(0.4)


def test_separable_scores_end_in_finite_numbers_and_reversed_ones_in_a_level_line() -> None:
    score = np.linspace(-3, 3, 200)
    steep = Platt.fitted(score, score > 0, Platt())
    assert np.isfinite([steep.offset, steep.slope]).all()
    assert Platt.fitted(score, score < 0, Platt(), weight=1).slope == 0


def test_parts_of_a_score_are_parts_of_the_logit() -> None:
    line = Platt(-1.0, 3.0)
    assert line.logit(0.2 + 0.3) == pytest.approx(line.logit(0.0) + 3.0 * 0.2 + 3.0 * 0.3)


def test_isotonic_rises_and_keeps_its_promise() -> None:
    score, label = drawn(5_000)
    stairs = Isotonic.fitted(score, label, towards=0.5)
    told = stairs.probability(np.linspace(-5, 5, 300))
    assert (np.diff(told) >= 0).all()
    assert 0 < told[0] < told[-1] < 1
    fresh, came = drawn(5_000, seed=1)
    assert ece(stairs.probability(fresh), came) < 0.03


def test_isotonic_of_nothing_tells_what_it_is_drawn_towards() -> None:
    assert Isotonic.fitted([], [], towards=0.3).probability([0.0, 9.0]).tolist() == [0.3, 0.3]


def test_isotonic_pools_what_falls() -> None:
    stairs = Isotonic.fitted([1.0, 2.0, 3.0], [1.0, 0.0, 1.0], towards=0.5, weight=0.0)
    assert stairs.probability(1.5) == pytest.approx(0.5)
    assert stairs.probability(3.0) == pytest.approx(1.0)


def test_shrunken_means_go_from_the_other_to_their_own() -> None:
    assert shrunken([0, 100], [0, 100], 0.2, 5).tolist() == pytest.approx([0.2, 101 / 105])


def test_sigmoid_and_logit_are_each_others_inverse_and_never_overflow() -> None:
    assert sigmoid(logit([0.1, 0.5, 0.9])).tolist() == pytest.approx([0.1, 0.5, 0.9])
    assert np.isfinite(logit([0.0, 1.0])).all()
    assert 0 < sigmoid(-1e9) < sigmoid(1e9) < 1


@pytest.mark.parametrize("stored", [np.array([1.0]), np.array([np.nan, 1.0]), np.zeros((2, 2))])
def test_stored_lines_that_are_none_are_refused(stored: np.ndarray) -> None:
    with pytest.raises(ValueError, match="offset"):
        platt_of({"calibration": stored})
