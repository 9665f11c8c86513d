"""`kairos stop` ends what records, and starts nothing in its place."""

from __future__ import annotations

import subprocess
import sys

from helpers.command_line import Commands

from engine.locks import ProcessLock, is_held
from engine.paths import ProfilePaths

HOLDER = """
import pathlib, sys
from engine.locks import ProcessLock
lock = ProcessLock(pathlib.Path(sys.argv[1])); lock.acquire(who="recorder")
print("held", flush=True); sys.stdin.read()
"""


def test_the_recorder_ends_and_stays_away(kairos: Commands) -> None:
    paths = ProfilePaths(kairos.folder).ensure()
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(paths.recorder_lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as recorder:
        assert recorder.stdout is not None
        recorder.stdout.readline()
        answer = kairos("stop")
        assert recorder.wait(10) == -15
    assert (answer.status, answer.out) == (0, "Recording has ended.\n")
    assert not is_held(paths.recorder_lock)


def test_nothing_that_runs_is_fine_and_makes_no_profile(kairos: Commands) -> None:
    assert kairos("stop").out == "Nothing was recording.\n"
    assert not kairos.folder.exists()


def test_a_window_is_the_persons_to_close(kairos: Commands) -> None:
    paths = ProfilePaths(kairos.folder).ensure()
    code = HOLDER.replace('who="recorder"', 'who="window"')
    with subprocess.Popen(
        [sys.executable, "-c", code, str(paths.window_lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as window:
        assert window.stdout is not None
        window.stdout.readline()
        answer = kairos("stop")
        assert window.poll() is None
        window.kill()
    assert answer.status == 1
    assert "Close it and try again." in answer.err
    with ProcessLock(paths.recorder_lock) as free:
        free.acquire(who="test")
