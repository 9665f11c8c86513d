"""Goals: which can be meant, their days and weeks, how they stand at the edges, and what is foretold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.errors import UsageError
from engine.domain.goal_progress import FEWEST_SEEN, forecast, spans, standing
from engine.domain.goals import EVERY_DAY, Direction, Goal, Measure, Per, Standing, checked
from engine.domain.intervals import Interval

HOUR = 3_600_000
LEAST = Goal(Direction.AT_LEAST, Measure.FOCUS, None, 60, Per.DAY)
MOST = replace(LEAST, direction=Direction.AT_MOST)
DAY = Interval(10 * HOUR, 34 * HOUR)
WORKDAYS = frozenset(range(5))


@pytest.mark.parametrize(
    ("goal", "why"),
    [
        (replace(LEAST, minutes=0), "1 to 1440 minutes"),
        (replace(MOST, minutes=-1), "0 to 1440"),
        (replace(LEAST, minutes=1441), "1 to 1440"),
        (replace(LEAST, minutes=5 * 1440 + 1, per=Per.WEEK, weekdays=WORKDAYS), "1 to 7200"),
        (replace(LEAST, weekdays=frozenset()), "at least one day"),
        (replace(LEAST, weekdays=frozenset({7})), "at least one day"),
        (replace(LEAST, measure=Measure.CATEGORY), "Choose the category"),
        (replace(LEAST, measure=Measure.CATEGORY, target="3"), "Choose the category"),
        (replace(LEAST, measure=Measure.APP, target="  "), "Name the app"),
        (replace(LEAST, measure=Measure.PROJECT), "Name the project"),
        (replace(LEAST, measure=Measure.PROJECT, target="x" * 501), "500 characters at most"),
    ],
)
def test_what_cannot_be_meant_is_refused(goal: Goal, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        checked(goal)


def test_what_can_be_meant_is_tidied() -> None:
    assert checked(replace(MOST, minutes=0, measure=Measure.APP, target=" game ")).target == "game"
    assert checked(replace(MOST, measure=Measure.APP, target="\ud800x")).target == "?x", "no database holds half a sign"
    assert checked(replace(LEAST, target="left over")).target is None
    assert checked(replace(LEAST, minutes=7200, per=Per.WEEK, weekdays=WORKDAYS)).minutes == 7200


@pytest.mark.parametrize(
    ("goal", "done_ms", "during", "after"),
    [
        (LEAST, HOUR - 1, Standing.OPEN, Standing.MISSED),
        (LEAST, HOUR, Standing.MET, Standing.MET),
        (LEAST, HOUR + 1, Standing.MET, Standing.MET),
        (MOST, HOUR - 1, Standing.OPEN, Standing.MET),
        (MOST, HOUR, Standing.OPEN, Standing.MET),
        (MOST, HOUR + 1, Standing.MISSED, Standing.MISSED),
    ],
)
def test_exactly_the_minutes_are_enough_and_not_too_many(
    goal: Goal, done_ms: int, during: Standing, after: Standing
) -> None:
    assert standing(goal, done_ms, 2 * HOUR, DAY, DAY.start_ms) is during
    assert standing(goal, done_ms, 2 * HOUR, DAY, DAY.end_ms - 1) is during
    assert standing(goal, done_ms, 2 * HOUR, DAY, DAY.end_ms) is after
    assert standing(goal, done_ms, 2 * HOUR, DAY, DAY.start_ms - 1) is Standing.AHEAD


@pytest.mark.parametrize("goal", [LEAST, MOST])
def test_a_day_without_a_record_is_neither_met_nor_missed(goal: Goal) -> None:
    assert standing(goal, 0, 0, DAY, DAY.end_ms) is Standing.UNRECORDED
    assert standing(goal, 0, 0, DAY, DAY.end_ms - 1) is Standing.OPEN
    assert standing(goal, 0, 1, DAY, DAY.end_ms) is not Standing.UNRECORDED


def test_days_that_a_goal_is_not_for_have_no_span() -> None:
    week = spans(replace(LEAST, weekdays=WORKDAYS), date(2026, 3, 2), date(2026, 3, 9), 0)
    assert [one.start.isoformat() for one in week] == [f"2026-03-0{day}" for day in range(2, 7)]
    assert all(one.days == (one.start,) and one.end == one.start + timedelta(days=1) for one in week)
    assert spans(replace(LEAST, weekdays=frozenset({6})), date(2026, 3, 2), date(2026, 3, 8), 0) == []


@pytest.mark.parametrize(
    ("week_start", "first"), [(0, date(2026, 2, 23)), (6, date(2026, 3, 1)), (5, date(2026, 2, 28))]
)
def test_weeks_are_whole_and_start_where_the_person_says(week_start: int, first: date) -> None:
    found = spans(replace(LEAST, per=Per.WEEK, weekdays=WORKDAYS), date(2026, 3, 1), date(2026, 3, 3), week_start)
    assert found[0].start == first
    assert found[-1].end >= date(2026, 3, 3)
    for one in found:
        assert one.end - one.start == timedelta(days=7)
        assert [day.weekday() for day in one.days] == sorted(WORKDAYS, key=lambda day: (day - week_start) % 7)


@given(
    start=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    length=st.integers(1, 60),
    per=st.sampled_from(Per),
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    week_start=st.integers(0, 6),
)
def test_every_day_that_counts_is_in_one_span(
    start: date, length: int, per: Per, weekdays: frozenset[int], week_start: int
) -> None:
    end = start + timedelta(days=length)
    found = spans(replace(LEAST, per=per, weekdays=weekdays), start, end, week_start)
    days = [day for one in found for day in one.days]
    wanted = [start + timedelta(days=number) for number in range(length)]
    assert len(set(days)) == len(days) == sum(len(one.days) for one in found)
    assert {day for day in wanted if day.weekday() in weekdays} <= set(days)
    assert all(one.start <= day < one.end and day.weekday() in weekdays for one in found for day in one.days)
    assert all(one.end > start and one.start < end for one in found)


def test_little_to_go_by_foretells_nothing() -> None:
    assert forecast(5, [1] * (FEWEST_SEEN - 1)) is None
    assert forecast(5, [1] * FEWEST_SEEN) is not None


@given(st.integers(0, 10**8), st.lists(st.integers(0, 10**8), min_size=FEWEST_SEEN, max_size=20))
def test_half_of_the_times_seen_lie_within_the_forecast(done_ms: int, rests: list[int]) -> None:
    found = forecast(done_ms, rests)
    assert found is not None
    assert done_ms <= found.low_ms <= found.likely_ms <= found.high_ms <= done_ms + max(rests)
    inside = sum(found.low_ms <= done_ms + rest <= found.high_ms for rest in rests)
    assert 2 * inside >= len(rests) - 2
    middle = sum(done_ms + rest <= found.likely_ms for rest in rests)
    assert 2 * middle >= len(rests) - 1


def test_a_goal_for_every_day_says_so() -> None:
    assert LEAST.weekdays == EVERY_DAY
    assert LEAST.target_ms == HOUR
