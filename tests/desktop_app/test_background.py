"""Questions are answered off the GUI thread and answers arrive on it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from desktop_app.background import Background
from engine.domain.errors import StorageBusy


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()
    made.deleteLater()
    qtbot.wait(1)


def test_the_question_runs_elsewhere_and_the_answer_here(background: Background, qtbot: QtBot) -> None:
    answers: list[tuple[str, str]] = []
    background.ask(
        background,
        lambda: threading.current_thread().name,
        lambda asked: answers.append((asked, threading.current_thread().name)),
    )
    qtbot.waitUntil(lambda: bool(answers))
    asked, answered = answers[0]
    assert asked.startswith("engine")
    assert answered == threading.main_thread().name


def test_answers_come_in_the_order_asked(background: Background, qtbot: QtBot) -> None:
    answers: list[int] = []
    for number in range(20):
        background.ask(background, lambda number=number: number, answers.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(answers) == 20)
    assert answers == list(range(20))
    assert background.waiting == 0


def _busy() -> None:
    raise StorageBusy("wait a moment")


def test_an_expected_error_goes_to_the_asker(background: Background, qtbot: QtBot) -> None:
    failed: list[Exception] = []
    background.ask(background, _busy, None, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], StorageBusy)


def test_an_expected_error_nobody_takes_is_announced(background: Background, qtbot: QtBot) -> None:
    with qtbot.waitSignal(background.failed) as heard:
        background.ask(background, _busy)
    assert isinstance(heard.args[0], StorageBusy)


def test_a_mistake_of_ours_is_raised_on_the_gui_thread(background: Background, qtbot: QtBot) -> None:
    with capture_exceptions() as caught:
        background.ask(background, lambda: 1 // 0)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_the_answer_for_one_who_is_gone_is_dropped(background: Background, qtbot: QtBot) -> None:
    answers: list[bool] = []
    owner, release = QObject(), threading.Event()
    background.ask(owner, release.wait, answers.append)
    owner.deleteLater()
    qtbot.wait(5)
    release.set()
    qtbot.waitUntil(lambda: background.waiting == 0)
    assert answers == []


def test_closing_leaves_no_thread_and_takes_no_more_questions(background: Background, qtbot: QtBot) -> None:
    background.ask(background, lambda: 1, lambda _: None)
    background.close()
    background.ask(background, lambda: 1, lambda _: pytest.fail("asked after closing"))
    qtbot.wait(5)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("engine")]


def test_what_is_held_takes_no_further_question_and_answers_those_that_wait(qtbot: QtBot) -> None:
    background = Background()
    told: list[int] = []
    background.ask(background, lambda: 1, told.append)
    background.hold()
    background.ask(background, lambda: 2, told.append)
    qtbot.waitUntil(lambda: background.waiting == 0)
    background.release()
    background.ask(background, lambda: 3, told.append)
    qtbot.waitUntil(lambda: told == [1, 3])
    background.close()
