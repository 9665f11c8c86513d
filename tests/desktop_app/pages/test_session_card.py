"""Today starts a session, shows the one going on, and says what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from helpers.dressed import dressed, speaking
from helpers.keeper_room import KeeperRoom
from helpers.manual_clock import MONDAY_NOON_MS
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.choices import Choices
from desktop_app.pages.session import SessionCard
from desktop_app.theme import LIGHT
from desktop_app.widgets.format import Wording
from engine.domain.focus_choices import Rhythm
from engine.domain.focus_session import FocusSession, Phase, Started, Timing
from engine.settings import FocusSettings, Settings

MINUTE = 60_000
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def room(qapp: QApplication) -> Iterator[KeeperRoom]:
    made = KeeperRoom()
    with speaking("en_GB"):
        yield made
    made.keeper.close()


@pytest.fixture
def card(room: KeeperRoom, qtbot: QtBot) -> SessionCard:
    made = SessionCard(dressed(LIGHT), Wording("UTC"))
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.serve(room.keeper, Choices(Settings(focus=FocusSettings(work=45))))
    made.show_day(filled=True)
    made.show()
    return made


def test_a_session_is_started_as_it_was_said(room: KeeperRoom, card: SessionCard) -> None:
    assert card.form.minutes.value() == 45
    card.form.minutes.setValue(30)
    card.form.intention.setText("  Chapter three ")
    QTest.keyClick(card.form.intention, Qt.Key.Key_Return)
    assert room.focus.asked == [("start", Timing(work=30), "Chapter three", Started.WINDOW, 0)]
    assert card.form.intention.text() == ""
    assert not card.form.isVisible()
    assert card.running is not None
    assert card.running.isVisible()


def test_the_keys_stay_on_the_card_when_its_parts_change(room: KeeperRoom, card: SessionCard, qtbot: QtBot) -> None:
    other = QPushButton("Today")
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(other)
    layout.addWidget(card)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    card.form.intention.setFocus()
    QTest.keyClick(card.form.intention, Qt.Key.Key_Return)
    assert card.running is not None
    assert card.running.stop_button.hasFocus()
    other.setFocus()
    card.running.stop_button.click()
    assert other.hasFocus(), "the keys are not taken from elsewhere"
    card.setParent(None)


def test_the_other_rhythms_begin_with_what_most_people_take(room: KeeperRoom, card: SessionCard) -> None:
    form = card.form
    form.rhythm.setCurrentIndex(form.rhythm.findData(Rhythm.POMODORO))
    form.rhythm.activated.emit(form.rhythm.currentIndex())
    assert form.minutes.value() == 25
    form.rhythm.setCurrentIndex(form.rhythm.findData(Rhythm.FLOWTIME))
    form.rhythm.activated.emit(form.rhythm.currentIndex())
    assert not form.minutes.isVisible()
    form.start_button.click()
    assert room.keeper.now.state is not None
    assert room.keeper.now.state.session.timing.rhythm is Rhythm.FLOWTIME


def test_the_block_under_way_is_offered(room: KeeperRoom, card: SessionCard) -> None:
    assert not card.form.block_button.isVisible()
    room.plan.place("Fish & chips", MONDAY_NOON_MS, 30)
    room.keeper.plan.forget()
    room.keeper.look()
    assert card.form.block_button.text() == "Start “Fish && chips”"
    card.form.block_button.click()
    assert room.focus.asked == [("start", Timing(work=30), "Fish & chips", Started.BLOCK, 5)]


def test_the_clock_the_phase_and_the_break_at_a_good_moment(room: KeeperRoom, card: SessionCard) -> None:
    room.focus.run(FocusSession(MONDAY_NOON_MS, None, Timing(Rhythm.POMODORO, 25), id=1))
    room.keeper.look()
    running = card.running
    assert running is not None
    room.clock.run(60_000)
    room.keeper.ticked.emit()
    assert "24:00" in running.ring.accessibleName()
    assert running.worked.text().startswith("Round 1 of 4")
    assert not running.offer.isVisible()
    assert not running.go_on_button.isVisible()
    state = room.focus.state
    assert state is not None
    room.focus.state = replace(state, phase=Phase.OVERTIME, phase_ends_ms=None, break_offered=True)
    room.keeper.look()
    assert running.offer.isVisible()
    assert running.break_button.property("kind") == "primary"
    running.go_on_button.click()
    assert not running.offer.isVisible()
    assert room.focus.asked == []
    running.break_button.click()
    assert running.phase.text() == "Break"
    assert not running.break_button.isVisible()
    running.go_on_button.click()
    assert running.phase.text() == "Focus"


def test_what_came_of_it_is_shown_and_rated(room: KeeperRoom, card: SessionCard) -> None:
    room.keeper.start(Timing())
    room.clock.run(50 * MINUTE)
    room.focus.now_ms = room.clock.wall_ms
    assert card.running is not None
    card.running.stop_button.click()
    report = card.report
    assert report.isVisible()
    assert card.heading.text() == "What came of the session"
    assert [(name.text(), value.text()) for name, value in report.lines] == [
        ("Work", "50 min"),
        ("Focused", "41 min  (85 %)"),
        ("Longest stretch", "22 min"),
        ("Switches", "6"),
    ]
    assert "Mail 4 min · Games 3 min" in report.between.text()
    assert "82" in report.ring.accessibleName()
    report.rating.taps[3].click()
    assert ("rate", 1, 4) in room.focus.asked
    assert [tap.isChecked() for tap in report.rating.taps] == [False, False, False, True, False]
    report.done_button.click()
    assert not report.isVisible()
    assert card.form.isVisible()


def test_a_session_that_cannot_be_started_says_why(room: KeeperRoom, card: SessionCard) -> None:
    room.focus.run(FocusSession(MONDAY_NOON_MS, None, id=9))  # by another process, and not seen yet
    card.form.start_button.click()
    assert card.running is not None
    assert card.running.isVisible()
    assert room.keeper.now.state is not None


def test_an_empty_profile_has_other_worries_but_a_session_shows(room: KeeperRoom, card: SessionCard) -> None:
    card.show_day(filled=False)
    assert not card.isVisible()
    room.keeper.start()
    assert card.isVisible()


def test_a_word_of_the_person_is_never_markup(room: KeeperRoom, card: SessionCard) -> None:
    room.keeper.start(intention="<img src=file:/etc/hostname>" + "x" * 5_000)
    assert card.running is not None
    shown: Any = card.running.intention
    assert shown.textFormat() == Qt.TextFormat.PlainText
    assert len(shown.text()) <= 300


@pytest.mark.parametrize("planned", [False, True])
@pytest.mark.parametrize("width", [430, 640, 900])
def test_nothing_is_wider_than_the_card(room: KeeperRoom, card: SessionCard, width: int, planned: bool) -> None:
    if planned:
        room.plan.place("A title as long as titles of blocks may be, and longer", MONDAY_NOON_MS, 30)
        room.keeper.plan.forget()
    room.keeper.look()
    for step in (700, width):  # as a window is made narrower
        card.resize(step, 300)
        QApplication.processEvents()
    assert card.width() == width
    assert card.form.block_button.isVisible() is planned
    assert card.form.minimumSizeHint().width() <= card.form.width()
