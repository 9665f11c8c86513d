"""A streak survives days off and one miss in seven days; two misses break it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from engine.domain.goals import Direction, Goal, GoalProgress, GoalResult, GoalSpan, Measure, Per, Standing, Streak
from engine.planning.goal_streaks import streak_of

_STANDINGS = {
    "m": Standing.MET,
    "x": Standing.MISSED,
    "-": Standing.UNRECORDED,
    "?": Standing.OPEN,
    ">": Standing.AHEAD,
}


def progress(days: str, per: Per = Per.DAY) -> GoalProgress:
    """Return a goal's days or weeks; a space is a day the goal is not for."""
    results, day = [], date(2026, 3, 2)
    step = timedelta(weeks=1) if per is Per.WEEK else timedelta(days=1)
    for one in days:
        if one != " ":
            results.append(GoalResult(GoalSpan(day, day + step, (day,)), 0, 0, _STANDINGS[one]))
        day += step
    return GoalProgress(Goal(Direction.AT_LEAST, Measure.FOCUS, None, 60, per, id=1), (), tuple(results))


@pytest.mark.parametrize(
    ("days", "streak"),
    [
        ("", Streak()),
        ("mmm", Streak(3, 3)),
        ("mmm  mm", Streak(5, 5)),  # a weekend the goal is not for
        ("mm--m", Streak(3, 3)),  # days without a record
        ("mm?", Streak(2, 2)),  # under way
        ("mm>", Streak(2, 2)),
        ("mmxm", Streak(3, 3, 1)),  # one miss is forgiven
        ("mmx", Streak(2, 2, 1)),  # also the latest
        ("mmxxm", Streak(1, 2)),  # two are not
        ("mmxmmmmmmxm", Streak(9, 9, 2)),  # seven days later one more is
        ("mmxmmmmmxm", Streak(1, 7)),  # six days later not yet
        ("xxxmm", Streak(2, 2)),  # before a streak there is nothing to forgive
        ("mmmmxx", Streak(0, 4)),
        ("mmm  x mm", Streak(5, 5, 1)),
    ],
)
def test_days_off_and_one_miss_in_seven_are_forgiven(days: str, streak: Streak) -> None:
    assert streak_of(progress(days)) == streak


@pytest.mark.parametrize(
    ("weeks", "streak"), [("mmxm", Streak(3, 3, 1)), ("mxmmmxm", Streak(5, 5, 2)), ("mxmmxm", Streak(1, 3))]
)
def test_of_weeks_one_in_four(weeks: str, streak: Streak) -> None:
    assert streak_of(progress(weeks, Per.WEEK)) == streak
