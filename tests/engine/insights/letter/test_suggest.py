"""One suggestion a week: what the week speaks for, and nothing like what was refused lately."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from helpers.letters import FOCUS, HOUR, MONDAY, NEWS, letter, week, weeks

from engine.domain.blocks import About, BlockKind, FlexibleBlock
from engine.domain.goals import Direction, Goal, Measure, Per
from engine.domain.letters import CategoryFigure, LetterAnswer, StoredLetter, SuggestionKind, WeekFigures
from engine.insights.letter.suggest import Material, suggested

HOURS = (*([0] * 9), 4 * HOUR, 5 * HOUR, 3 * HOUR, 0, 2 * HOUR, *([0] * 10))
PLAIN = Material(week(0, 0), weeks(0, 0, 0, 0), HOURS, date(2026, 2, 2), 0, 90, (), ())


def test_the_best_hours_get_focus_blocks() -> None:
    found = suggested(PLAIN)
    assert found is not None
    assert (found.kind, found.window_start, found.window_end) == (SuggestionKind.FOCUS_BLOCK, 9 * 60, 12 * 60)
    assert (found.basis, found.basis_start, found.basis_end) == (12 * HOUR, date(2026, 2, 2), PLAIN.week.end)


def test_blocks_that_are_wanted_there_already_are_not_suggested() -> None:
    there = FlexibleBlock(About(), window_start=540, window_end=720)
    assert suggested(replace(PLAIN, flexible=[there])) is None
    assert suggested(replace(PLAIN, flexible=[replace(there, active=False)])) is not None
    assert suggested(replace(PLAIN, hours=(0,) * 24)) is None
    near = replace(there, window_start=600, window_end=780)  # 10 to 13, where 9 to 12 is best
    assert suggested(replace(PLAIN, flexible=[near])) is None
    for other in (replace(near, about=About(BlockKind.MEETING)), replace(near, window_start=0, window_end=1440)):
        assert suggested(replace(PLAIN, flexible=[other])) is not None


def test_a_cap_counts_what_lies_below_as_its_goal_does() -> None:
    def with_below(one: WeekFigures, hours: float) -> WeekFigures:
        below = CategoryFigure(NEWS + 1, ("Distraction", "News", "Sport"), round(hours * HOUR), -1)
        return replace(one, categories=(*one.categories, below))

    before = [with_below(one, 2) for one in weeks(3, 4.2, 3.5, 7)]
    found = suggested(replace(PLAIN, week=with_below(week(0, 6), 4), before=before))
    assert found is not None
    assert (found.category_id, found.basis, found.minutes) == (NEWS, 10 * HOUR, 345)


def test_a_distraction_that_grew_is_capped_at_its_usual_time() -> None:
    grown = replace(PLAIN, week=week(0, 6), before=weeks(3, 4.2, 3.5, 7))
    found = suggested(grown)
    assert found is not None
    assert (found.kind, found.category_id, found.minutes, found.basis) == (SuggestionKind.CAP, NEWS, 225, 6 * HOUR)
    cap = Goal(Direction.AT_MOST, Measure.CATEGORY, NEWS, 300, Per.WEEK)
    others = (
        replace(grown, goals=[cap]),
        replace(grown, before=weeks(3, 4, 7, 7)),
        replace(grown, before=weeks(3, 4, 5)),  # a week is missing, so nothing is said of most weeks
    )
    assert all(one is not None and one.kind is SuggestionKind.FOCUS_BLOCK for one in map(suggested, others))


def test_long_sittings_speak_for_a_break_where_none_is_told() -> None:
    found = suggested(replace(PLAIN, sittings=4, break_after=0))
    assert found is not None
    assert (found.kind, found.basis) == (SuggestionKind.BREAK, 4)
    told = suggested(replace(PLAIN, sittings=4, break_after=60))
    assert told is not None
    assert told.kind is SuggestionKind.FOCUS_BLOCK


def test_what_was_refused_rests_for_four_letters() -> None:
    refused = StoredLetter(letter(1, FOCUS), LetterAnswer.REFUSED)
    others = [StoredLetter(letter(back, None)) for back in range(2, 5)]
    assert suggested(replace(PLAIN, earlier=[refused, *others])) is None
    assert suggested(replace(PLAIN, earlier=[*others, StoredLetter(letter(5, None)), refused])) is not None
    assert PLAIN.week.start == MONDAY
