"""The weekly letter: what a week's time went to, what stands out, and one thing to try. Every number has its days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median

from engine.domain.goals import Goal
from engine.domain.intervals import Interval
from engine.domain.routines import Change, Habit

WEEKS_BEFORE = 4
"""So many weeks before it a week is compared with."""


class Framing(StrEnum):
    """How a suggestion is put; what is suggested stays the same."""

    GAIN = "gain"  # what there is to win
    NEUTRAL = "neutral"  # what it is, and no more
    QUESTION = "question"  # as a question


class LetterAnswer(StrEnum):
    """What the person said of a letter's suggestion."""

    NONE = ""
    ACCEPTED = "accepted"
    REFUSED = "refused"


class SuggestionKind(StrEnum):
    """What a letter suggests."""

    FOCUS_BLOCK = "focus_block"  # flexible focus blocks in the hours that turned out best
    CAP = "cap"  # at most so much a week of a category that distracts
    BREAK = "break"  # a notification after so long at the machine


@dataclass(frozen=True, slots=True)
class CategoryFigure:
    """Active time of one category, nothing below it; id 0 for none. weight: -2 to 2 as its category is weighed."""

    id: int
    path: tuple[str, ...]
    ms: int
    weight: int = 0


@dataclass(frozen=True, slots=True)
class DayFigure:
    """One day's active time and, of it, deep time as reports weigh it."""

    day: date
    active_ms: int
    deep_ms: int


@dataclass(frozen=True, slots=True)
class WeekFigures:
    """A week as its report tells it, from start to end, end excluded; categories longest first."""

    start: date
    end: date
    active_ms: int
    deep_ms: int
    distracting_ms: int
    categories: tuple[CategoryFigure, ...] = ()
    days: tuple[DayFigure, ...] = ()

    @property
    def best_day(self) -> DayFigure | None:
        """The day with the most deep time, the first of equals; None where no day has any."""
        best = max(self.days, key=lambda one: one.deep_ms, default=None)
        return best if best is not None and best.deep_ms else None

    def of(self, category_id: int) -> int:
        """Return the milliseconds of a category alone."""
        return next((one.ms for one in self.categories if one.id == category_id), 0)

    def whole(self, category_id: int, path: tuple[str, ...]) -> int:
        """Return the milliseconds of a category with all that lies below it, as goals count it.

        path: what it is called, where it has no time of its own in this week.
        """
        path = next((one.path for one in self.categories if one.id == category_id), path)
        return sum(one.ms for one in self.categories if one.path[: len(path)] == path) if path else 0


@dataclass(frozen=True, slots=True)
class Compared:
    """A week's number beside those of the weeks before, oldest first, every one of them recorded."""

    now: int
    before: tuple[int, ...]

    @property
    def median(self) -> float:
        """The median of the weeks before; of four the mean of the middle two."""
        return median(self.before)

    @property
    def above(self) -> int:
        """How many of the weeks before were lower."""
        return sum(one < self.now for one in self.before)

    @property
    def below(self) -> int:
        """How many of the weeks before were higher."""
        return sum(one > self.now for one in self.before)


@dataclass(frozen=True, slots=True)
class Told:
    """One number of a week: all active time, deep time or a category's alone. compared: None where a week is missing.

    whole_ms: of a category together with what lies below it, 0 where nothing does.
    """

    ms: int
    compared: Compared | None = None
    category_id: int | None = None
    path: tuple[str, ...] = ()
    whole_ms: int = 0


@dataclass(frozen=True, slots=True)
class GoalTold:
    """What became of a goal: met in so many of the days or weeks that tell. path: as GoalProgress has it."""

    goal: Goal
    path: tuple[str, ...]
    met: int
    of: int
    done_ms: int


@dataclass(frozen=True, slots=True)
class PlanTold:
    """The plan against what was done: planned and matching milliseconds of what can be measured."""

    planned_ms: int
    matching_ms: int
    kept: int
    of: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing to try. minutes: of a piece, of a week at most, or until a break, as its kind says.

    per_week, window_start, window_end: of focus blocks, minutes after midnight. category_id, path: of a cap.
    A cap and its basis count what lies below the category too, as the goal does that it becomes.
    basis: what speaks for it, milliseconds or, of breaks, how many long stretches; from basis_start to basis_end.
    """

    kind: SuggestionKind
    minutes: int
    basis: int
    basis_start: date
    basis_end: date
    per_week: int = 0
    window_start: int = 0
    window_end: int = 0
    category_id: int = 0
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """What was counted for a suggestion. hours: deep milliseconds by hour of the local day; sittings: the long ones."""

    hours: tuple[int, ...] = ()
    sittings: tuple[Interval, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the suggestion of an earlier letter. week: that letter's.

    compared: what it was meant to move, in this week and the four before it was accepted; None where it was not
    accepted, less than a week ago, or where a week is missing.
    """

    week: date
    suggestion: Suggestion
    answer: LetterAnswer
    compared: Compared | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """How and when a suggestion is put. propensity: probability of just this, 1 where nothing is tried out."""

    framing: Framing
    minute: int
    propensity: float
    tried: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """What is told of the week from start to end, end excluded.

    changes, habits: three at most, told with the letter of the last whole week and never kept with it.
    """

    start: date
    end: date
    made_ms: int
    active: Told
    deep: Told
    best_day: DayFigure | None
    categories: tuple[Told, ...]
    goals: tuple[GoalTold, ...]
    plan: PlanTold | None
    changes: tuple[Change, ...]
    habits: tuple[Habit, ...]
    suggestion: Suggestion | None
    last: Outcome | None
    trial: Trial


@dataclass(frozen=True, slots=True)
class StoredLetter:
    """A letter as it is kept, with what was said of it. shown_ms: None until somebody saw it.

    kept: it can be answered; one of a week long gone is told and not kept. trying: whether wordings are tried out now.
    """

    letter: Letter
    answer: LetterAnswer = LetterAnswer.NONE
    shown_ms: int | None = None
    answered_ms: int | None = None
    kept: bool = True
    trying: bool = True
