"""A backup is private, whole, proven and listed; whatever goes wrong, those there are stay and nothing half is left."""

from __future__ import annotations

import errno
import os
import signal
import stat
from contextlib import closing
from pathlib import Path

import pytest
from helpers.storage_programs import finish, start
from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity
from engine.domain.backups import BackupReason
from engine.domain.clock import MS_PER_HOUR
from engine.domain.database_key import DatabaseKey
from engine.domain.errors import StorageDamaged, StorageFull
from engine.domain.job_runs import TIDY
from engine.storage import backups, driver
from engine.storage.activities import ActivityStore
from engine.storage.backups import BackupFolder
from engine.storage.connections import connect
from engine.storage.database import Database
from engine.storage.jobs import JobStore
from engine.storage.tables import SCHEMA_VERSION

KEYS = [None, DatabaseKey(bytes(range(32)))]
NOON = 1_795_348_800_000


def fill(path: Path, key: DatabaseKey | None = None, rows: int = 300, first: int = 0) -> None:
    with closing(Database.open(path, key)) as database:
        store = ActivityStore(database)
        store.insert_many(
            Activity(n * 10, n * 10 + 10, seen("app", f"title {n}"), ZONE) for n in range(first, first + rows)
        )


@pytest.fixture
def folder(path: Path) -> BackupFolder:
    fill(path)
    return BackupFolder(path, now_ms=lambda: NOON)


@pytest.mark.parametrize("key", KEYS)
def test_a_backup_says_what_it_holds_and_holds_it(path: Path, key: DatabaseKey | None) -> None:
    fill(path, key)
    folder = BackupFolder(path, key, now_ms=lambda: NOON)
    made = folder.make(BackupReason.BY_HAND)
    assert (made.made_ms, made.reason, made.number) == (NOON, BackupReason.BY_HAND, 1)
    assert (made.activities, made.last_ms, made.schema) == (300, 3_000, SCHEMA_VERSION)
    assert made.encrypted is (key is not None)
    assert made.bytes == made.path.stat().st_size
    assert folder.list() == (made,)
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.folder.stat().st_mode) == 0o700
    with closing(connect(driver.load(), made.path, key)) as copy:
        assert copy.execute("SELECT count(*) FROM activity").fetchone() == (300,)
    assert (b"title 7" in made.path.read_bytes()) is (key is None)
    assert {one.suffix for one in folder.folder.iterdir()} == {".sqlite3"}


def test_what_others_are_about_to_commit_is_not_in_it_and_does_not_hold_it_up(path: Path, folder: BackupFolder) -> None:
    with closing(Database.open(path)) as database, database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO tag (name) VALUES ('later')")
        made = folder.make(BackupReason.SCHEDULED)
    with closing(connect(driver.load(), made.path)) as copy:
        assert copy.execute("SELECT count(*) FROM tag WHERE name = 'later'").fetchone() == (0,)


def test_the_same_data_is_not_copied_twice_and_jobs_are_no_data(path: Path, folder: BackupFolder) -> None:
    first = folder.make(BackupReason.SCHEDULED)
    with closing(Database.open(path)) as database:
        JobStore(database).begin(TIDY, NOON)
    assert folder.make(BackupReason.BULK_EDIT, unless_same=True) == first
    fill(path, rows=1, first=400)
    second = folder.make(BackupReason.BULK_EDIT, unless_same=True)
    assert (first.number, second.number) == (1, 2)


def test_a_clock_set_back_changes_no_order(path: Path, folder: BackupFolder) -> None:
    folder.make(BackupReason.SCHEDULED)
    early = BackupFolder(path, now_ms=lambda: NOON - 9 * MS_PER_HOUR).make(BackupReason.SCHEDULED)
    assert folder.newest() == early


def test_they_are_thinned_as_they_are_made(path: Path, folder: BackupFolder) -> None:
    first = folder.make(BackupReason.SCHEDULED)
    second = folder.make(BackupReason.SCHEDULED)
    assert folder.list() == (second,), "one for two hours is enough"
    assert not first.path.exists()


