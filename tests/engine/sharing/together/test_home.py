"""The folder of the process that speaks: gone with it, and where it was killed, at the next start; never another's."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from engine.sharing.together.home import HELD, home

_LIVES = "from engine.sharing.together.home import home\nwith home() as own: print(own, flush=True); input()"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where folders for a while are made."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def aged(path: Path) -> Path:
    os.utime(path, (1, 1))
    return path


def left(folder: Path, name: str, *files: str) -> Path:
    made = folder / name
    made.mkdir()
    for file in files:
        (made / file).write_text("1\n")
    return aged(made)


def test_what_a_killed_one_left_is_gone_at_the_next_start_and_a_living_one_stays(folder: Path) -> None:
    words = (sys.executable, "-c", _LIVES)
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        own = aged(Path(process.stdout.readline().strip()))
        assert own.parent == folder
        with home() as other:
            assert own.is_dir()
            assert other != own
        process.kill()
        process.wait()
    assert aged(own).is_dir()
    with home() as other:
        assert list(folder.iterdir()) == [other]
    assert list(folder.iterdir()) == []


def test_nothing_but_what_an_own_one_left_is_taken_away(folder: Path) -> None:
    outside = left(folder, "outside", HELD)
    kept = [
        left(folder, "kairos-together-unmarked", "mine.txt"),  # nothing tells whether anybody holds it
        left(folder, "kairos-other", HELD),
        outside,
    ]
    link = folder / "kairos-together-link"
    link.symlink_to(outside)
    fresh = left(folder, "kairos-together-fresh", HELD)
    os.utime(fresh)  # it may just be about to be held
    with home() as own:
        assert set(folder.iterdir()) == {own, link, fresh, *kept}


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can make another's folder")
def test_what_belongs_to_another_person_stays(folder: Path) -> None:
    others = left(folder, "kairos-together-others", HELD)
    os.chown(others, 12345, 12345)
    with home() as own:
        assert set(folder.iterdir()) == {own, others}
