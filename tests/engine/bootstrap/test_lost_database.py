"""A database that is gone or empty, although there are backups of it, never becomes a new, empty one."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest
from helpers.locked_profile import is_plain, locked_profile, opened_by, passphrase_file
from helpers.storage_keys import fill

from engine.bootstrap import build_engine
from engine.bootstrap.opening import open_database, open_existing_database
from engine.domain.backups import BackupReason
from engine.domain.erasing import EraseChoice
from engine.domain.errors import NotEncrypted, StorageError
from engine.locks import ProcessLock
from engine.paths import ProfilePaths
from engine.storage.activities import ActivityStore
from engine.storage.backups import BackupFolder
from engine.storage.whole_check import CheckFile


@pytest.fixture
def paths(tmp_path: Path) -> ProfilePaths:
    """A profile with 300 activities, backed up."""
    paths = locked_profile(tmp_path)
    fill(paths.database, None)
    BackupFolder(paths.database).make(BackupReason.BY_HAND)
    return paths


def count(paths: ProfilePaths) -> int:
    with closing(open_database(paths)) as database:
        return ActivityStore(database).count()


@pytest.mark.parametrize("how", ["gone", "empty"])
def test_the_newest_backup_takes_its_place_and_that_is_told_once(paths: ProfilePaths, how: str) -> None:
    paths.database.unlink() if how == "gone" else paths.database.write_bytes(b"")
    assert count(paths) == 300
    told = CheckFile(paths.folder).untold()
    assert told is not None
    assert (told.only_backup, told.returned, told.aside.name) == (True, 300, "")
    assert told.lost[0].first_ms == 3_000
    report = CheckFile(paths.folder).load()
    assert report is not None
    assert (report.whole, report.problems, report.salvaged) == (True, ("The file was gone or empty.",), told)


def test_an_encrypted_one_comes_back_encrypted_also_where_a_plain_one_was_put_in_its_place(tmp_path: Path) -> None:
    paths, other = locked_profile(tmp_path), fill(tmp_path / "other.sqlite3", None)
    with opened_by(passphrase_file(tmp_path)):
        with closing(open_database(paths)) as database:
            key = database.key
        fill(paths.database, key)
        BackupFolder(paths.database, key).make(BackupReason.BY_HAND)
        paths.database.unlink()
        assert count(paths) == 300
        assert not is_plain(paths.database)
        other.replace(paths.database)
        with pytest.raises(NotEncrypted, match="Move it away"):
            open_database(paths)
        paths.database.unlink()
        assert count(paths) == 300


def test_it_is_said_where_something_else_has_the_profile(paths: ProfilePaths) -> None:
    paths.database.unlink()
    with ProcessLock(paths.window_lock) as window:
        window.acquire(who="window")
        paths.window_lock.write_text("1\n")  # another process's
        with pytest.raises(StorageError, match="kairos backup restore newest"):
            open_database(paths)
    assert not paths.database.exists()


def test_backups_that_do_not_open_are_said(paths: ProfilePaths) -> None:
    paths.database.unlink()
    (backup,) = paths.backups.glob("*.sqlite3")
    backup.write_bytes(os.urandom(8_192))
    with pytest.raises(StorageError, match="no backup in"):
        open_database(paths)
    assert not paths.database.exists()


@pytest.mark.skipif(os.name != "posix", reason="making a link takes rights there")
def test_a_link_that_leads_nowhere_is_said(paths: ProfilePaths, tmp_path: Path) -> None:
    paths.database.unlink()
    paths.database.symlink_to(tmp_path / "disk" / "history.db")
    for opening in (open_database, open_existing_database):
        with pytest.raises(StorageError, match="Mount the disk"):
            opening(paths)
    paths.database.unlink()
    assert count(paths) == 300


def test_after_everything_was_erased_it_begins_empty(paths: ProfilePaths) -> None:
    engine = build_engine(paths)
    engine.erasing.erase(EraseChoice(everything=True))
    engine.close()
    paths.database.unlink()
    assert count(paths) == 0
    assert CheckFile(paths.folder).untold() is None
