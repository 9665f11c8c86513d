"""How nudges of each level are given, answered, and gone again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from helpers.dressed import dressed
from helpers.fake_engine import sample_summary
from helpers.keeper_room import KeeperRoom, nudge_of
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.focus.corner import CornerNudge
from desktop_app.focus.friction import GUARD_MS, FrictionWindow
from desktop_app.focus.nudger import FocusNudger
from desktop_app.focus.screens import lower_corner
from desktop_app.theme import LIGHT
from engine.domain.focus_choices import Level
from engine.domain.focus_session import NudgeAnswer

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Nudged:
    """A nudger on a running session."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot, self.room = qtbot, KeeperRoom()
        self.nudger = FocusNudger(dressed(LIGHT), self.room.keeper, clock=self.room.clock)
        summary = sample_summary()
        assert summary.current is not None
        self.room.history.summary = replace(summary, current=replace(summary.current, app="lutris"))
        self.room.keeper.start(intention="Chapter three")

    def press(self, key: Qt.Key) -> None:
        """Press a key in the window shown."""
        assert self.nudger.window is not None
        QTest.keyClick(self.nudger.window, key)

    def give(self, level: Level) -> Any:
        """Have the engine nudge; returns the window shown, None for none."""
        self.room.focus.nudge = nudge_of(level)
        self.room.keeper.look()
        return self.nudger.window

    @property
    def answers(self) -> list[object]:
        """What was answered so far."""
        return [one[2] for one in self.room.focus.asked if one[0] == "answered"]


@pytest.fixture
def nudged(qtbot: QtBot) -> Iterator[Nudged]:
    made = Nudged(qtbot)
    yield made
    made.nudger.rest()
    made.room.keeper.close()


def test_a_notice_is_said_by_the_desktop_and_shown_in_the_corner_only_where_it_cannot(nudged: Nudged) -> None:
    said: list[str] = []
    nudged.nudger.say = lambda _nudge, text: said.append(text)
    assert nudged.give(Level.NOTICE) is None
    assert [text.replace("\u2068", "").replace("\u2069", "") for text in said] == ["Lutris has been in front for 75 s."]
    assert nudged.nudger.nudge is not None
    nudged.nudger.show_aside(nudged.nudger.nudge)
    window = nudged.nudger.window
    assert isinstance(window, CornerNudge)
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    window.more_button.click()
    assert nudged.answers == ["more"]
    assert nudged.nudger.window is None


def test_friction_lets_one_go_on_only_after_the_countdown(nudged: Nudged) -> None:
    window = nudged.give(Level.FRICTION)
    assert isinstance(window, FrictionWindow)
    assert "Chapter three" in window.meant.text()
    assert window.left_s == 10
    assert window.back_button.isVisible()
    assert not window.more_button.isVisible()
    assert not window.work_button.isVisible()
    window._seconds = 0
    window._count()
    assert window.more_button.isVisible()
    assert window.work_button.isVisible()


def test_keys_pressed_by_someone_who_was_typing_do_nothing_but_escape_always_leaves(nudged: Nudged) -> None:
    window = nudged.give(Level.FRICTION)
    assert window._since.elapsed() < GUARD_MS
    nudged.press(Qt.Key.Key_Return)
    assert nudged.answers == []
    nudged.press(Qt.Key.Key_Escape)
    assert nudged.answers == ["more"]
    assert nudged.nudger.window is None


def test_enter_goes_back_to_work_once_it_was_meant(nudged: Nudged) -> None:
    window = nudged.give(Level.FRICTION)
    nudged.qtbot.waitUntil(lambda: window._since.hasExpired(GUARD_MS))
    nudged.press(Qt.Key.Key_Return)
    assert nudged.answers == ["back"]


def test_everything_goes_with_the_session(nudged: Nudged) -> None:
    assert nudged.give(Level.FRICTION) is not None
    nudged.room.keeper.stop()
    assert nudged.nudger.window is None
    assert nudged.nudger.nudge is None


def test_nothing_is_closed_without_a_contract(nudged: Nudged) -> None:
    assert isinstance(nudged.give(Level.CLOSE), FrictionWindow)
    assert not [one for one in nudged.room.focus.asked if one[0] == "close"]


def test_a_contract_closes_says_so_and_can_be_left(nudged: Nudged) -> None:
    nudged.room.focus.now_ms = nudged.room.clock.wall_ms
    nudged.room.keeper.make_contract(60)
    window = nudged.give(Level.CLOSE)
    assert ("close", "lutris") in nudged.room.focus.asked
    assert isinstance(window, CornerNudge)
    assert "asked to close" in window.text.text()
    nudged.room.history.summary = sample_summary()  # it went, and what was done is told for a while longer
    nudged.room.keeper.look()
    assert nudged.nudger.window is window
    window.leave_button.click()
    assert ("leave",) in nudged.room.focus.asked
    assert nudged.room.keeper.now.contract is None
    assert nudged.nudger.window is None


def test_what_cannot_be_closed_is_held_up(nudged: Nudged) -> None:
    nudged.room.keeper.make_contract(60)
    nudged.room.focus.closes = False
    assert isinstance(nudged.give(Level.CLOSE), FrictionWindow)


def test_an_answer_is_taken_once(nudged: Nudged) -> None:
    window = nudged.give(Level.FRICTION)
    given: list[NudgeAnswer] = []
    window.answered.connect(given.append)
    nudged.press(Qt.Key.Key_Escape)
    window._say(NudgeAnswer.WORK)
    assert len(given) == 1


@pytest.mark.parametrize(
    ("room", "place"),
    [(QRect(0, 0, 1280, 800), QPoint(856, 676)), (QRect(1280, 0, 300, 80), QPoint(1280, 0))],
)
def test_the_corner_of_the_screen_that_is_looked_at(room: QRect, place: QPoint) -> None:
    assert lower_corner(room, QSize(400, 100), 24) == place
