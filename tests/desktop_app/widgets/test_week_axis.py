"""Where moments lie: rows are hours of the local clock, whatever clocks do."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from helpers.week_scenes import BERLIN, HOUR, at, week
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.widgets.week_axis import Axis, axis_of
from engine.domain.clock import utc
from engine.domain.days import DayRule

SPRING, AUTUMN = date(2026, 3, 23), date(2026, 10, 19)  # weeks whose Sunday has 23 and 25 hours


def local(moment_ms: int) -> datetime:
    return utc(moment_ms).astimezone(ZoneInfo("Europe/Berlin"))


def axis(first: date, rule: DayRule = BERLIN) -> Axis:
    return axis_of(week(first, rule), local, rule.start_minute)


def test_nine_o_clock_is_level_on_all_days_though_clocks_are_put_on() -> None:
    shown = axis(SPRING)
    sunday = date(2026, 3, 29)
    assert shown.height == 24 * HOUR
    assert shown.top(0, at(SPRING, "09:00")) == shown.top(6, at(sunday, "09:00")) == 9 * HOUR
    assert shown.columns[6].gaps(shown.height) == [(2 * HOUR, 3 * HOUR)]
    assert shown.columns[5].gaps(shown.height) == []
    assert shown.moment(6, 2.5 * HOUR) == at(sunday, "03:00")  # there is no half past two


def test_the_hour_that_comes_twice_has_a_row_more_which_other_days_do_not_fill() -> None:
    shown = axis(AUTUMN)
    sunday = date(2026, 10, 25)
    assert shown.height == 25 * HOUR
    assert shown.top(6, at(sunday, "02:30")) == 2.5 * HOUR
    assert shown.top(6, at(sunday, "02:30", fold=1)) == 3.5 * HOUR
    assert shown.top(6, at(sunday, "09:00")) == shown.top(0, at(AUTUMN, "09:00")) == 10 * HOUR
    assert shown.columns[0].gaps(shown.height) == [(3 * HOUR, 4 * HOUR)]
    assert shown.columns[6].gaps(shown.height) == []
    assert [hour for _, hour in shown.hours()][:6] == [0, 1, 2, 2, 3, 4]
    assert shown.bottom(0, at(AUTUMN, "03:00")) == 3 * HOUR  # what ends there does not reach over the gap


def test_days_that_start_at_four_begin_at_four() -> None:
    rule = DayRule("Europe/Berlin", 240)
    shown = axis(AUTUMN, rule)
    assert shown.top(0, at(AUTUMN, "04:00")) == 0
    assert shown.hours()[0] == (0, 4)
    assert shown.top(5, at(date(2026, 10, 25), "02:30", fold=1)) > shown.top(5, at(date(2026, 10, 25), "02:30"))


@pytest.mark.parametrize("first", [SPRING, AUTUMN, date(2026, 6, 15)])
@given(minute=st.integers(0, 7 * 24 * 60 - 61))
def test_every_moment_is_found_again_at_its_place(first: date, minute: int) -> None:
    shown = axis(first)
    moment = shown.columns[0].day.start_ms + minute * 60_000
    column = shown.column(moment)
    assert shown.moment(column, shown.top(column, moment)) == moment
    assert 0 <= shown.top(column, moment) < shown.height


def test_what_lies_in_no_day_has_no_column() -> None:
    shown = axis(SPRING)
    assert shown.column(shown.columns[0].day.start_ms - 1) == -1
    assert shown.column(shown.columns[-1].day.end_ms) == -1
