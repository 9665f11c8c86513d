"""A day's figures are those the day itself tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from helpers.simulated import NOW, RULE, simulated

from engine.domain.clock import Instant
from engine.domain.routines import DayPart, Measure
from engine.history.day import summarise
from engine.history.sample_days import sample_days
from engine.insights.routines.daily import daily_values


def test_active_time_and_switches_are_those_of_the_day() -> None:
    daily = daily_values(simulated(2, 12).stream)
    activities = list(sample_days(12, 2, Instant(NOW.wall_ms, 0, 0, NOW.zone)))
    for place, number in enumerate(daily.days):
        told = summarise(activities, date.fromordinal(int(number)), RULE, NOW)
        assert daily.series[Measure.ACTIVE, DayPart.DAY][place] * 60_000 == pytest.approx(told.active_ms, abs=5)
        assert daily.series[Measure.SWITCHES, DayPart.DAY][place] == pytest.approx(told.switches_per_hour, rel=1e-6)


def test_morning_and_afternoon_make_the_day() -> None:
    series = daily_values(simulated(2, 12).stream).series
    parts = series[Measure.ACTIVE, DayPart.MORNING] + series[Measure.ACTIVE, DayPart.AFTERNOON]
    assert np.allclose(parts, series[Measure.ACTIVE, DayPart.DAY])


def test_where_nothing_counts_as_focused_work_nothing_is_said_of_it() -> None:
    stream = simulated(2, 12).stream
    plain = replace(stream, weight=np.zeros_like(stream.weight))
    assert (Measure.FOCUS, DayPart.DAY) not in daily_values(plain).series
