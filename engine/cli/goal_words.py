"""Goals in words, out of words, and as plain values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from engine.cli.terminal import length
from engine.domain.clock import MS_PER_MINUTE
from engine.domain.errors import UsageError
from engine.domain.goals import Goal, GoalProgress, GoalResult, Measure, Per, Standing, Streak
from engine.reports.goal_words import STANDING, goal_name
from engine.reports.words import WEEKDAYS

if TYPE_CHECKING:
    from engine.domain.categories import CategoryTree

_LENGTH = re.compile(r"(?:(\d{1,3})\s*h)?\s*(?:(\d{1,4})\s*(?:m|min)?)?|(\d{1,3}):([0-5]\d)", re.IGNORECASE)


def minutes_of(text: str) -> int:
    """Return the minutes a length says: "90", "45m", "1h30", "1:30"; UsageError for anything else."""
    found = _LENGTH.fullmatch(text.strip())
    if not text.strip() or found is None:
        raise UsageError(f"“{text}” is not a length. Write it as 1h30, 45m or 1:30.")
    hours, minutes, clock_hours, clock_minutes = (int(part or 0) for part in found.groups())
    return (hours + clock_hours) * 60 + minutes + clock_minutes


def weekdays_of(text: str) -> frozenset[int]:
    """Return the days a text like "mon,wed-fri" names, 0 for Monday; UsageError for anything else."""
    days: set[int] = set()
    for part in text.split(","):
        first, _, last = part.partition("-")
        start, end = _weekday(first), _weekday(last or first)
        days.update((start + number) % 7 for number in range((end - start) % 7 + 1))
    return frozenset(days)


def _weekday(text: str) -> int:
    name = text.strip().casefold()
    known = [number for number, day in enumerate(WEEKDAYS) if len(name) >= len(day) and day.casefold() == name[:3]]
    if not known:
        raise UsageError(f"“{text.strip()}” is not a day of the week. Write them as mon,wed or mon-fri.")
    return known[0]


def goal_words(goal: Goal, tree: CategoryTree) -> str:
    """Return a goal in words."""
    of_category = goal.measure is Measure.CATEGORY and isinstance(goal.target, int)
    path = tree.path(int(goal.target or 0)) if of_category else (str(goal.target),)
    return goal_name(goal, path, length=_meant)


def _meant(milliseconds: int) -> str:
    """Return the length of a goal, whose smallest part is a minute."""
    return length(milliseconds) if milliseconds else "0 min"


def goal_json(goal: Goal, tree: CategoryTree) -> dict[str, Any]:
    """Return a goal as plain values."""
    of_category = goal.measure is Measure.CATEGORY and isinstance(goal.target, int)
    return {
        "id": goal.id,
        "direction": goal.direction.value,
        "measure": goal.measure.value,
        "target": list(tree.path(int(goal.target or 0))) if of_category else goal.target,
        "minutes": goal.minutes,
        "per": goal.per.value,
        "weekdays": [WEEKDAYS[day] for day in sorted(goal.weekdays)],
        "words": goal_words(goal, tree),
    }


def progress_lines(progress: GoalProgress, history: GoalProgress, weeks: int, tree: CategoryTree) -> list[str]:
    """Return how a goal stands now, and in how many days or weeks it was met lately."""
    goal, latest = progress.goal, progress.latest
    lines = [f"{goal.id:4}  {goal_words(goal, tree)}"]
    if latest is None:
        lines.append("      not for today")
    else:
        name = "this week" if goal.per is Per.WEEK else "today"
        done = f"{length(latest.done_ms)} of {_meant(goal.target_ms)}"
        lines.append(f"      {name}: {done}, {STANDING[latest.standing]}{_foretold(progress)}")
    met, missed = history.count(Standing.MET), history.count(Standing.MISSED)
    span = "days" if goal.per is Per.DAY else "weeks"
    if met + missed:
        lines.append(f"      last {weeks} weeks: met in {met} of {met + missed} {span}")
    return lines


def streak_lines(goal: Goal, streak: Streak) -> list[str]:
    """Return how many times in a row a goal was met; nothing where it never was."""
    if not streak.best:
        return []
    span = "day" if goal.per is Per.DAY else "week"
    now = f"{streak.length} {span}{'' if streak.length == 1 else 's'}"
    forgiven = f", {streak.forgiven} missed and forgiven" if streak.forgiven else ""
    return [f"      in a row: {now}{forgiven}; the most: {streak.best}"]


def streak_json(streak: Streak) -> dict[str, Any]:
    """Return a streak as plain values."""
    return {"streak": {"length": streak.length, "best": streak.best, "forgiven": streak.forgiven}}


def _foretold(progress: GoalProgress) -> str:
    if progress.forecast is None:
        return ""
    one = progress.forecast
    return f"; going on as lately, {length(one.likely_ms)} ({length(one.low_ms)} to {length(one.high_ms)})"


def progress_json(progress: GoalProgress, history: GoalProgress, tree: CategoryTree) -> dict[str, Any]:
    """Return how a goal stands as plain values."""
    latest, foretold = progress.latest, progress.forecast
    return {
        **goal_json(progress.goal, tree),
        "now": None if latest is None else _result_json(latest),
        "forecast_minutes": None
        if foretold is None
        else {
            "low": foretold.low_ms / MS_PER_MINUTE,
            "likely": foretold.likely_ms / MS_PER_MINUTE,
            "high": foretold.high_ms / MS_PER_MINUTE,
            "seen": foretold.seen,
        },
        "history": [_result_json(one) for one in history.results],
    }


def _result_json(result: GoalResult) -> dict[str, Any]:
    return {
        "from": result.span.start.isoformat(),
        "to": result.span.end.isoformat(),
        "done_ms": result.done_ms,
        "standing": result.standing.value,
    }
