"""The guard of tests/conftest.py sees what a test leaves behind."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from helpers.leaks import Snapshot

NO_WAIT = 0.0
_LEAVE = """
import subprocess, sys
wait = [sys.executable, "-c", "import sys; sys.stdin.read()"]
child = subprocess.Popen(wait, stdout=subprocess.DEVNULL, start_new_session=True)
print(child.pid, flush=True)
child.returncode = 0
"""


@contextmanager
def orphan() -> Iterator[int]:
    """A process whose parent has ended; it ends when its standard input does."""
    reading, writing = os.pipe()
    try:
        said = subprocess.run([sys.executable, "-c", _LEAVE], stdin=reading, stdout=subprocess.PIPE, check=True).stdout
        yield int(said)
    finally:
        os.close(reading)
        os.close(writing)


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

    class OfItsOwnKind(QTimer):
        pass

    before = Snapshot(tmp_path, qt=True)
    timers = QTimer(), OfItsOwnKind()
    for timer in timers:
        timer.start(60_000)
    left = before.left(NO_WAIT)
    for timer in timers:
        timer.stop()
    assert len(left) == 2
    assert left[0].startswith("timer: QTimer every 60000 ms")
    assert before.left() == []


@pytest.mark.skipif(not Path("/proc/self/environ").is_file(), reason="environments are listed in /proc")
def test_a_process_that_left_the_family_is_seen(tmp_path: Path) -> None:
    home = Path(os.environ["HOME"])
    before = Snapshot(tmp_path, qt=False, home=home)
    with orphan() as pid:
        left = before.left(NO_WAIT)
    assert [line.split()[:3] for line in left] == [["detached", "process:", str(pid)]]
    assert before.left() == []