def test_a_damaged_database_gives_no_backup(path: Path) -> None:
    key = DatabaseKey(bytes(32))
    fill(path, key)
    folder = BackupFolder(path, key)
    good = folder.make(BackupReason.SCHEDULED)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(StorageDamaged):
        folder.make(BackupReason.SCHEDULED)
    assert folder.list() == (good,)
    assert not list(folder.folder.glob("*.part*"))
    folder.prove(good)


def test_a_damaged_copy_is_found_out(folder: BackupFolder) -> None:
    made = folder.make(BackupReason.SCHEDULED)
    data = bytearray(made.path.read_bytes())
    data[8_192:12_288] = bytes(4_096)
    made.path.write_bytes(data)
    with pytest.raises(StorageDamaged):
        folder.prove(made)


def test_a_disk_without_room_is_told_before_anything_is_written(
    folder: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = folder.make(BackupReason.SCHEDULED)
    monkeypatch.setattr(backups, "_SPARE_BYTES", 1 << 60)
    with pytest.raises(StorageFull, match="no room"):
        folder.make(BackupReason.SCHEDULED)
    assert folder.list() == (good,)


def test_a_disk_that_fills_up_meanwhile_leaves_nothing_half(
    folder: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = folder.make(BackupReason.SCHEDULED)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageFull):
        folder.make(BackupReason.SCHEDULED)
    assert folder.list() == (good,)
    assert not list(folder.folder.glob("*.part*"))


def test_what_a_kill_left_does_not_count_and_goes(folder: BackupFolder) -> None:
    good = folder.make(BackupReason.SCHEDULED)
    for name in ("next.part", "next.part-journal"):
        (folder.folder / name).write_bytes(b"half")
    assert folder.list() == (good,)
    folder.clean()
    assert {one.name for one in folder.folder.iterdir()} == {good.path.name}


KILLED = """
import os, signal, sys
from pathlib import Path
from engine.domain.backups import BackupReason
from engine.storage.backups import BackupFolder
class Killed(BackupFolder):
    def _prove(self, *_): os.kill(os.getpid(), signal.SIGKILL)
Killed(Path(sys.argv[1])).make(BackupReason.SCHEDULED)
"""


def test_killed_in_the_middle_it_leaves_the_others(path: Path, folder: BackupFolder) -> None:
    good = folder.make(BackupReason.SCHEDULED)
    assert finish(start(KILLED, path))[0] == -signal.SIGKILL
    assert list(folder.folder.glob("*.part"))
    assert folder.list() == (good,)
    again = folder.make(BackupReason.SCHEDULED)
    assert folder.list() == (again,)
    assert not list(folder.folder.glob("*.part*"))


def test_copies_under_older_names_are_listed_as_what_they_hold(folder: BackupFolder) -> None:
    made = folder.make(BackupReason.SCHEDULED)
    older = made.path.rename(folder.folder / "kairos-schema7-1.sqlite3")
    (found,) = folder.list()
    assert (found.path, found.activities, found.reason) == (older, 300, BackupReason.MIGRATION)
    newer = folder.make(BackupReason.SCHEDULED)
    assert [one.path for one in folder.list()] == [newer.path, older]


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_a_folder_open_to_others_is_closed(folder: BackupFolder) -> None:
    folder.folder.mkdir()
    folder.folder.chmod(0o755)
    folder.make(BackupReason.SCHEDULED)
    assert stat.S_IMODE(folder.folder.stat().st_mode) == 0o700


def test_strange_files_are_no_backups(folder: BackupFolder) -> None:
    folder.folder.mkdir()
    (folder.folder / "diary.sqlite3").write_text("not a database" * 100)
    (folder.folder / "empty.sqlite3").touch()
    assert folder.list() == ()


def test_all_go_where_everything_is_erased(folder: BackupFolder) -> None:
    folder.make(BackupReason.SCHEDULED)
    folder.remove_all()
    assert folder.list() == ()
