"""The one thing a letter suggests: a cap, focus blocks or a break, whichever the week speaks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from engine.domain.blocks import BlockKind, FlexibleBlock
from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE
from engine.domain.goals import Direction, Goal, Measure
from engine.domain.letters import (
    LetterAnswer,
    StoredLetter,
    Suggestion,
    SuggestionKind,
    WeekFigures,
)
from engine.insights.letter.figures import compared, whole_of
from engine.insights.letter.hours import WINDOW_HOURS, Hours, best_window, in_window

_MOST_OFTEN = 3  # of the four weeks before, so many must have been lower
_LEAST_MS = 2 * MS_PER_HOUR
_STEP = 15
_PIECE, _PER_WEEK = 60, 3
_BREAK_AFTER = 90
_SITTINGS = 3
_RESTS_WEEKS = 4


@dataclass(frozen=True, slots=True)
class Material:
    """What a suggestion rests on. hours: deep time by hour from hours_start to the week's end.

    sittings: long ones in the week. break_after: the setting in force, 0 for none. earlier: letters before, the latest
    first.
    """

    week: WeekFigures
    before: Sequence[WeekFigures]
    hours: Hours
    hours_start: date
    sittings: int
    break_after: int
    goals: Sequence[Goal]
    flexible: Sequence[FlexibleBlock]
    earlier: Sequence[StoredLetter] = ()


def suggested(material: Material) -> Suggestion | None:
    """Return the first of cap, break and focus blocks that the week speaks for and that was not refused lately."""
    refused = {
        one.letter.suggestion.kind
        for one in material.earlier[:_RESTS_WEEKS]
        if one.letter.suggestion is not None and one.answer is LetterAnswer.REFUSED
    }
    rules: tuple[Callable[[Material], Suggestion | None], ...] = (_cap, _break, _focus)
    found = (rule(material) for rule in rules)
    return next((one for one in found if one is not None and one.kind not in refused), None)


def _cap(material: Material) -> Suggestion | None:
    """Suggest the usual week's time at most, where a distracting category took more than in most weeks before."""
    week = material.week
    capped = {
        one.target for one in material.goals if one.measure is Measure.CATEGORY and one.direction is Direction.AT_MOST
    }
    for one in week.categories:
        ms = week.whole(one.id, one.path)
        if one.weight >= 0 or ms < _LEAST_MS or not one.id or one.id in capped:
            continue
        beside = compared(ms, material.before, whole_of(one))
        if beside is None or beside.above < _MOST_OFTEN:
            continue
        minutes = max(_STEP, int(beside.median) // MS_PER_MINUTE // _STEP * _STEP)
        return Suggestion(SuggestionKind.CAP, minutes, ms, week.start, week.end, category_id=one.id, path=one.path)
    return None


def _break(material: Material) -> Suggestion | None:
    if material.break_after or material.sittings < _SITTINGS:
        return None
    week = material.week
    return Suggestion(SuggestionKind.BREAK, _BREAK_AFTER, material.sittings, week.start, week.end)


def _focus(material: Material) -> Suggestion | None:
    """Suggest focus blocks in the best hours, unless the person wants some there already."""
    first = best_window(material.hours)
    if first is None or in_window(material.hours, first) < _LEAST_MS:
        return None
    start, end = first * 60, (first + WINDOW_HOURS) * 60
    if any(_wanted_there(one, start, end) for one in material.flexible):
        return None
    return Suggestion(
        SuggestionKind.FOCUS_BLOCK,
        _PIECE,
        in_window(material.hours, first),
        material.hours_start,
        material.week.end,
        per_week=_PER_WEEK,
        window_start=start,
        window_end=end,
    )


def _wanted_there(one: FlexibleBlock, start: int, end: int) -> bool:
    """Return whether such focus time is wanted in those hours already, or in most of them."""
    shared = min(one.window_end, end) - max(one.window_start, start)
    narrow = one.window_end - one.window_start <= 2 * (end - start)
    return one.active and one.about.kind is BlockKind.FOCUS and narrow and 2 * shared >= end - start
