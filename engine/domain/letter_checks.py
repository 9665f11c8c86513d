"""Whether a letter that was read can have been written: a damaged one is not told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from engine.domain.clock import MS_PER_HOUR
from engine.domain.letters import (
    WEEKS_BEFORE,
    Compared,
    GoalTold,
    Letter,
    Outcome,
    PlanTold,
    Suggestion,
    SuggestionKind,
    Told,
    Trial,
)

WEEK_MS = 7 * 25 * MS_PER_HOUR
"""No week is longer, whatever clocks do."""

_WEEK = timedelta(days=7)
_DAY, _WEEK_MINUTES, _PIECES = 24 * 60, 7 * 24 * 60, 50


def checked(letter: Letter) -> Letter:
    """Return the letter; ValueError where a number in it cannot be."""
    told = (letter.active, letter.deep, *letter.categories)
    best = letter.best_day
    fits = (
        letter.end - letter.start == _WEEK,
        all(map(_told, told)),
        best is None or (letter.start <= best.day < letter.end and 0 <= best.deep_ms <= 2 * WEEK_MS),
        all(map(_goal, letter.goals)),
        letter.plan is None or _plan(letter.plan),
        letter.suggestion is None or _suggestion(letter.suggestion),
        letter.last is None or _outcome(letter.last),
        _trial(letter.trial),
    )
    if not all(fits):
        raise ValueError("no letter holds such numbers")
    return letter


def _lengths(each: Iterable[int]) -> bool:
    return all(0 <= one <= WEEK_MS for one in each)


def _told(one: Told) -> bool:
    return _lengths((one.ms, one.whole_ms)) and (one.compared is None or _compared(one.compared))


def _compared(one: Compared) -> bool:
    return len(one.before) == WEEKS_BEFORE and _lengths((one.now, *one.before))


def _goal(one: GoalTold) -> bool:
    return 0 < one.goal.minutes <= _WEEK_MINUTES and 0 <= one.met <= one.of <= _WEEK.days and _lengths((one.done_ms,))


def _plan(one: PlanTold) -> bool:
    return 0 <= one.kept <= one.of and 0 <= one.matching_ms <= one.planned_ms


def _suggestion(one: Suggestion) -> bool:
    days = (one.basis_end - one.basis_start).days
    if not (0 < one.minutes <= _WEEK_MINUTES and 0 < days <= (WEEKS_BEFORE + 1) * _WEEK.days):
        return False
    if not 0 <= one.basis <= (WEEKS_BEFORE + 1) * WEEK_MS:
        return False
    if one.kind is SuggestionKind.FOCUS_BLOCK:
        return 0 < one.per_week <= _PIECES and 0 <= one.window_start < one.window_end <= _DAY
    return one.kind is not SuggestionKind.CAP or one.category_id > 0


def _outcome(one: Outcome) -> bool:
    return _suggestion(one.suggestion) and (one.compared is None or _compared(one.compared))


def _trial(one: Trial) -> bool:
    return 0 <= one.minute < _DAY and 0.0 < one.propensity <= 1.0
