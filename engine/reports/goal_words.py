"""Goals in words, for pages and tables for people."""

from __future__ import annotations

from collections.abc import Callable

from engine.domain.goals import EVERY_DAY, Direction, Goal, GoalProgress, GoalResult, Measure, Per, Standing
from engine.domain.plain_text import shortened
from engine.reports.words import LONGEST_NAME, WEEKDAYS, clock

STANDING = {
    Standing.MET: "met",
    Standing.MISSED: "missed",
    Standing.OPEN: "under way",
    Standing.AHEAD: "still to come",
    Standing.UNRECORDED: "nothing recorded",
}


def goal_name(goal: Goal, path: tuple[str, ...], length: Callable[[int], str] = clock) -> str:
    """Return a goal as "at least 2:00:00 of deep work per day, Mon Tue"; length: how to write a length."""
    how = "at least" if goal.direction is Direction.AT_LEAST else "at most"
    when = "" if goal.weekdays == EVERY_DAY else f", {' '.join(WEEKDAYS[day] for day in sorted(goal.weekdays))}"
    return f"{how} {length(goal.target_ms)} of {_target(goal, path)} per {goal.per}{when}"


def _target(goal: Goal, path: tuple[str, ...]) -> str:
    if goal.measure is Measure.FOCUS:
        return "deep work"
    names = " › ".join(shortened(name, LONGEST_NAME) for name in path)
    if goal.measure is Measure.CATEGORY:
        return names or "a category that is gone"
    return f"{goal.measure} {names}"


def span_name(result: GoalResult, per: Per) -> str:
    """Return which day or week a result is of."""
    start = result.span.start.isoformat()
    return f"week from {start}" if per is Per.WEEK else start


def met_of(progress: GoalProgress) -> str:
    """Return how often the goal was met, of the days or weeks that are decided."""
    met = progress.count(Standing.MET)
    return f"{met} of {met + progress.count(Standing.MISSED)}"


def latest(progress: GoalProgress) -> str:
    """Return how the last day or week that has begun stands, "" where none has."""
    one = progress.latest
    return "" if one is None else f"{span_name(one, progress.goal.per)}: {clock(one.done_ms)}, {STANDING[one.standing]}"
