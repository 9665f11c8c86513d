"""Answering for time away: the guesses, the slider, the list of a whole day, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from helpers.dressed import dressed, speaking
from helpers.fake_away import BEFORE, FIRST, LUNCH, MINUTE_MS, SECOND, TREE, span
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.dialogs.away_time import AwayTime
from desktop_app.dialogs.gap_editor import GapEditor
from desktop_app.dialogs.gap_words import GapWords
from desktop_app.theme import DARK, LIGHT
from desktop_app.theme.shipped import shipped
from desktop_app.widgets.format import Wording
from engine.domain.away import Part
from engine.domain.categories import CategoryTree
from engine.domain.corrections import Said
from engine.domain.errors import UsageError
from engine.domain.stretches import LabelOverride

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def british(qapp: QApplication) -> Iterator[None]:
    with speaking("en_GB"):
        yield


@pytest.fixture
def editor(qtbot: QtBot) -> GapEditor:
    dressed(LIGHT)
    made = GapEditor(FIRST, Wording(), TREE)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(qtbot: QtBot) -> AwayTime:
    dressed(DARK)
    made = AwayTime([FIRST, SECOND], Wording(), TREE)
    qtbot.addWidget(made)
    return made


def choose(editor: GapEditor, text: str) -> None:
    place = next(i for i in range(editor.first.choice.count()) if text in editor.first.choice.itemText(i))
    editor.first.choice.setCurrentIndex(place)


def test_the_best_guess_stands_there_already(editor: GapEditor) -> None:
    assert editor.parts() == (Part(FIRST.interval, LUNCH.said),)
    assert editor.is_whole()


def test_a_break_and_other_guesses_can_be_chosen(editor: GapEditor) -> None:
    choose(editor, "break")
    assert editor.parts() == (Part(FIRST.interval, None),)
    choose(editor, "before")
    assert editor.parts() == (Part(FIRST.interval, BEFORE.said),)


def test_something_else_needs_a_name_and_may_have_a_category(editor: GapEditor) -> None:
    choose(editor, "Something else")
    assert not editor.is_whole()
    QTest.keyClicks(editor.first.name, "Call with Bo")
    editor.first.category.choose(2)
    assert editor.is_whole()
    assert editor.parts() == (Part(FIRST.interval, Said(title="Call with Bo", labels=LabelOverride(2))),)


def test_without_categories_none_can_be_chosen(qtbot: QtBot) -> None:
    made = GapEditor(FIRST, Wording(), CategoryTree(()))
    qtbot.addWidget(made)
    choose(made, "Something else")
    assert made.first.name.isVisibleTo(made)
    assert not made.first.category.isVisibleTo(made)


def test_the_slider_cuts_at_whole_minutes_and_parts_fill_the_gap(editor: GapEditor) -> None:
    editor.split_button.click()
    for place in (editor.slider.minimum(), 10, editor.slider.maximum()):
        editor.slider.setValue(place)
        first, second = editor.parts()
        assert (first.interval.start_ms, second.interval.end_ms) == (FIRST.interval.start_ms, FIRST.interval.end_ms)
        assert first.interval.end_ms == second.interval.start_ms
        assert first.interval.end_ms % MINUTE_MS == 0
        assert first.interval.length_ms > 0 < second.interval.length_ms
    editor.slider.setValue(3)
    assert editor.parts()[0].interval == span(6, 10)


def test_the_slider_is_moved_by_keys(editor: GapEditor, qtbot: QtBot) -> None:
    editor.split_button.click()
    editor.show()
    before = editor.parts()[0].interval.end_ms
    QTest.keyClick(editor.slider, Qt.Key.Key_Right)
    assert editor.parts()[0].interval.end_ms == before + MINUTE_MS


def test_a_half_answer_of_two_parts_is_no_answer(editor: GapEditor) -> None:
    editor.split_button.click()
    editor.second.choice.setCurrentIndex(editor.second.choice.count() - 1)
    assert not editor.is_whole()
    editor.split_button.click()
    assert editor.is_whole()


def test_names_from_elsewhere_are_letters(editor: GapEditor, qtbot: QtBot) -> None:
    assert any("<b>plan</b> (Code)" in editor.first.choice.itemText(i) for i in range(editor.first.choice.count()))


def test_only_what_is_ticked_is_answered_as_one_action(dialog: AwayTime, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.answered) as sent:
        dialog.save_button.click()
    assert [gap for gap, _ in sent.args[0]] == [FIRST.interval, SECOND.interval]
    dialog.rows[0].box.click()
    assert dialog.answers() == [(SECOND.interval, (Part(SECOND.interval, None),))]
    dialog.rows[1].box.click()
    assert not dialog.save_button.isEnabled()


def test_a_press_saves_once(dialog: AwayTime) -> None:
    sent: list[Any] = []
    dialog.answered.connect(sent.append)
    dialog.save_button.click()
    dialog.save_button.click()
    assert len(sent) == 1


def test_what_is_refused_is_said_and_can_be_tried_again(dialog: AwayTime) -> None:
    dialog.save_button.click()
    dialog.refuse(UsageError("<b>No</b> such category."))
    assert "<b>No</b> such category." in dialog.error.text()
    assert dialog.save_button.isEnabled()


def test_an_answer_that_is_not_whole_cannot_be_saved(dialog: AwayTime) -> None:
    box = dialog.rows[0].editor.first
    box.choice.setCurrentIndex(box.choice.count() - 1)
    assert not dialog.save_button.isEnabled()
    box.name.setText("Walk")
    assert dialog.save_button.isEnabled()


def test_everything_is_plain_text(dialog: AwayTime) -> None:
    assert all(label.textFormat() == label.textFormat().PlainText for label in dialog.findChildren(QLabel))


def test_in_chinese(qapp: QApplication, qtbot: QtBot) -> None:
    translator = QTranslator()
    assert translator.load(str(shipped("translations/kairos_zh_CN.qm")))
    qapp.installTranslator(translator)
    try:
        with speaking("zh_CN"):
            words = GapWords(Wording())
            texts = [words.guess(guess) for guess in (LUNCH, *SECOND.guesses)]
            dialog = AwayTime([FIRST], Wording(), TREE)
            qtbot.addWidget(dialog)
            texts += [dialog.windowTitle(), dialog.save_button.text(), dialog.rows[0].box.text()]
    finally:
        qapp.removeTranslator(translator)
    assert all(any("\u4e00" <= character <= "\u9fff" for character in text) for text in texts[:-1]), texts
    assert "Lunch" in texts[0]
    assert "3" in texts[0]
