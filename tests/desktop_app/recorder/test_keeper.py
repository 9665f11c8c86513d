"""A recorder runs while the window is open, unless the person stopped it."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.launches import Launches
from pytestqt.qtbot import QtBot

from desktop_app.recorder.keeper import FAST_TRIES, RecorderKeeper, start_detached
from engine.domain.health import RecorderHealth, RecorderState

STOPPED = RecorderHealth(RecorderState.STOPPED)
RUNNING = RecorderHealth(RecorderState.RECORDING, pid=1, beat_ms=5)
BLIND = RecorderHealth(RecorderState.BLIND, pid=1, beat_ms=5, message="The X server ended the connection.")
STARTING = RecorderHealth(RecorderState.STARTING)


def test_none_is_started_before_one_is_wanted() -> None:
    starts = Launches()
    RecorderKeeper(["recorder"], starts).watch(STOPPED)
    assert starts.commands == []


def test_one_is_started_where_none_runs_and_only_once_while_it_starts() -> None:
    starts = Launches()
    keeper = RecorderKeeper(["recorder", "--profile"], starts)
    keeper.want(True)
    for _ in range(3):
        keeper.watch(STOPPED)
    assert starts.commands == [("recorder", "--profile")]


def test_one_that_dies_is_started_again_at_once() -> None:
    starts = Launches()
    keeper = RecorderKeeper(["recorder"], starts)
    keeper.want(True)
    for health in (STOPPED, RUNNING, STOPPED, RUNNING, STOPPED):
        keeper.watch(health)
    assert len(starts.commands) == 3


def test_beside_one_that_lost_its_desktop_another_is_started_once_which_may_take_its_place() -> None:
    starts = Launches()
    keeper = RecorderKeeper(["recorder"], starts)
    keeper.watch(BLIND)
    assert starts.commands == [], "none is wanted yet"
    keeper.want(True)
    for health in (BLIND, BLIND):
        keeper.watch(health)
    assert len(starts.commands) == 1
    for health in (RUNNING, BLIND, BLIND):
        keeper.watch(health)
    assert len(starts.commands) == 2, "each time it loses its desktop"


def test_one_that_the_person_stopped_stays_stopped() -> None:
    starts = Launches()
    keeper = RecorderKeeper(["recorder"], starts)
    keeper.want(True)
    keeper.watch(RUNNING)
    keeper.want(False)
    keeper.watch(STOPPED)
    assert starts.commands == []


def test_one_that_cannot_start_is_not_tried_for_ever(qtbot: QtBot) -> None:
    starts = Launches()
    keeper = RecorderKeeper(["recorder"], starts)
    keeper._grace_ms = 0
    keeper.want(True)
    with qtbot.waitSignal(keeper.trouble):
        for _ in range(FAST_TRIES + 5):
            keeper.watch(STOPPED)
            qtbot.wait(2)
    assert len(starts.commands) == FAST_TRIES


@pytest.mark.parametrize("glimpse", [STARTING, replace(RUNNING, beat_ms=None)], ids=["starting", "an old heartbeat"])
def test_one_that_takes_its_lock_and_ends_is_not_tried_for_ever_either(qtbot: QtBot, glimpse: RecorderHealth) -> None:
    starts = Launches()
    keeper = RecorderKeeper(["recorder"], starts)
    keeper._grace_ms = 0
    keeper.want(True)
    with qtbot.waitSignal(keeper.trouble):
        for _ in range(FAST_TRIES + 5):
            keeper.watch(STOPPED)
            keeper.watch(glimpse)  # it holds its lock, and has said nothing of its own yet
            qtbot.wait(2)
    assert len(starts.commands) == FAST_TRIES


def test_a_program_that_is_not_there_is_trouble(qtbot: QtBot) -> None:
    keeper = RecorderKeeper(["recorder"], Launches(answer=False))
    keeper.want(True)
    with qtbot.waitSignal(keeper.trouble):
        keeper.watch(STOPPED)


def test_a_started_process_is_nobodys_child_and_has_no_streams(tmp_path: Path, qtbot: QtBot) -> None:
    mark = tmp_path / "mark"
    script = (
        "import os, pathlib, sys, time; print('to nowhere');"
        f"path = pathlib.Path({str(mark)!r}); path.with_suffix('.new').write_text(f'{{os.getpid()}} {{os.getppid()}}');"
        "path.with_suffix('.new').replace(path); time.sleep(60)"
    )
    assert start_detached([sys.executable, "-c", script])
    qtbot.waitUntil(mark.exists, timeout=20_000)
    pid, parent = map(int, mark.read_text().split())
    os.kill(pid, signal.SIGKILL)
    assert parent != os.getpid()


def test_a_program_that_does_not_exist_is_said_not_to_start() -> None:
    assert not start_detached(["/nowhere/at/all"])
