"""One holder at a time, also across processes; the lock dies with its holder."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.domain.errors import AlreadyRunning, ProfileError
from engine.locks import ProcessLock, is_held

HOLDER = """
import sys, pathlib
from engine.locks import ProcessLock
lock = ProcessLock(pathlib.Path(sys.argv[1])); lock.acquire(who="recorder")
print("held", flush=True); sys.stdin.read()
"""


def test_a_second_holder_is_refused_and_told_who_has_it(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert is_held(path)
        with pytest.raises(AlreadyRunning, match=rf"recorder.*{holder.pid}"):
            ProcessLock(path).acquire(who="recorder")
        holder.kill()
    assert not is_held(path)
    with ProcessLock(path) as lock:
        lock.acquire(who="recorder")
        assert is_held(path)
    assert not is_held(path)


def test_a_lock_that_cannot_be_opened_says_so(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="cannot be opened"):
        ProcessLock(tmp_path / "missing" / "a.lock").acquire(who="recorder")


def test_looking_at_a_free_lock_takes_nothing(tmp_path: Path) -> None:
    assert not is_held(tmp_path / "never.lock")
    assert not (tmp_path / "never.lock").exists()


def test_a_full_disk_does_not_keep_the_lock_from_being_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "pwrite" if hasattr(os, "pwrite") else "write", full)
    with ProcessLock(tmp_path / "a.lock") as lock:
        lock.acquire(who="recorder")
        assert is_held(tmp_path / "a.lock")


@pytest.mark.skipif(sys.platform == "win32", reason="flock is of Unix")
def test_who_only_looks_keeps_nobody_from_taking_it(tmp_path: Path) -> None:
    import fcntl

    path = tmp_path / "recorder.lock"
    looking = os.open(path, os.O_RDWR | os.O_CREAT)
    fcntl.flock(looking, fcntl.LOCK_SH)
    lock = ProcessLock(path, pause=lambda _seconds: os.close(looking))
    lock.acquire(who="recorder")
    lock.release()
