"""What is said of a time to focus holds at once for the slots ahead."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from helpers.offers import HOUR, of_block

from engine.domain.offers import Said, Shown
from engine.domain.recommended import Verdict
from engine.mind.bandit.spoken_slots import LESS_MINUTES, said_of_slots

DAY = 24 * HOUR
NOW = 20_000 * DAY + 9 * HOUR
OFFSET_S = 3_600.0
START_S = np.arange(NOW, NOW + 14 * DAY, HOUR // 4) / 1_000
BLOCK = NOW + 5 * HOUR


def _after(verdict: Verdict, at_ms: int = NOW) -> tuple[list[float], list[float], np.ndarray]:
    offered = of_block(BLOCK, number=3)
    history = [Shown(replace(offered, shown_ms=at_ms), (Said(3, at_ms, verdict),))]
    barred, less = said_of_slots(history, START_S, START_S + OFFSET_S, NOW)
    return [float(s * 1_000 - NOW) / HOUR for s in START_S[barred]], [float(s) for s in np.unique(less)], less


def test_not_now_bars_the_offered_time_and_the_next_two_hours() -> None:
    assert _after(Verdict.NOT_NOW)[0] == [at / 4 for at in (*range(8), *range(20, 24))]


def test_wrong_bars_that_time_of_that_weekday() -> None:
    hours = _after(Verdict.WRONG)[0]
    assert hours == [week + 5 + at / 4 for week in (0, 168) for at in range(4)]


def test_less_takes_minutes_off_that_time_of_day_and_fades() -> None:
    barred, values, less = _after(Verdict.LESS)
    assert (barred, values) == ([], [0.0, LESS_MINUTES])
    assert int((less > 0).sum()) == 14 * 4
    assert _after(Verdict.LESS, NOW - 28 * DAY)[1] == pytest.approx([0.0, LESS_MINUTES / 2])


def test_what_is_accepted_or_said_later_changes_nothing() -> None:
    assert _after(Verdict.ACCEPTED)[:2] == ([], [0.0])
    assert _after(Verdict.WRONG, NOW + 1)[:2] == ([], [0.0])
    assert said_of_slots([], np.zeros(0), np.zeros(0), NOW)[0].size == 0
