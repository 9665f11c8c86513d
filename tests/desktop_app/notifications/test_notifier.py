"""What is due is shown by the best means there is; every answer reaches the engine and whoever listens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.background import Background
from desktop_app.notifications import Notifier
from desktop_app.notifications.bubble import Bubble
from desktop_app.notifications.desktop_service import DesktopService
from desktop_app.notifications.texts import NotificationTexts
from engine.domain.errors import StorageBusy
from engine.domain.notifications import Notification, NotificationAction, NotificationKind

MET = Notification("goal_met:1", NotificationKind.GOAL_MET, 0, 9, subject="Work", amount=90, page="reports", others=2)
BREAK = Notification("break_due:1", NotificationKind.BREAK_DUE, 0, 9, amount=95, actions=(NotificationAction.SNOOZE,))


class PlayedService(QObject):
    """Stands in for the desktop's service."""

    acted = Signal(str, str)
    dismissed = Signal(str)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.bubbles: list[Bubble] = []
        self.withdrawn: list[str] = []

    @staticmethod
    def may_be_there() -> bool:
        return True

    def show(self, bubble: Bubble) -> None:
        self.bubbles.append(bubble)

    def withdraw(self, key: str) -> None:
        self.withdrawn.append(key)

    def close(self) -> None:
        """Do nothing."""


class PlayedNotifications:
    """Stands in for the engine's."""

    def __init__(self) -> None:
        self.waiting: list[list[Notification]] = []
        self.answers: list[tuple[str, NotificationAction]] = []
        self.held: list[bool] = []

    def due(self, held: bool = False) -> list[Notification]:
        self.held.append(held)
        if not self.waiting:
            raise StorageBusy("Another program holds the database.")
        return self.waiting.pop(0)

    def answer(self, key: str, action: NotificationAction) -> None:
        self.answers.append((key, action))


class PlayedEngine:
    """An engine of notifications alone."""

    def __init__(self) -> None:
        self.notifications = PlayedNotifications()


class Room:
    """A notifier beside its window, its service and its engine."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(600, 400)
        self.background = Background()
        self.engine = PlayedEngine()
        self.service = PlayedService()
        self.notifier = Notifier(self.window, service=cast("DesktopService", self.service))
        self.notifier.attach(cast("Any", self.engine), self.background)
        self.said: list[tuple[Notification, NotificationAction]] = []
        self.notifier.acted.connect(lambda one, action: self.said.append((one, action)))
        self._qtbot = qtbot

    def ask(self) -> None:
        self.notifier.ask()
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: self.background.waiting == 0)


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    made = Room(qtbot)
    yield made
    made.notifier.close()
    made.background.close()


def test_what_is_due_is_shown_and_an_answer_told(room: Room) -> None:
    room.engine.notifications.waiting = [[MET, BREAK], []]
    room.ask()
    assert [one.key for one in room.service.bubbles] == ["goal_met:1", "break_due:1"]
    assert room.service.bubbles[0].actions == (("default", "Show"),)
    assert room.service.bubbles[1].actions == (("snooze", "Later"),)
    room.service.acted.emit("break_due:1", "snooze")
    room.service.acted.emit("goal_met:1", "default")
    room.service.dismissed.emit("goal_met:1")
    room.settle()
    assert room.said == [(BREAK, NotificationAction.SNOOZE), (MET, NotificationAction.OPEN)]
    assert [action for _, action in room.engine.notifications.answers] == ["snooze", "open"]
    room.ask()
    assert len(room.service.bubbles) == 2


def test_trouble_is_left_to_whoever_reads_the_day_and_asked_again(room: Room) -> None:
    told: list[object] = []
    room.background.failed.connect(told.append)
    room.ask()
    room.engine.notifications.waiting = [[MET]]
    room.notifier.held = lambda: True
    room.ask()
    assert told == []
    assert room.engine.notifications.held == [False, True]
    assert len(room.service.bubbles) == 1


def test_unknown_answers_and_strange_keys_are_nothing(room: Room) -> None:
    room.notifier.show(MET)
    room.service.acted.emit("goal_met:1", "rm -rf")
    room.service.acted.emit("another", "default")
    assert room.said == []
    room.notifier.withdraw(MET)
    assert room.service.withdrawn == ["goal_met:1"]


def test_without_a_service_the_window_says_it_and_its_button_answers(room: Room) -> None:
    room.window.show()
    room.notifier.show(BREAK)
    room.service.failed.emit(room.service.bubbles[0])
    toast = room.notifier.toast
    assert toast is not None
    assert toast.text.startswith("Time for a break · You have been at it for")
    toast.button.click()
    assert room.said == [(BREAK, NotificationAction.SNOOZE)]


@pytest.mark.usefixtures("qapp")
def test_every_kind_has_words_that_are_cut_and_plain() -> None:
    texts = NotificationTexts()
    long = "<b>x</b>\n" + "a" * 5_000
    for kind in NotificationKind:
        said = texts.said(Notification("k", kind, 0, 9, subject=long, amount=7, others=1))
        assert said.title
        assert said.body
        assert len(said.title) < 100
        assert len(said.body) < 200
        assert "\n" not in said.title
        assert said.body.endswith("And 1 more.")
    for action in NotificationAction:
        assert texts.button(action)
