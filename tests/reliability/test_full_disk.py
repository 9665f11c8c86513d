"""A disk that fills up, or fails, while recording: said at once, kept in memory, saved as soon as that is possible."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from helpers.desktop_programs import need, wait_until
from helpers.desktop_recorder import RealRecorder, named
from helpers.desktop_x11 import x11_desktop
from helpers.locked_profile import locked_profile, opened_by, passphrase_file

from engine.bootstrap.opening import open_database
from engine.domain.errors import StorageFull
from engine.domain.health import RecorderState

pytestmark = pytest.mark.desktop
EACH_S = 0.3  # how long a title stands: what shows it and what records it both get their turn on a busy machine


@contextmanager
def disk(folder: Path, size: str) -> Iterator[Path]:
    """Mount a disk of a size."""
    folder.mkdir()
    words = ("mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", str(folder))
    if subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("this user may not mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(("umount", "-l", str(folder)), check=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    with disk(tmp_path / "disk", "2m") as folder:
        yield folder


def fill(path: Path) -> None:
    """Leave not one byte free."""
    with path.open("wb", buffering=0) as file:
        for size in (65_536, 4_096, 512, 1):
            try:
                while True:
                    os.write(file.fileno(), b"\0" * size)
            except OSError:
                continue


@contextmanager
def syncs_fail(pid: int) -> Iterator[None]:
    """Make every sync of the process fail meanwhile, as a failing disk does."""
    need("strace")
    failing = subprocess.Popen(
        (
            "strace",
            "-f",
            "-o",
            "/dev/null",
            "-p",
            str(pid),
            "-e",
            "trace=fsync,fdatasync",
            "-e",
            "inject=fsync,fdatasync:error=EIO",
        ),
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert failing.stderr is not None
        assert "attached" in failing.stderr.readline()
        yield
    finally:
        failing.terminate()
        failing.communicate()


def test_nothing_seen_while_the_disk_was_full_or_failed_is_lost(small_disk: Path, tmp_path: Path) -> None:
    with x11_desktop(tmp_path / "desktop") as desktop:
        window = desktop.xterm("title 0")
        recorder = RealRecorder(desktop.programs, small_disk / "profile")
        recorder.start()
        wait_until(lambda: named(recorder.stored()) == [("XTerm", "title 0")], "the first activity")
        fill(small_disk / "ballast")
        for number in range(1, 50):
            desktop.retitle(window, f"title {number} {'long ' * 100}")
            time.sleep(EACH_S)
        wait_until(
            lambda: recorder.beat_state() is RecorderState.NOT_SAVING, "the word that saving fails", patience_s=5
        )
        (small_disk / "ballast").unlink()
        wait_until(lambda: recorder.beat_state() is RecorderState.RECORDING, "saving to work again", patience_s=8)
        with syncs_fail(recorder.pid):
            for number in range(50, 60):
                desktop.retitle(window, f"title {number}")
                time.sleep(EACH_S)
            wait_until(
                lambda: recorder.beat_state() is RecorderState.NOT_SAVING, "the word that saving fails", patience_s=5
            )
        wait_until(lambda: recorder.beat_state() is RecorderState.RECORDING, "saving to work again", patience_s=8)
        stored = recorder.stop()
    numbers = [int(title.split()[1]) for _, title in named(stored)]
    assert numbers == list(range(60))


@pytest.mark.parametrize("size", ["4k", "8k", "16k"])  # where the first, the second file of keys, the database ends
def test_a_profile_begun_on_a_full_disk_is_begun_anew_once_there_is_room(tmp_path: Path, size: str) -> None:
    with disk(tmp_path / "disk", size) as folder, opened_by(passphrase_file(tmp_path)):
        paths = locked_profile(folder)
        with pytest.raises(StorageFull, match="Free some space"):
            open_database(paths)
        assert paths.keys.exists() == paths.keys_copy.exists()
        subprocess.run(("mount", "-o", "remount,size=8m", str(folder)), check=True)
        database = open_database(paths)
        assert database.key is not None
        database.close()
        assert paths.keys_copy.read_bytes() == paths.keys.read_bytes()
