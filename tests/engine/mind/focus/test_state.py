"""What was in front before a moment."""

from __future__ import annotations

import numpy as np
import pytest
from helpers.focus_person import FIRST_S, WEIGHTS, never_mind_the_hour, working_days
from helpers.streams import row, stream

from engine.mind.focus.state import STATES, state_at

NOON = 1_750_075_200.0


def test_nothing_at_or_after_the_moment_is_read() -> None:
    history = working_days(2, never_mind_the_hour)
    moments = FIRST_S + np.arange(8 * 3_600, 20 * 3_600, 1_000.0)
    whole = state_at(history, moments)
    for moment, told in zip(moments, whole, strict=True):
        assert state_at(history.until(float(moment)), np.array([moment]))[0] == pytest.approx(told)


def test_shares_are_those_of_the_window() -> None:
    history = stream(
        [row(NOON, NOON + 120, "editor", category=1), row(NOON + 120, NOON + 240, "chat", category=2)], WEIGHTS
    )
    five = (state_at(history, np.array([NOON + 240.0]))[0][:4] + 1) / 2
    assert five[0] == pytest.approx(240 / 300)
    assert five[1] == pytest.approx(np.log1p(60 / 240))
    assert five[2] == pytest.approx(0.5)
    assert five[3] == pytest.approx(0.5)


@pytest.mark.parametrize("moment", [NOON - 1e6, NOON, NOON + 1e6])
def test_numbers_stay_of_about_unit_size(moment: float) -> None:
    for history in (stream([]), stream([row(NOON, NOON + 900, "editor", category=1)], WEIGHTS)):
        state = state_at(history, np.array([moment]))
        assert state.shape == (1, STATES)
        assert np.abs(state).max() <= 3
