"""The guard of tests/conftest.py sees what a test leaves behind."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from helpers.leaks import Snapshot

NO_WAIT = 0.0


def test_a_thread_left_behind_is_seen(tmp_path: Path) -> None:
    before = Snapshot(tmp_path, qt=False)
    release = threading.Event()
    thread = threading.Thread(target=release.wait, name="stray")
    thread.start()
    left = before.left(NO_WAIT)
    release.set()
    thread.join()
    assert left == ["thread: stray"]
    assert before.left() == []


def test_a_child_process_left_behind_is_seen(tmp_path: Path) -> None:
    before = Snapshot(tmp_path, qt=False)
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        left = before.left(NO_WAIT)
    assert [line.split()[:3] for line in left] == [["child", "process:", str(child.pid)]]
    assert before.left() == []


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="open files are listed in /proc")
def test_a_file_left_open_is_seen(tmp_path: Path) -> None:
    before = Snapshot(tmp_path, qt=False)
    with (tmp_path / "history").open("w"):
        left = before.left(NO_WAIT)
    assert left == [f"open file: {tmp_path / 'history'}"]
    assert before.left() == []


def test_a_running_timer_left_behind_is_seen(qapp: object, tmp_path: Path) -> None:
    from PySide6.QtCore import QTimer

    before = Snapshot(tmp_path, qt=True)
    timer = QTimer()
    timer.start(60_000)
    left = before.left(NO_WAIT)
    timer.stop()
    assert len(left) == 1
    assert left[0].startswith("timer: QTimer every 60000 ms")
    assert before.left() == []
