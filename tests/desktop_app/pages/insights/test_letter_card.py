"""The letter on Insights: its numbers lead to their days, its suggestion is answered, trials are told and stopped."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from helpers.insights_room import InsightsRoom
from helpers.letters import FOCUS, HOUR, MONDAY, letter

from desktop_app.pages.insights.letter_card import LetterCard
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.app_names import AppNames
from engine.domain.goals import Direction, Goal, Measure, Per
from engine.domain.intervals import Interval
from engine.domain.letters import (
    Basis,
    Compared,
    DayFigure,
    GoalTold,
    LetterAnswer,
    Outcome,
    PlanTold,
    StoredLetter,
    SuggestionKind,
    Told,
)
from engine.domain.routines import Change, DayPart, Habit, HabitKind, Item, ItemKind
from engine.domain.routines import Measure as Measured

GOAL = GoalTold(Goal(Direction.AT_LEAST, Measure.CATEGORY, 3, 60, Per.WEEK), ("Focus",), 1, 1, 9 * HOUR)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BESIDE = Compared(30 * HOUR, (20 * HOUR, 25 * HOUR, 35 * HOUR, 22 * HOUR))
CHANGE = Change(
    Measured.SWITCHES, DayPart.MORNING, MONDAY, MONDAY, MONDAY, 10.0, 14.0, 1.0, 7.0, 0.01,
    ((MONDAY - timedelta(1), 10.0), (MONDAY, 14.0)),
)  # fmt: skip
HABIT = Habit(
    HabitKind.TOGETHER, Item(ItemKind.APP, "Mail"), Item(ItemKind.APP, "Chat"), 8, 10, 40, 0.3, 0.0004, (MONDAY,)
)
FULL = replace(
    letter(),
    active=Told(30 * HOUR, BESIDE),
    best_day=DayFigure(MONDAY + timedelta(2), 8 * HOUR, 5 * HOUR),
    categories=(Told(9 * HOUR, None, 1, ("Focus", "Writing")),),
    plan=PlanTold(10 * HOUR, 6 * HOUR, 3, 5),
    changes=(CHANGE,),
    habits=(HABIT,),
    last=Outcome(
        MONDAY - timedelta(7), FOCUS, LetterAnswer.ACCEPTED, Compared(2 * HOUR, (HOUR, HOUR, 3 * HOUR, 4 * HOUR))
    ),
)


def plain(text: str) -> str:
    """Return the text without marks that are not seen."""
    return text.replace("\u2068", "").replace("\u2069", "").replace("\u00a0", " ")


def _card(qtbot: object, stored: StoredLetter) -> LetterCard:
    card = LetterCard(Wording("UTC"))
    qtbot.addWidget(card)  # type: ignore[attr-defined]
    card.show_letter(stored)
    return card


def test_every_number_leads_to_its_days_and_a_category_to_its_activities(qtbot: object) -> None:
    told = replace(HABIT, when=((1, 2),))
    card = _card(qtbot, StoredLetter(replace(FULL, habits=(HABIT, told), goals=(GOAL,))))
    wanted: list[object] = []
    card.days_wanted.connect(lambda first, last: wanted.append((first, last)))
    card.category_wanted.connect(lambda first, last, path, below: wanted.append((first, last, path, below)))
    card.counted_wanted.connect(wanted.append)
    card.basis_wanted.connect(wanted.append)
    for button in card.numbers:
        button.click()
    card.basis_button.click()
    whole, best = (MONDAY, MONDAY + timedelta(6)), (MONDAY + timedelta(2),) * 2
    change, habit = (MONDAY - timedelta(1), MONDAY), (MONDAY, MONDAY)
    category, goal = (*whole, ("Focus", "Writing"), False), (*whole, ("Focus",), True)
    assert wanted == [whole, whole, best, category, goal, whole, change, habit, told, FOCUS]
    texts = [plain(one.text()) for one in card.numbers[:4]]
    assert texts == ["30 h 00 min", "0 min", "5 h 00 min", "9 h 00 min"]


def test_a_cap_leads_to_what_it_counts(qtbot: object) -> None:
    cap = replace(FOCUS, kind=SuggestionKind.CAP, category_id=7, path=("Distraction", "News"))
    card = _card(qtbot, StoredLetter(replace(FULL, suggestion=cap)))
    wanted: list[object] = []
    card.category_wanted.connect(lambda first, last, path, below: wanted.append((first, last, path, below)))
    card.basis_button.click()
    assert wanted == [(MONDAY, MONDAY + timedelta(6), cap.path, True)]


def test_what_a_suggestion_rests_on_is_listed_and_its_habits_too(room: InsightsRoom) -> None:
    letters = room.engine.letters
    letters.stored = StoredLetter(replace(FULL, habits=(replace(HABIT, when=((0, HOUR), (5 * HOUR, 7 * HOUR))),)))
    letters.counted = Basis(hours=(*([0] * 9), 4 * HOUR, 5 * HOUR, *([0] * 13)))
    page = room.page()
    page.letter.basis_button.click()
    room.settle()
    assert page.counted is not None
    lines = [plain(page.counted.list.item(at).text()) for at in range(page.counted.list.count())]
    assert [line[-10:] for line in lines] == ["4 h 00 min", "5 h 00 min"]
    assert page.counted.show_button.isHidden()
    page.counted.reject()
    moments: list[object] = []
    page.moment_wanted.connect(moments.append)
    page.letter.numbers[-1].click()
    room.settle()
    assert "The last 2 of the 8 stretches" in page.counted.note.text()
    page.counted.show_button.click()
    assert moments == [Interval(5 * HOUR, 7 * HOUR)], "the latest comes first"


def test_apps_are_called_by_their_names_and_what_is_below_is_told(qtbot: object) -> None:
    below = Told(9 * HOUR, BESIDE, 1, ("Focus", "Writing"), 11 * HOUR)
    mail = replace(HABIT, first=Item(ItemKind.APP, "org.mozilla.Thunderbird"))
    card = _card(qtbot, StoredLetter(replace(FULL, habits=(mail,), categories=(below,))))
    card.show_names(AppNames({"org.mozilla.thunderbird": "Mail and news"}))
    said = " ".join(plain(one.text()) for one in card.findChildren(Paragraph) if not one.isHidden())
    assert "With the app Mail and news there is often the app Chat, too: in 8 of 10 stretches of work" in said
    assert "11 h 00 min with what lies below it" in said


def test_who_stopped_trials_reads_so(qtbot: object) -> None:
    card = _card(qtbot, StoredLetter(FULL, trying=False))
    assert "were tried out; nothing is tried since you stopped it" in card.trial.text()
    assert card.stop_button.isHidden()


def test_wording_follows_the_framing_and_says_that_it_is_tried(qtbot: object) -> None:
    card = _card(qtbot, StoredLetter(FULL))
    told = "Win time where you focus best: 3 focus blocks of 1 h 00 min a week"
    assert plain(card.suggestion.text()).startswith(told)
    assert "50 %" in card.trial.text()
    assert "No effect can be seen" in card.outcome.text()
    card.show_letter(StoredLetter(replace(FULL, trial=replace(FULL.trial, tried=False))))
    assert not card.trial.text()
    assert card.stop_button.isHidden()


def test_an_answered_letter_can_not_be_answered_again(qtbot: object) -> None:
    card = _card(qtbot, StoredLetter(FULL, LetterAnswer.REFUSED))
    assert card.accept_button.isHidden()
    assert card.suggestion.text().endswith("You declined.")


def test_answers_reach_the_engine_and_the_letter_counts_as_seen(room: InsightsRoom) -> None:
    letters = room.engine.letters
    letters.stored = StoredLetter(FULL)
    page = room.page()
    assert letters.seen == [MONDAY]
    page.letter.stop_button.click()
    room.settle()
    assert letters.stops == 1
    page.letter.accept_button.click()
    room.settle()
    assert letters.stored is not None
    assert letters.stored.answer is LetterAnswer.ACCEPTED
    assert page.letter.accept_button.isHidden()


def test_without_a_letter_the_card_takes_no_room(room: InsightsRoom) -> None:
    assert room.page().letter.isHidden()
