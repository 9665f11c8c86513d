"""Forecasts as they would have been, beside the baselines."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from helpers.focus_person import mornings, working_days

from engine.mind.focus.fit import learned
from engine.mind.focus.forecaster import Forecaster
from engine.mind.focus.history import History, gathered, history_of, labelled
from engine.mind.focus.look_back import far_forecasts, near_forecasts
from engine.mind.measures.metrics import brier, ece


@cache
def past(days: int = 26) -> History:
    return history_of(working_days(days, mornings))


@cache
def forecaster() -> Forecaster:
    """Return what is learned of that history; its later days are told by numbers that have seen them, not by them."""
    return learned(past())


def test_later_days_are_told_better_than_by_the_mean_where_hours_count() -> None:
    history = past()
    days = np.unique(history.day)
    found = far_forecasts(forecaster(), history, days[-8::3])
    assert brier(found.ours, found.label) < brier(found.mean, found.label) - 0.03
    assert ece(found.ours, found.label) < 0.15
    assert set(found.ahead.tolist()) <= set(range(7))


def test_near_forecasts_beat_the_mean() -> None:
    history = past()
    found = near_forecasts(forecaster(), history, len(history) // 2)
    assert len(found.label) == len(history) - len(history) // 2
    assert brier(found.ours, found.label) < brier(found.mean, found.label)


def test_what_came_later_changes_no_forecast() -> None:
    history = past()
    first = len(history) // 2
    day = int(np.unique(history.day)[-8])
    turned = history.outcomes.copy()
    turned[history.day >= day] = 1 - turned[history.day >= day]
    other = replace(history, outcomes=turned)
    plain = Forecaster()
    before = history.day[first:] < day
    for one in (history, other):
        assert near_forecasts(plain, one, first).ours[before] == pytest.approx(
            near_forecasts(plain, history, first).ours[before]
        )
        assert far_forecasts(plain, one, [day]).ours == pytest.approx(far_forecasts(plain, history, [day]).ours)


def test_older_slots_are_gathered_and_keep_the_hours() -> None:
    found = labelled(working_days(130, mornings))
    whole, gathers = gathered(*found, most=10_000), gathered(*found, most=200)
    assert gathers.single == len(gathers) - 200
    one_more = gathered(*found, most=len(whole) - 1)
    assert (one_more.single, one_more.count[0]) == (1, 1)
    assert len(gathers) < len(whole) / 4
    assert gathers.count.sum() == len(whole)
    assert gathers.mean == pytest.approx(whole.mean, abs=0.05)
    early = slice(0, gathers.single)
    morning = gathers.cases["hour"][early] < 12
    label = gathers.outcomes[early, 0]
    assert label[morning].mean() > label[~morning].mean() + 0.3


def test_a_gathered_hour_weighs_as_the_days_it_was_seen_on() -> None:
    gathers = gathered(*labelled(working_days(130, mornings)), most=200)
    early = slice(0, gathers.single)
    assert (gathers.seen[gathers.single :] == 1).all()
    assert gathers.seen[early] == pytest.approx(gathers.count[early] / 4)  # four slots an hour
