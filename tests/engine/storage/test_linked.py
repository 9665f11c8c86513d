"""A database that is a link to a file on another disk: what replaces it replaces that file, and the link stays."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest
from helpers.storage_keys import KEY, OTHER, ask, fill, raw

from engine.domain.backups import BackupReason
from engine.domain.database_key import DatabaseKey
from engine.storage.backups import BackupFolder
from engine.storage.encryption import convert, remove_draft
from engine.storage.header import examine
from engine.storage.restore import draft_of, put_in_place, remove_leftovers
from engine.storage.salvage.repair import repair
from engine.storage.tables import SCHEMA_VERSION
from engine.storage.whole_check import problems_of

pytestmark = pytest.mark.skipif(os.name != "posix", reason="making a link takes rights there")

COUNT = "SELECT count(*) FROM activity"


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """Where the file itself lies."""
    made = tmp_path / "disk"
    made.mkdir()
    return made / "history.db"


@pytest.fixture
def path(tmp_path: Path, disk: Path) -> Path:
    """The link in the profile."""
    link = tmp_path / "profile" / "kairos.sqlite3"
    link.parent.mkdir()
    link.symlink_to(disk)
    return link


def alone(path: Path, disk: Path) -> bool:
    """Return whether the link leads there still, and nothing of a change lies beside either of them."""
    beside = {one.name for one in path.parent.iterdir()} - {"backups", "backups.lock", "check.json"}
    there = {one.name.removesuffix("-wal").removesuffix("-shm") for one in disk.parent.iterdir()}
    return path.readlink() == disk and beside == {path.name} and there == {disk.name}


@pytest.mark.parametrize(("key", "new_key"), [(None, KEY), (KEY, OTHER)])
def test_nothing_of_what_it_was_before_lies_at_the_target(
    path: Path, disk: Path, key: DatabaseKey | None, new_key: DatabaseKey
) -> None:
    fill(path, key)
    convert(path, key, new_key)
    assert alone(path, disk)
    assert ask(disk, new_key, COUNT) == [(300,)]


def test_a_backup_takes_the_place_of_the_file(path: Path, disk: Path) -> None:
    fill(path, None)
    backup = BackupFolder(path).make(BackupReason.BY_HAND)
    with closing(raw(path, None)) as connection:
        connection.execute("DELETE FROM activity")
    put_in_place(path, draft_of(path, backup, None), None)
    assert alone(path, disk)
    assert ask(disk, None, COUNT) == [(300,)]


def test_a_damaged_one_is_put_right_where_it_lies(path: Path, disk: Path) -> None:
    fill(path, None)
    BackupFolder(path).make(BackupReason.BY_HAND)
    data = bytearray(disk.read_bytes())
    data[4_096 * 3 : 4_096 * 5] = b"\xa5" * 8_192
    disk.write_bytes(data)
    report = repair(path, None, 1, problems_of(path, None))
    assert report.salvaged is not None
    assert report.salvaged.aside.read_bytes() == bytes(data)
    assert alone(path, disk)
    assert ask(disk, None, COUNT) == [(300,)]


def test_its_log_is_read_where_it_lies(path: Path, disk: Path) -> None:
    fill(path, KEY)
    with closing(raw(path, KEY)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
        assert examine(path, SCHEMA_VERSION, KEY).version == SCHEMA_VERSION - 1


def test_what_a_killed_change_left_goes_there_and_beside_the_link(path: Path, disk: Path) -> None:
    fill(path, None)
    for one in (path, disk):
        for ending in (".converted", ".restored", ".salvaging"):
            one.with_name(one.name + ending).touch()
    remove_draft(path)
    remove_leftovers(path)
    assert alone(path, disk)
