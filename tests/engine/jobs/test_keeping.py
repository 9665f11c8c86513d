"""The worker that keeps the data safe: copies what changed, checks what is due, puts right what is damaged."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.manual_clock import ManualClock
from helpers.morning import history, store

from engine.api import Backups
from engine.bootstrap.keeping import keeping_wanted
from engine.bootstrap.opening import open_database
from engine.domain.backups import BackupReason
from engine.domain.clock import MS_PER_HOUR
from engine.domain.database_key import DatabaseKey
from engine.domain.errors import StorageDamaged, StorageError
from engine.domain.job_runs import KEEP, JobOutcome
from engine.jobs.keeping import Keeping
from engine.launch import WorkerJob
from engine.locks import ProcessLock
from engine.paths import ProfilePaths
from engine.storage.database import Database
from engine.storage.jobs import JobStore


@pytest.fixture
def paths(tmp_path: Path) -> ProfilePaths:
    """A profile with a morning in it."""
    store(tmp_path / "profile", history())
    return ProfilePaths(tmp_path / "profile")


@pytest.fixture
def backups(paths: ProfilePaths) -> Iterator[Backups]:
    """Its backups, by a clock that stands."""
    with closing(Database.open(paths.database)) as database:
        yield Backups(paths, database, ManualClock())


def tag(paths: ProfilePaths, name: str) -> None:
    with closing(Database.open(paths.database)) as database, database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO tag (name) VALUES (?)", (name,))


def damage(path: Path, page: int = 5) -> None:
    data = bytearray(path.read_bytes())
    data[4_096 * page : 4_096 * (page + 1)] = b"\xa5" * 4_096
    path.write_bytes(data)


def test_the_first_run_checks_and_copies_and_the_next_does_neither(paths: ProfilePaths, backups: Backups) -> None:
    clock = ManualClock()
    work = Keeping(backups, clock, 0)
    work.run()
    (made,) = backups.list()
    assert made.reason is BackupReason.SCHEDULED
    report = backups.last_check()
    assert report is not None
    assert report.whole
    tag(paths, "later")
    work.run()
    assert backups.list() == (made,), "half an hour has not passed"


def test_what_did_not_change_is_not_copied_again(paths: ProfilePaths) -> None:
    clock = ManualClock()
    with closing(Database.open(paths.database)) as database:
        backups = Backups(paths, database, clock)
        made = backups.keep()
        clock.run(MS_PER_HOUR)
        assert backups.keep() is None
        tag(paths, "later")
        again = backups.keep()
    assert made is not None
    assert again is not None
    assert again.mark != made.mark


def test_damage_is_put_right_by_itself(paths: ProfilePaths, backups: Backups) -> None:
    backups.make(BackupReason.BY_HAND)
    damage(paths.database)
    Keeping(backups, ManualClock(), 0).run()
    report = backups.last_check()
    assert report is not None
    assert (report.whole, report.salvaged is not None) == (True, True)
    with closing(Database.open(paths.database)) as database:
        assert database.integrity() == []


def test_a_window_that_is_open_is_named(paths: ProfilePaths, backups: Backups) -> None:
    damage(paths.database)
    with ProcessLock(paths.window_lock) as lock:
        lock.acquire(who="window")
        paths.window_lock.write_text("1\n")
        with pytest.raises(StorageDamaged, match="Close the window"):
            Keeping(backups, ManualClock(), 0).run()
    report = backups.last_check()
    assert report is not None
    assert not report.whole


def test_the_recorder_is_told_by_times_alone(paths: ProfilePaths, backups: Backups) -> None:
    clock = ManualClock()
    wanted = keeping_wanted(paths, clock)
    assert wanted()
    Keeping(backups, clock, 0).run()
    for path in (paths.check, *paths.backups.iterdir(), paths.database):
        now_ms = clock.now().wall_ms
        os.utime(path, ns=(now_ms * 1_000_000, now_ms * 1_000_000))
    assert not wanted()


def test_the_worker_itself(paths: ProfilePaths) -> None:
    with closing(Database.open(paths.database)) as database:
        JobStore(database).begin(KEEP, 1)
        command = [sys.executable, "-m", "engine.worker", WorkerJob.KEEP, "--profile", str(paths.folder)]
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
        assert (done.returncode, done.stderr) == (0, "")
        assert JobStore(database).all()[KEEP.name].outcome is JobOutcome.DONE
        assert len(Backups(paths, database, ManualClock()).list()) == 1


def record(paths: ProfilePaths) -> str:
    """Run the recorder on a display that does not answer, and return its log."""
    subprocess.run(
        (sys.executable, "-OO", "-m", "engine.recorder", "--profile", str(paths.folder), "--for", "1"),
        env={**os.environ, "DISPLAY": ":4999"},
        check=False,
        capture_output=True,
        timeout=60,
    )
    return (paths.logs / "recorder.log").read_text(encoding="utf-8")


def test_a_recorder_that_meets_damage_at_its_start_puts_it_right(paths: ProfilePaths, backups: Backups) -> None:
    made = backups.make(BackupReason.BY_HAND)
    data = bytearray(paths.database.read_bytes())
    data[110:4_096] = b"\xa5" * (4_096 - 110)
    paths.database.write_bytes(data)
    record(paths)
    with closing(Database.open(paths.database)) as database, database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM activity").scalar_one() == made.activities
    assert list(paths.backups.glob("damaged-*"))


def test_one_bit_at_the_beginning_of_an_encrypted_file_is_no_wrong_key(tmp_path: Path) -> None:
    key = DatabaseKey(bytes(32))
    paths = replace(ProfilePaths(tmp_path / "profile").ensure(), key=key)
    with closing(Database.open(paths.database, key)) as database, database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO tag (name) VALUES ('kept')")
    data = bytearray(paths.database.read_bytes())
    data[3] ^= 4
    paths.database.write_bytes(data)
    with closing(open_database(paths)) as database, database.reading() as connection:
        assert connection.exec_driver_sql("SELECT name FROM tag").scalar_one() == "kept"


def test_what_a_check_found_while_the_window_was_open_is_put_right_at_the_next_start(
    paths: ProfilePaths, backups: Backups
) -> None:
    with closing(Database.open(paths.database)) as database, database.reading() as connection:
        page = connection.exec_driver_sql("SELECT rootpage FROM sqlite_master WHERE name = 'tag'").scalar_one()
    data = bytearray(paths.database.read_bytes())
    data[(page - 1) * 4_096 : page * 4_096] = b"\xa5" * 4_096  # a page that nobody reads to open the file
    paths.database.write_bytes(data)
    assert not backups.check().whole
    with closing(open_database(paths)):
        assert not list(paths.backups.glob("damaged-*")), "a command of a terminal leaves it alone"
    with ProcessLock(paths.window_lock) as lock:
        lock.acquire(who="window")
        open_database(paths).close()
    assert list(paths.backups.glob("damaged-*"))
    report = backups.last_check()
    assert report is not None
    assert report.whole


@pytest.mark.parametrize("spoilt", [bytes(4_096), b"\xa5" * 4_096])
def test_a_plain_database_without_its_beginning_is_damaged_and_not_somebody_elses(
    paths: ProfilePaths, backups: Backups, spoilt: bytes
) -> None:
    made = backups.make(BackupReason.BY_HAND)
    backups.check()
    paths.database.write_bytes(spoilt + paths.database.read_bytes()[4_096:])
    with closing(open_database(paths)) as database, database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM activity").scalar_one() == made.activities


def test_what_was_never_known_to_be_ours_is_left_alone(tmp_path: Path) -> None:
    paths = ProfilePaths(tmp_path / "profile").ensure()
    paths.database.write_text("my diary\n" * 1_000, encoding="utf-8")
    with pytest.raises(StorageError):
        open_database(paths)
    assert paths.database.read_text(encoding="utf-8").startswith("my diary")
    assert not paths.backups.exists()
