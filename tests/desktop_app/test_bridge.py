"""The window hears of changes by itself, and reads no more than it must."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from helpers.fake_engine import FakeEngine, sample_summary
from pytestqt.qtbot import QtBot

from desktop_app.background import Background
from desktop_app.bridge import POLL_MS, EngineBridge
from engine.domain.errors import StorageBusy
from engine.domain.health import RecorderHealth, RecorderState


@pytest.fixture
def engine(tmp_path: Path) -> FakeEngine:
    return FakeEngine(tmp_path)


@pytest.fixture
def bridge(engine: FakeEngine, qtbot: QtBot) -> Iterator[EngineBridge]:
    background = Background()
    made = EngineBridge(cast("Any", engine), background)
    with qtbot.waitSignals([made.health_changed, made.day_changed]):
        made.start()
    yield made
    made.stop()
    background.close()
    made.deleteLater()
    background.deleteLater()
    qtbot.wait(1)


def test_a_change_is_told_within_two_seconds(bridge: EngineBridge, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.history.summary = replace(sample_summary(), switches=7)
    with qtbot.waitSignal(bridge.day_changed, timeout=2_000) as heard:
        engine.touch()
    assert heard.args[0].switches == 7


def test_nothing_new_is_not_read_again(bridge: EngineBridge, engine: FakeEngine, qtbot: QtBot) -> None:
    bridge._polls, before = 0, engine.history.reads
    qtbot.wait(2 * POLL_MS)
    assert engine.history.reads == before


def test_the_open_activity_grows_on_the_page_without_a_change(bridge: EngineBridge, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bridge.day_changed, timeout=3_000):
        pass


def test_a_dead_recorder_is_noticed(bridge: EngineBridge, engine: FakeEngine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bridge.health_changed, timeout=2_000) as heard:
        engine.recording.become(RecorderHealth(RecorderState.STOPPED))
    assert heard.args[0].state is RecorderState.STOPPED


def test_another_launch_is_heard_once(bridge: EngineBridge, engine: FakeEngine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bridge.raise_requested, timeout=2_000):
        engine.window.raise_other()
    with qtbot.assertNotEmitted(bridge.raise_requested, wait=2 * POLL_MS):
        pass


def test_a_hidden_window_reads_no_day_and_catches_up(bridge: EngineBridge, engine: FakeEngine, qtbot: QtBot) -> None:
    bridge.want_day(False)
    before = engine.history.reads
    with qtbot.waitSignal(bridge.health_changed, timeout=2_000):
        engine.touch()
    assert engine.history.reads == before
    with qtbot.waitSignal(bridge.day_changed, timeout=2_000):
        bridge.want_day(True)


def test_a_busy_database_is_asked_again(bridge: EngineBridge, engine: FakeEngine, qtbot: QtBot) -> None:
    def busy(_day: object) -> Any:
        raise StorageBusy("wait a moment")

    answer, engine.history.day = engine.history.day, busy  # type: ignore[method-assign]
    with qtbot.waitSignal(bridge._background.failed, timeout=2_000):
        engine.touch()
    with qtbot.assertNotEmitted(bridge._background.failed, wait=2 * POLL_MS):
        pass  # said once, not at every look
    engine.history.day = answer  # type: ignore[method-assign]
    with qtbot.waitSignal(bridge.day_changed, timeout=2_000):
        engine.touch()


def test_the_window_goes_on_looking_after_an_error_nobody_expected(
    bridge: EngineBridge, engine: FakeEngine, qtbot: QtBot
) -> None:
    def broken(_day: object) -> Any:
        raise ValueError("not foreseen")

    answer, engine.history.day = engine.history.day, broken  # type: ignore[method-assign]
    with qtbot.captureExceptions() as caught:
        engine.touch()
        qtbot.waitUntil(lambda: bool(caught), timeout=2_000)
    engine.history.day = answer  # type: ignore[method-assign]
    with qtbot.waitSignal(bridge.day_changed, timeout=3_000):
        engine.touch()
