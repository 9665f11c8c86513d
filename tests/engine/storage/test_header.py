from __future__ import annotations

import shutil
import struct
from contextlib import closing
from pathlib import Path

import pytest

from engine.domain.database_key import DatabaseKey
from engine.domain.errors import StorageDamaged, StorageForeign, StorageNewer
from engine.storage import driver
from engine.storage.database import Database
from engine.storage.header import FileHeader, Found, examine
from engine.storage.tables import SCHEMA_VERSION

LATER = SCHEMA_VERSION + 1


@pytest.fixture
def killed(path: Path, tmp_path: Path) -> Path:
    """What is left by a process killed after it committed a later version: old file, new log."""
    Database.open(path).close()
    folder = tmp_path / "killed"
    folder.mkdir()
    with closing(driver.load().connect(str(path), isolation_level=None)) as connection:
        connection.execute(f"PRAGMA user_version = {LATER}")
        for name in (path.name, f"{path.name}-wal"):
            shutil.copy(path.with_name(name), folder / name)
    return folder / path.name


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def test_nothing_blank_and_ours_are_told_apart(path: Path) -> None:
    assert examine(path, SCHEMA_VERSION) == FileHeader(Found.NOTHING)
    path.parent.mkdir()
    path.touch()
    assert examine(path, SCHEMA_VERSION) == FileHeader(Found.BLANK)
    with closing(driver.load().connect(str(path), isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        assert examine(path, SCHEMA_VERSION) == FileHeader(Found.BLANK)
    path.unlink()
    database = Database.open(path)
    assert examine(path, SCHEMA_VERSION) == FileHeader(Found.OURS, SCHEMA_VERSION)
    database.close()
    assert examine(path, SCHEMA_VERSION) == FileHeader(Found.OURS, SCHEMA_VERSION)


@pytest.mark.parametrize("key", [None, DatabaseKey(bytes(range(32)))], ids=["plain", "encrypted"])
def test_a_first_page_torn_by_a_power_cut_while_the_file_was_made_is_made_again(
    path: Path, key: DatabaseKey | None
) -> None:
    path.parent.mkdir(mode=0o700)
    path.write_bytes(bytes(512) + b"\xa5" * 3_584)  # it had grown, and nothing of the page arrived
    before = struct.pack(">8s5I", bytes.fromhex("d9d505f920a163d7"), 0, 7, 0, 512, 4_096).ljust(512, b"\0")
    path.with_name(path.name + "-journal").write_bytes(before)
    assert examine(path, SCHEMA_VERSION, key) == FileHeader(Found.BLANK)
    database = Database.open(path, key)
    assert database.integrity() == []
    database.close()


def test_a_journal_of_a_file_that_held_something_makes_no_blank_one(path: Path) -> None:
    path.parent.mkdir(mode=0o700)
    path.write_bytes(b"somebody's own words" * 300)
    before = struct.pack(">8s5I", bytes.fromhex("d9d505f920a163d7"), 0, 7, 2, 512, 4_096).ljust(512, b"\0")
    path.with_name(path.name + "-journal").write_bytes(before)
    with pytest.raises(StorageForeign, match=str(path)):
        Database.open(path)


def test_the_log_beats_the_file(killed: Path) -> None:
    assert examine(killed, LATER) == FileHeader(Found.OURS, LATER)
    with pytest.raises(StorageNewer):
        examine(killed, 6)


def test_what_is_in_the_log_without_a_commit_does_not_count(killed: Path) -> None:
    data = bytearray(_log(killed).read_bytes())
    struct.pack_into(">I", data, 32 + 4, 0)  # the first frame no longer ends a transaction
    _log(killed).write_bytes(data)
    assert examine(killed, LATER) == FileHeader(Found.OURS, SCHEMA_VERSION)


def test_what_is_left_in_the_log_from_before_it_began_anew_does_not_count(killed: Path) -> None:
    data = bytearray(_log(killed).read_bytes())
    data[16] ^= 0xFF  # another salt than the frames have
    _log(killed).write_bytes(data)
    assert examine(killed, LATER) == FileHeader(Found.OURS, SCHEMA_VERSION)


@pytest.mark.parametrize("length", [0, 10, 31, 40, 32 + 24 + 50])
def test_a_log_cut_short_does_not_count(killed: Path, length: int) -> None:
    _log(killed).write_bytes(_log(killed).read_bytes()[:length])
    assert examine(killed, LATER) == FileHeader(Found.OURS, SCHEMA_VERSION)


def test_somebody_elses_mark_is_foreign(path: Path) -> None:
    Database.open(path).close()
    data = bytearray(path.read_bytes())
    data[68:72] = b"else"
    path.write_bytes(data)
    with pytest.raises(StorageForeign, match=str(path)):
        examine(path, SCHEMA_VERSION)


def test_a_file_with_pages_missing_is_damaged_unless_the_log_may_hold_them(path: Path) -> None:
    Database.open(path).close()
    path.write_bytes(path.read_bytes()[:-4_096])
    with pytest.raises(StorageDamaged):
        examine(path, SCHEMA_VERSION)
    _log(path).write_bytes(b"?" * 5_000)
    assert examine(path, SCHEMA_VERSION) == FileHeader(Found.OURS, SCHEMA_VERSION)
