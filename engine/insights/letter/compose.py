"""The letter out of what a week gave; nothing is worked out here that a report does not tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from engine.domain.adherence import Adherence, Outcome
from engine.domain.findings import Findings
from engine.domain.goals import GoalProgress, Standing
from engine.domain.letters import (
    Compared,
    GoalTold,
    Letter,
    LetterAnswer,
    PlanTold,
    StoredLetter,
    Suggestion,
    Told,
    Trial,
    WeekFigures,
)
from engine.domain.letters import Outcome as CameOf
from engine.domain.routines import Change, Habit
from engine.insights.letter.figures import compared, told_categories

FINDINGS = 3
NEWS = timedelta(weeks=6)
"""A change that began longer ago was told; it takes some weeks to be sure of one."""
SURE = 0.05
"""A finding with a probability above this under chance alone is not told."""

_MEASURED = frozenset({Outcome.KEPT, Outcome.PARTLY, Outcome.MISSED})


@dataclass(frozen=True, slots=True)
class Facts:
    """What a letter is made of. before: the four weeks before it, oldest first."""

    week: WeekFigures
    before: Sequence[WeekFigures]
    goals: Sequence[GoalProgress]
    plan: Adherence
    made_ms: int


def composed(facts: Facts, suggestion: Suggestion | None, last: CameOf | None, trial: Trial) -> Letter:
    """Return the letter of the week."""
    week, before = facts.week, facts.before
    return Letter(
        week.start,
        week.end,
        facts.made_ms,
        Told(week.active_ms, compared(week.active_ms, before, lambda one: one.active_ms)),
        Told(week.deep_ms, compared(week.deep_ms, before, lambda one: one.deep_ms)),
        week.best_day,
        told_categories(week, before),
        tuple(one for one in map(goal_told, facts.goals) if one.of),
        plan_told(facts.plan),
        (),
        (),
        suggestion,
        last,
        trial,
    )


def told_findings(found: Findings | None, week: date) -> tuple[tuple[Change, ...], tuple[Habit, ...]]:
    """Return what is to be told with a week's letter, three at most: changes first, but room is left for one habit.

    Changes that are news then; habits met in that week, in turn where there are more of them, so that not every letter
    tells the same.
    """
    if found is None:
        return (), ()
    after = week + timedelta(days=7)
    changes = sorted((one for one in found.changes if one.p <= SURE and _is_news(one, after)), key=lambda one: one.p)
    habits = [one for one in found.habits if one.p <= SURE and any(week <= day < after for day in one.days)]
    told = changes[: FINDINGS - min(1, len(habits))]
    room = FINDINGS - len(told)
    first = week.toordinal() // 7 * room % len(habits) if habits else 0
    return tuple(told), tuple([*habits[first:], *habits[:first]][:room])


def _is_news(change: Change, after: date) -> bool:
    return after - NEWS <= change.since < after


def goal_told(progress: GoalProgress) -> GoalTold:
    """Return what became of a goal; days and weeks under way or without a record tell nothing."""
    met, missed = progress.count(Standing.MET), progress.count(Standing.MISSED)
    return GoalTold(progress.goal, progress.path, met, met + missed, sum(one.done_ms for one in progress.results))


def plan_told(plan: Adherence) -> PlanTold | None:
    """Return the plan against what was done; None where nothing planned can be measured."""
    if plan.share is None:
        return None
    measured = [one for one in plan.kept if one.outcome in _MEASURED]
    kept = sum(one.outcome is Outcome.KEPT for one in measured)
    return PlanTold(plan.planned_ms, plan.matching_ms, kept, len(measured))


def last_outcome(earlier: Sequence[StoredLetter], measured: Callable[[StoredLetter], Compared | None]) -> CameOf | None:
    """Return what came of the latest letter before that suggested anything.

    measured: the week's number beside those before, for a suggestion that was accepted.
    """
    for one in earlier:
        if one.letter.suggestion is not None:
            came = measured(one) if one.answer is LetterAnswer.ACCEPTED else None
            return CameOf(one.letter.start, one.letter.suggestion, one.answer, came)
    return None
