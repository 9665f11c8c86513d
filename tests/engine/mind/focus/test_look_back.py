"""Forecasts as they would have been, beside the baselines."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from helpers.focus_person import mornings, working_days

from engine.mind.focus.fit import learned
from engine.mind.focus.forecaster import Forecaster
from engine.mind.focus.history import History, history_of
from engine.mind.focus.look_back import near_forecasts
from engine.mind.focus.week import Rhythm
from engine.mind.measures.metrics import brier


@cache
def past(days: int = 26) -> History:
    return history_of(working_days(days, mornings))


@cache
def forecaster() -> Forecaster:
    """Return what is learned of that history; its later days are told by numbers that have seen them, not by them."""
    return learned(past())


def test_near_forecasts_beat_the_mean() -> None:
    history = past()
    found = near_forecasts(forecaster(), history, len(history) // 2)
    assert len(found.label) == len(history) - len(history) // 2
    assert brier(found.ours, found.label) < brier(found.mean, found.label)


def test_what_came_later_changes_no_forecast() -> None:
    history = past()
    first = len(history) // 2
    day = int(np.unique(history.day)[-8])
    signs = history.past.signs.copy()
    signs[history.past.day >= day] = 1 - signs[history.past.day >= day]
    other = replace(history, outcomes=signs[:, :2], past=replace(history.past, signs=signs))
    before = history.day[first:] < day
    learned_once = replace(forecaster(), rhythm=Rhythm(0.1, 0.01, 0.02))
    one, changed = (near_forecasts(learned_once, each, first) for each in (history, other))
    for name in ("ours", "mean", "hour_of_week"):
        assert getattr(changed, name)[before] == pytest.approx(getattr(one, name)[before])
        assert (getattr(changed, name)[~before] != getattr(one, name)[~before]).any()


def test_older_slots_still_tell_of_hours_and_of_the_baselines() -> None:
    stream = working_days(130, mornings)
    whole, short = history_of(stream, most=10_000), history_of(stream, most=200)
    assert (len(short), short.older) == (200, len(whole) - 200)
    assert short.mean == pytest.approx(whole.mean, abs=0.05)
    late = len(short) // 2
    by_short = near_forecasts(forecaster(), short, late)
    by_whole = near_forecasts(forecaster(), whole, short.older + late)
    assert by_short.mean == pytest.approx(by_whole.mean)
    assert by_short.hour_of_week == pytest.approx(by_whole.hour_of_week)
    assert np.corrcoef(by_short.ours, by_whole.ours)[0, 1] > 0.95
