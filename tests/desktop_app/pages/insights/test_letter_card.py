"""The letter on Insights: its numbers lead to their days, its suggestion is answered, trials are told and stopped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from helpers.insights_room import InsightsRoom
from helpers.letters import FOCUS, HOUR, MONDAY, letter

from desktop_app.pages.insights.letter_card import LetterCard
from desktop_app.widgets.format import Wording
from engine.domain.letters import (
    Compared,
    DayFigure,
    LetterAnswer,
    Outcome,
    PlanTold,
    StoredLetter,
    Told,
)
from engine.domain.routines import Change, DayPart, Habit, HabitKind, Item, ItemKind, Measure

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BESIDE = Compared(30 * HOUR, (20 * HOUR, 25 * HOUR, 35 * HOUR, 22 * HOUR))
CHANGE = Change(
    Measure.SWITCHES, DayPart.MORNING, MONDAY, MONDAY, MONDAY, 10.0, 14.0, 1.0, 7.0, 0.01,
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


def _card(qtbot: object, stored: StoredLetter) -> LetterCard:
    card = LetterCard(Wording("UTC"))
    qtbot.addWidget(card)  # type: ignore[attr-defined]
    card.show_letter(stored)
    return card


def test_every_number_leads_to_its_days(qtbot: object) -> None:
    card = _card(qtbot, StoredLetter(FULL))
    wanted: list[tuple[date, date]] = []
    card.days_wanted.connect(lambda first, last: wanted.append((first, last)))
    for button in card.numbers:
        button.click()
    card.basis_button.click()
    whole, best = (MONDAY, MONDAY + timedelta(6)), (MONDAY + timedelta(2),) * 2
    change, habit = (MONDAY - timedelta(1), MONDAY), (MONDAY, MONDAY)
    assert wanted == [whole, whole, best, whole, whole, change, habit, whole]
    assert [one.text() for one in card.numbers[:5]] == ["30 h 00 m", "0 min", "5 h 00 m", "9 h 00 m", "6 h 00 m"]


def test_wording_follows_the_framing_and_says_that_it_is_tried(qtbot: object) -> None:
    card = _card(qtbot, StoredLetter(FULL))
    assert card.suggestion.text().startswith("Win time where you focus best: 3 focus blocks of 1 h 00 m a week")
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
