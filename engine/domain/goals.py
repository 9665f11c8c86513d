"""Goals: so much at least or at most, of a category, an app, a project or deep work, per day or per week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engine.domain.clock import MS_PER_MINUTE
from engine.domain.errors import UsageError

EVERY_DAY = frozenset(range(7))
MINUTES_PER_DAY = 24 * 60
LONGEST_NAME = 500


class Direction(StrEnum):
    """Whether more is welcome or less."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Measure(StrEnum):
    """What a goal counts; active time only."""

    CATEGORY = "category"  # with everything below it
    APP = "app"  # what was recorded under its name
    PROJECT = "project"
    FOCUS = "focus"  # deep work as reports tell it: weight 2 in full, weight 1 by half


class Per(StrEnum):
    """The stretch of the calendar that a goal is for."""

    DAY = "day"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Goal:
    """What the person means to reach, or to stay under.

    target: a category's number, an app's or a project's name, None for focus. minutes: how many at least or at most.
    weekdays: 0 for Monday; the days a goal per day is for, the days whose time a goal per week counts. id: 0 for one
    that is not stored. made_ms: when it was stored.
    """

    direction: Direction
    measure: Measure
    target: int | str | None
    minutes: int
    per: Per
    weekdays: frozenset[int] = EVERY_DAY
    id: int = 0
    made_ms: int = 0

    @property
    def target_ms(self) -> int:
        """The minutes as milliseconds."""
        return self.minutes * MS_PER_MINUTE


def checked(goal: Goal) -> Goal:
    """Return the goal with a tidy name; UsageError says what is wrong with one that cannot be meant."""
    if not goal.weekdays or not goal.weekdays <= EVERY_DAY:
        raise UsageError("A goal needs at least one day of the week.")
    most = MINUTES_PER_DAY * (len(goal.weekdays) if goal.per is Per.WEEK else 1)
    least = 1 if goal.direction is Direction.AT_LEAST else 0
    if not least <= goal.minutes <= most:
        raise UsageError(f"A goal like this one takes {least} to {most} minutes, not {goal.minutes}.")
    return Goal(
        goal.direction, goal.measure, _target(goal), goal.minutes, goal.per, goal.weekdays, goal.id, goal.made_ms
    )


def _target(goal: Goal) -> int | str | None:
    if goal.measure is Measure.FOCUS:
        return None
    if goal.measure is Measure.CATEGORY:
        if not isinstance(goal.target, int):
            raise UsageError("Choose the category the goal is about.")
        return goal.target
    name = goal.target.strip().encode("utf-8", "replace").decode() if isinstance(goal.target, str) else ""
    if not name:
        raise UsageError(f"Name the {goal.measure} the goal is about.")
    if len(name) > LONGEST_NAME:
        raise UsageError(f"A text can have {LONGEST_NAME} characters at most; this one has {len(name)}.")
    return name


class Standing(StrEnum):
    """What became of a goal in one day or week."""

    MET = "met"
    MISSED = "missed"
    OPEN = "open"  # under way, and it can still go either way
    AHEAD = "ahead"  # has not begun
    UNRECORDED = "unrecorded"  # over, and nothing at all was recorded: neither met nor missed


@dataclass(frozen=True, slots=True)
class GoalSpan:
    """One day or week of a goal, end excluded. days: those whose time counts."""

    start: date
    end: date
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class GoalResult:
    """What one day or week brought: milliseconds that count, and all active time in it."""

    span: GoalSpan
    done_ms: int
    active_ms: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a day or week under way will come to if its rest goes as the same rest did lately.

    likely_ms: the median; low_ms, high_ms: half of the times it was between them. seen: how many were looked at.
    """

    low_ms: int
    likely_ms: int
    high_ms: int
    seen: int


@dataclass(frozen=True, slots=True)
class Streak:
    """How many days or weeks in a row a goal was met, up to now, and the most there ever were; misses forgiven in it.

    See engine.planning.goal_streaks for what breaks it.
    """

    length: int = 0
    best: int = 0
    forgiven: int = 0


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """A goal over a range of days.

    path: the category's names from the root down, else the name alone; empty for focus. categories: those whose time
    counts, empty for an app or a project. results: in order, one per day or week that shares a day with the range.
    forecast: of the one under way, None without one and while too little is known.
    """

    goal: Goal
    path: tuple[str, ...]
    results: tuple[GoalResult, ...]
    forecast: Forecast | None = None
    categories: frozenset[int] = frozenset()

    def count(self, standing: Standing) -> int:
        """Return how many days or weeks stand like that."""
        return sum(one.standing is standing for one in self.results)

    @property
    def latest(self) -> GoalResult | None:
        """The last day or week that has begun, None where none has."""
        begun = [one for one in self.results if one.standing is not Standing.AHEAD]
        return begun[-1] if begun else None
