"""A window on made-up days records nothing, and says so."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from helpers.command_line import process

from engine.domain.health import RecorderHealth, RecorderState
from engine.domain.sources import Remedy, Source, SourceReport, Standing, Told
from engine.paths import ProfilePaths

PATIENCE_S = 30.0


@pytest.fixture
def bench(open_desk: Any) -> Any:
    made = open_desk(sample=True)
    made.launched = []
    made.desk.keeper._launch = lambda command: made.launched.append(command) or True
    made.engine.recording.become(RecorderHealth(RecorderState.STOPPED))
    made.qtbot.waitUntil(lambda: made.desk.control.health.state is RecorderState.STOPPED)
    made.settle()
    return made


def test_no_recorder_is_started_nor_offered(bench: Any) -> None:
    bench.desk.control.start_now()
    bench.desk.control.try_again()
    bench.settle()
    assert bench.launched == []
    assert not bench.desk.control.start.isVisible()


def test_header_tray_and_live_card_say_that_it_is_a_sample(bench: Any) -> None:
    window = bench.desk.window
    assert "Sample" in window.header.pill.text()
    assert "nothing is recorded" in window.header.pill.toolTip()
    assert "nothing is recorded" in bench.desk.tray.icon.toolTip()
    assert "made up" in window.page._live_card.accessibleDescription()
    assert window.page._live_card.button.isHidden()


def test_what_is_seen_offers_no_recorder_to_start(bench: Any) -> None:
    stopped = SourceReport(Source.RECORDER, Standing.BAD, Told.STOPPED, None, Remedy.START)
    bench.engine.sources.reports = (stopped,)
    bench.desk.control.checkup.trigger()
    doctor = bench.desk.checkup.doctor
    bench.qtbot.waitUntil(lambda: Source.RECORDER in doctor.rows)
    shown = doctor.rows[Source.RECORDER].shown
    assert (shown.standing, shown.told) == (Standing.OFF, Told.SAMPLE)
    assert doctor.rows[Source.RECORDER].button.isHidden()


def test_its_title_says_sample_and_closing_it_ends_it(bench: Any) -> None:
    assert bench.desk.window.windowTitle() == "Sample — Kairos"
    bench.desk.window.close()
    assert bench.ended == [0]


def _until(condition: Any) -> bool:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize(
    ("words", "records"), [(("engine.cli", "demo", "--days", "1"), False), (("desktop_app",), True)]
)
def test_the_window_of_demo_starts_no_recorder_and_any_other_does(
    tmp_path: Path, words: tuple[str, ...], records: bool
) -> None:
    profile = tmp_path / "profile"
    process("demo", "--days", "1", "--no-window", "--profile", str(profile))
    command = [sys.executable, "-m", *words, "--profile", str(profile)]
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    lock = ProfilePaths(profile).recorder_lock
    with subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as window:
        try:
            if records:
                assert _until(lock.exists)
            else:
                assert _until((profile / "logs" / "window.log").exists)
                time.sleep(3.0)  # longer than the window needs to ask for the recorder's health and to start one
                assert not lock.exists()
        finally:
            window.terminate()
            window.wait(PATIENCE_S)
