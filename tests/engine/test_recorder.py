"""The recorder as a process: every expected trouble gives one clear message, exit 1, and leaves the files alone."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.locks import ProcessLock
from engine.paths import ProfilePaths
from engine.storage.database import Database
from engine.storage.encryption import DRAFT


def record(profile: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the recorder for a moment on a display that does not answer."""
    return subprocess.run(
        (sys.executable, "-m", "engine.recorder", "--profile", str(profile), "--for", "1"),
        env={**os.environ, "DISPLAY": ":4999", **environ},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def text_file(paths: ProfilePaths) -> None:
    paths.database.write_text("my diary, not a database\n" * 100, encoding="utf-8")


def other_database(paths: ProfilePaths) -> None:
    with sqlite3.connect(paths.database) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()


def newer_database(paths: ProfilePaths) -> None:
    Database.open(paths.database).close()
    with sqlite3.connect(paths.database) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA user_version = 9999")
    connection.close()


def bad_settings(paths: ProfilePaths) -> None:
    paths.settings.write_text("[tracking]\nidle_after_s = 'soon'\n", encoding="utf-8")


def bad_pattern(paths: ProfilePaths) -> None:
    paths.settings.write_text("[privacy]\nexcluded_titles = ['(']\n", encoding="utf-8")


def content(folder: Path) -> dict[str, str]:
    """Return every file of the folder with its hash, the log, lock and count of the attempt itself left out."""
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.iterdir()
        if file.is_file() and file.name not in {"recorder.lock", "network.txt"}
    }


def test_why_it_ended_stands_in_its_log_too(tmp_path: Path) -> None:
    paths = ProfilePaths(tmp_path / "profile").ensure()
    bad_pattern(paths)
    record(paths.folder)
    log = (paths.logs / "recorder.log").read_text(encoding="utf-8")
    assert "This pattern cannot be used" in log, "the window starts it without a stderr, and sends people to the log"
    assert "a “(” is not closed" in log


def test_what_a_killed_conversion_left_in_the_clear_is_removed(tmp_path: Path) -> None:
    paths = ProfilePaths(tmp_path / "profile").ensure()
    Database.open(paths.database).close()
    left = [paths.database.with_name(paths.database.name + DRAFT + ending) for ending in ("", "-wal")]
    for file in left:
        file.write_bytes(b"everything in the clear")
    record(paths.folder)
    assert not any(file.exists() for file in left)


@pytest.mark.parametrize(
    ("spoil", "title"),
    [
        (text_file, "This is not a Kairos database"),
        (other_database, "This is not a Kairos database"),
        (newer_database, "This data is from a newer Kairos"),
        (bad_settings, "The settings cannot be used"),
        (bad_pattern, "This pattern cannot be used"),
    ],
)
def test_what_cannot_be_used_is_named_and_left_alone(
    tmp_path: Path, spoil: Callable[[ProfilePaths], None], title: str
) -> None:
    paths = ProfilePaths(tmp_path / "profile").ensure()
    spoil(paths)
    before = content(paths.folder)
    done = record(paths.folder)
    assert done.returncode == 1
    assert done.stderr.splitlines()[0] == title
    assert len(done.stderr.splitlines()) == 2
    assert content(paths.folder) == before


def test_a_second_recorder_says_who_records_and_that_nothing_is_wrong(tmp_path: Path) -> None:
    paths = ProfilePaths(tmp_path / "profile").ensure()
    with ProcessLock(paths.recorder_lock) as lock:
        lock.acquire(who="recorder")
        done = record(paths.folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"This profile is being recorded already (process {os.getpid()}).\n"


def test_without_a_display_it_says_so(tmp_path: Path) -> None:
    done = record(tmp_path / "profile", DISPLAY="")
    assert done.returncode == 1
    assert done.stderr.startswith("Kairos cannot see the desktop\n")
    assert "DISPLAY" in done.stderr


def test_a_display_that_does_not_answer_is_named(tmp_path: Path) -> None:
    done = record(tmp_path / "profile")
    assert done.returncode == 1
    assert ":4999" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_profile_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("x", encoding="utf-8")
    done = record(tmp_path / "profile")
    assert done.returncode == 1
    assert done.stderr.startswith("The data folder cannot be used\n")


def test_wrong_words_are_a_usage_error(tmp_path: Path) -> None:
    done = subprocess.run(
        (sys.executable, "-m", "engine.recorder", "--for", "soon"), capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
