"""Days begin where the rule says, also when the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.clock import utc, wall_ms
from engine.domain.days import DayRule, day_bounds, day_of, day_start_ms, parse_day
from engine.domain.errors import UsageError

HOUR = 3_600_000
ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "Asia/Shanghai",
    "Australia/Lord_Howe",
    "Antarctica/Troll",
    "Pacific/Apia",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "America/Sao_Paulo",
    "Asia/Tehran",
    "Pacific/Chatham",
    "UTC",
]


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 6, 1), 24)])
def test_days_of_23_and_25_hours(day: date, hours: int) -> None:
    assert day_bounds(day, DayRule("Europe/Berlin")).length_ms == hours * HOUR


def test_a_start_the_clocks_jump_over_is_the_jump_itself() -> None:
    start = day_start_ms(date(2026, 3, 29), DayRule("Europe/Berlin", 150))  # 02:30 does not exist
    assert utc(start) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_every_start_within_the_skipped_hour_is_the_jump_to_the_millisecond() -> None:
    starts = {day_start_ms(date(2026, 3, 29), DayRule("Europe/Berlin", minute)) for minute in range(120, 180)}
    assert starts == {wall_ms(datetime(2026, 3, 29, 1, 0, tzinfo=UTC))}


def test_a_start_is_so_many_minutes_after_midnight() -> None:
    assert utc(day_start_ms(date(2026, 6, 1), DayRule("UTC", 241))) == datetime(2026, 6, 1, 4, 1, tzinfo=UTC)


def test_after_a_second_hour_before_midnight_it_is_still_the_day_that_began_at_the_first() -> None:
    rule = DayRule("America/St_Johns")  # at 00:01 the clocks were set back to 23:01 of the day before
    late = wall_ms(datetime(2010, 11, 6, 23, 30, fold=1, tzinfo=rule.tzinfo()))
    assert day_of(late, rule) == date(2010, 11, 7)


def test_midnight_that_does_not_exist_starts_the_day_at_the_jump() -> None:
    start = utc(day_start_ms(date(2018, 11, 4), DayRule("America/Sao_Paulo")))
    assert start.astimezone(ZoneInfo("America/Sao_Paulo")).isoformat() == "2018-11-04T01:00:00-02:00"


@given(
    st.dates(date(2000, 1, 3), date(2035, 1, 1)), st.sampled_from(ZONES), st.sampled_from([0, 30, 120, 150, 240, 1_439])
)
def test_days_follow_each_other_without_hole_or_overlap(day: date, zone: str, minute: int) -> None:
    rule = DayRule(zone, minute)
    bounds = day_bounds(day, rule)
    assert day_bounds(day + timedelta(days=1), rule).start_ms == bounds.end_ms
    assert 0 <= bounds.length_ms <= 26 * HOUR
    if bounds.length_ms:
        assert day_of(bounds.start_ms, rule) == day
        assert day_of(bounds.end_ms - 1, rule) == day


@given(st.datetimes(timezones=st.just(UTC)))
def test_moments_survive_the_way_to_milliseconds_and_back(moment: datetime) -> None:
    whole = moment.replace(microsecond=moment.microsecond // 1_000 * 1_000)
    assert utc(wall_ms(moment)) == whole


def test_an_unknown_zone_and_a_bad_date_say_what_to_write() -> None:
    with pytest.raises(UsageError, match="Europe/Berlin"):
        day_bounds(date(2026, 1, 1), DayRule("Mars/Olympus"))
    with pytest.raises(UsageError, match="2026-11-21"):
        parse_day("yesterday")


def test_dates_whose_year_has_both_its_ends_are_read() -> None:
    for text in ("0002-01-01", "2026-11-21", "9998-12-31"):
        assert parse_day(text).isoformat() == text
    for text in ("0001-12-31", "9999-01-01"):
        with pytest.raises(UsageError) as refused:
            parse_day(text)
        assert refused.value.message == f"“{text}” is too far away."
