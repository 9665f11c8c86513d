"""The card that asks about time away: it never takes the keyboard, and what is answered reaches the engine."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.dressed import dressed
from helpers.fake_away import FIRST, SECOND, TREE, FakeAway
from helpers.in_place import InPlace
from helpers.sample_summary import StandingClock
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.pages.away_questions import AwayQuestions
from desktop_app.pages.today import TodayPage
from desktop_app.pages.today_away import AwayCard
from desktop_app.theme import LIGHT
from desktop_app.widgets.format import Wording
from engine.domain.away import Asking, Part
from engine.domain.corrections import Said
from engine.domain.errors import UsageError

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
ONE = Asking((FIRST,))
ALL = Asking((FIRST, SECOND), together=True)


class Place:
    """A card beside a field somebody types in, and the questions it serves."""

    def __init__(self, qtbot: QtBot, wanted: Asking) -> None:
        dressed(LIGHT)
        self.page = QWidget()
        qtbot.addWidget(self.page)
        column = QVBoxLayout(self.page)
        self.field = QLineEdit(self.page)
        self.card = AwayCard(Wording(), self.page)
        column.addWidget(self.field)
        column.addWidget(self.card)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.field.setFocus()
        self.away = FakeAway(wanted)
        background: Any = InPlace()
        engine: Any = self.away
        self.questions = AwayQuestions(engine, background, self.page)
        self.questions.serve(self.card)


def test_nothing_to_ask_shows_nothing(qtbot: QtBot) -> None:
    place = Place(qtbot, Asking())
    place.questions.look()
    assert not place.card.isVisible()


def test_the_card_appears_without_taking_the_keyboard(qtbot: QtBot) -> None:
    place = Place(qtbot, ONE)
    place.field.setText("half a sen")
    place.questions.look()
    assert place.card.isVisible()
    assert QApplication.focusWidget() is place.field
    assert len([one for one in QApplication.topLevelWidgets() if one.isVisible()]) == 1


def test_saving_the_best_guess_is_one_press(qtbot: QtBot) -> None:
    place = Place(qtbot, ONE)
    place.questions.look()
    with qtbot.waitSignal(place.questions.stored):
        place.card.save_button.click()
    assert place.away.answers == [[(FIRST.interval, (Part(FIRST.interval, Said("offline", "Lunch")),))]]
    assert not place.card.isVisible()


def test_later_means_not_by_itself_again(qtbot: QtBot) -> None:
    place = Place(qtbot, ONE)
    place.questions.look()
    place.card.later_button.click()
    assert not place.card.isVisible()
    assert place.away.put_off[-1] == {FIRST.interval}


def test_a_look_at_the_same_question_leaves_a_half_answer_alone(qtbot: QtBot) -> None:
    place = Place(qtbot, ONE)
    place.questions.look()
    editor = place.card.editor
    assert editor is not None
    editor.first.choice.setCurrentIndex(editor.first.choice.count() - 1)
    editor.first.name.setText("Wal")
    place.questions.look_now()
    assert place.card.editor is editor
    assert editor.first.name.text() == "Wal"


def test_looks_are_not_made_with_every_change_of_the_day(qtbot: QtBot) -> None:
    place = Place(qtbot, ONE)
    for _ in range(5):
        place.questions.look(object())
    assert len(place.away.put_off) == 1


def test_a_refusal_is_said_on_the_card(qtbot: QtBot) -> None:
    place = Place(qtbot, ONE)
    place.questions.look()
    place.away.error = UsageError("<b>No</b>.")
    place.card.save_button.click()
    assert "<b>No</b>." in place.card.error.text()
    assert place.card.isVisible()
    assert place.card.save_button.isEnabled()


def test_in_the_evening_all_are_gone_through_in_a_dialog_the_person_opens(qtbot: QtBot) -> None:
    place = Place(qtbot, ALL)
    place.questions.look()
    assert place.questions.dialog is None
    place.card.save_button.click()
    dialog = place.questions.dialog
    assert dialog is not None
    assert [row.editor.gap for row in dialog.rows] == [FIRST, SECOND]
    place.away.error = UsageError("Not so.")
    dialog.save_button.click()
    assert "Not so." in dialog.error.text()
    place.away.error = None
    dialog.save_button.click()
    assert len(place.away.answers[0]) == 2
    assert place.questions.dialog is None
    assert not place.card.isVisible()


def test_not_today_is_the_end_of_it_until_there_is_more(qtbot: QtBot) -> None:
    place = Place(qtbot, ALL)
    place.questions.look()
    place.card.later_button.click()
    assert not place.card.isVisible()
    place.away.wanted = Asking((SECOND,), together=True)
    place.questions.look_now()
    assert not place.card.isVisible()


def test_everything_on_the_card_is_plain_text(qtbot: QtBot) -> None:
    place = Place(qtbot, ONE)
    place.questions.look()
    labels = place.card.findChildren(QLabel)
    assert all(label.textFormat() == label.textFormat().PlainText for label in labels)


def test_today_has_the_card(qtbot: QtBot) -> None:
    page = TodayPage(dressed(LIGHT), clock=StandingClock(0))
    qtbot.addWidget(page)
    page.away.ask(ONE, TREE)
    assert page.away.isVisibleTo(page)
