"""Goals in words, for pages and tables for people."""

from __future__ import annotations

from collections.abc import Callable

from engine.domain.goals import EVERY_DAY, Direction, Goal, GoalProgress, GoalResult, Measure, Per, Standing
from engine.domain.plain_text import shortened
from engine.reports.speech import Say, english
from engine.reports.words import LONGEST_NAME, WEEKDAYS, clock

STANDING = {
    Standing.MET: "met",
    Standing.MISSED: "missed",
    Standing.OPEN: "under way",
    Standing.AHEAD: "still to come",
    Standing.UNRECORDED: "nothing recorded",
}
_WORKDAYS = frozenset(range(5))


def goal_name(goal: Goal, path: tuple[str, ...], say: Say = english, *, length: Callable[[int], str] = clock) -> str:
    """Return a goal as "at least 2:00:00 of deep work per day, Mon Tue"; length: how to write a length."""
    how = "at least" if goal.direction is Direction.AT_LEAST else "at most"
    said = say(f"{how} {{0}} of {{1}} per {goal.per}").format(length(goal.target_ms), _target(goal, path, say))
    return said if goal.weekdays == EVERY_DAY else f"{said}, {_days(goal.weekdays, say)}"


def _days(weekdays: frozenset[int], say: Say) -> str:
    names = [say(WEEKDAYS[day]) for day in sorted(weekdays)]
    return f"{names[0]}–{names[-1]}" if weekdays == _WORKDAYS else " ".join(names)


def _target(goal: Goal, path: tuple[str, ...], say: Say) -> str:
    if goal.measure is Measure.FOCUS:
        return say("deep work")
    names = " › ".join(shortened(name, LONGEST_NAME) for name in path)
    if goal.measure is Measure.CATEGORY:
        return names or say("a category that is gone")
    return say(f"{goal.measure} {{0}}").format(names)


def span_name(result: GoalResult, per: Per, say: Say = english) -> str:
    """Return which day or week a result is of."""
    start = result.span.start.isoformat()
    return say("week from {0}").format(start) if per is Per.WEEK else start


def met_of(progress: GoalProgress, say: Say = english) -> str:
    """Return how often the goal was met, of the days or weeks that are decided."""
    met = progress.count(Standing.MET)
    return say("{0} of {1}").format(met, met + progress.count(Standing.MISSED))


def latest(progress: GoalProgress, say: Say = english) -> str:
    """Return how the last day or week that has begun stands, "" where none has."""
    one = progress.latest
    if one is None:
        return ""
    return f"{span_name(one, progress.goal.per, say)}: {clock(one.done_ms)}, {say(STANDING[one.standing])}"
