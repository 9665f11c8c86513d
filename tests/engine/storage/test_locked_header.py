"""Encrypted files, the wrong key, and files that should be encrypted and are not: said, and not one byte changed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from helpers.storage_keys import KEY, OTHER, ask, fill, raw
from helpers.storage_programs import run

from engine.domain.database_key import DatabaseKey
from engine.domain.errors import (
    KeyNeeded,
    KeyWrong,
    NotEncrypted,
    StorageDamaged,
    StorageError,
    StorageForeign,
    StorageNewer,
)
from engine.storage.activities import ActivityStore
from engine.storage.database import Database, MissingDatabase
from engine.storage.header import APPLICATION_ID, FileHeader, Found, examine
from engine.storage.tables import SCHEMA_VERSION

LATER = SCHEMA_VERSION + 1
PAGES_LOST = 3


def _state(folder: Path) -> dict[str, tuple[str, int, int]]:
    return {
        file.name: (hashlib.sha256(file.read_bytes()).hexdigest(), file.stat().st_mode, file.stat().st_mtime_ns)
        for file in folder.iterdir()
    }


def _refused(path: Path, key: DatabaseKey | None, error: type[StorageError]) -> StorageError:
    before = _state(path.parent)
    with pytest.raises(error):
        Database.open_existing(path, key)
    with pytest.raises(error) as caught:
        Database.open(path, key)
    assert type(caught.value) is error
    assert _state(path.parent) == before
    assert str(path) in caught.value.message
    return caught.value


@pytest.fixture
def locked(path: Path) -> Path:
    """A closed encrypted database."""
    return fill(path, KEY)


@pytest.fixture
def killed(locked: Path, tmp_path: Path) -> Path:
    """What is left by a process killed after it committed a later version: old file, new log."""
    folder = tmp_path / "killed"
    folder.mkdir()
    with closing(raw(locked, KEY)) as connection:
        connection.execute(f"PRAGMA user_version = {LATER}")
        for ending in ("", "-wal"):
            shutil.copy2(locked.with_name(locked.name + ending), folder / (locked.name + ending))
    return folder / locked.name


def test_what_is_recorded_with_a_key_is_there_with_it(locked: Path) -> None:
    assert not locked.read_bytes().startswith(b"SQLite format 3")
    with closing(Database.open_existing(locked, KEY)) as database:
        assert ActivityStore(database).count() == 300
        assert database.data_version() > 0
        assert database.integrity() == []
    assert examine(locked, SCHEMA_VERSION, KEY) == FileHeader(Found.OURS, SCHEMA_VERSION)


def test_each_way_of_not_fitting_is_said_as_what_it_is(locked: Path, tmp_path: Path) -> None:
    assert "passphrase" in _refused(locked, None, KeyNeeded).message
    assert "does not open with this key" in _refused(locked, OTHER, KeyWrong).message
    plain = fill(tmp_path / "plain" / "kairos.sqlite3", None)
    assert "is not encrypted" in _refused(plain, KEY, NotEncrypted).message


def test_no_new_database_is_made_in_the_place_of_one_that_is_gone(path: Path) -> None:
    path.parent.mkdir()
    with pytest.raises(MissingDatabase):
        Database.open_existing(path, KEY)
    assert list(path.parent.iterdir()) == []


def test_a_text_is_foreign_without_a_key_and_opens_with_none(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("Dear diary, " * 500)
    _refused(path, None, StorageForeign)
    _refused(path, KEY, KeyWrong)


def test_an_encrypted_database_of_another_program_is_foreign(path: Path) -> None:
    path.parent.mkdir()
    with closing(raw(path, KEY)) as other:
        other.executescript("CREATE TABLE moz_places (url); PRAGMA user_version = 3;")
    _refused(path, KEY, StorageForeign)


@pytest.mark.parametrize("key", [KEY, OTHER, None])
def test_a_newer_file_is_refused_and_not_one_byte_changes(locked: Path, key: DatabaseKey | None) -> None:
    ask(locked, KEY, f"PRAGMA user_version = {LATER}")
    _refused(locked, key, {KEY: StorageNewer, OTHER: KeyWrong, None: KeyNeeded}[key])


@pytest.mark.parametrize("key", [KEY, OTHER, None])
def test_a_newer_file_is_known_by_its_log_alone(killed: Path, key: DatabaseKey | None) -> None:
    _refused(killed, key, {KEY: StorageNewer, OTHER: KeyWrong, None: KeyNeeded}[key])
    assert examine(killed, LATER, KEY) == FileHeader(Found.OURS, LATER)


def test_without_a_place_for_the_copy_of_a_page_it_is_not_taken_for_missing(
    killed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(killed.parent / "nowhere"))
    _refused(killed, KEY, StorageError)


def test_a_log_torn_by_a_power_cut_does_not_count(killed: Path) -> None:
    log = killed.with_name(killed.name + "-wal")
    data = bytearray(log.read_bytes())
    data[32 + 24 + 1_000] ^= 1
    log.write_bytes(data)
    assert examine(killed, SCHEMA_VERSION, KEY) == FileHeader(Found.OURS, SCHEMA_VERSION)
    with closing(Database.open(killed, KEY)) as database:
        assert ActivityStore(database).count() == 300


def test_a_first_page_in_the_log_before_it_ever_reached_the_file(path: Path, tmp_path: Path) -> None:
    """A creation that was killed: the file is empty, or holds the first page without a table."""
    path.parent.mkdir()
    with closing(raw(path, KEY)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        assert examine(path, SCHEMA_VERSION, KEY) == FileHeader(Found.BLANK)
        connection.execute("CREATE TABLE more (text)")
        log = path.with_name(path.name + "-wal").read_bytes()
    beside = tmp_path / "beside" / path.name
    beside.parent.mkdir()
    beside.touch()
    beside.with_name(beside.name + "-wal").write_bytes(log)
    _refused(beside, None, KeyNeeded)
    _refused(beside, KEY, StorageForeign)


def test_damage_to_the_first_page_is_no_wrong_key(locked: Path) -> None:
    data = bytearray(locked.read_bytes())
    data[2_000] ^= 1
    locked.write_bytes(data)
    _refused(locked, KEY, StorageDamaged)
    _refused(locked, OTHER, KeyWrong)


def test_a_file_with_pages_missing_is_damaged(locked: Path) -> None:
    os.truncate(locked, locked.stat().st_size - PAGES_LOST * 4_096)
    _refused(locked, KEY, StorageDamaged)


def test_a_file_left_empty_is_made_an_encrypted_one(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    Database.open(path, KEY).close()
    assert ask(path, KEY, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert not path.read_bytes().startswith(b"SQLite format 3")


PLAIN = """
import sqlite3, types
from engine.domain.database_key import DatabaseKey
from engine.storage import driver
driver.load = lambda: sqlite3
try:
    Database.open(path, DatabaseKey(bytes(32)))
except KairosError as error:
    print(type(error).__name__, "cannot encrypt" in error.message, path.parent.exists())
"""

PRELOADED = """
from engine.domain.database_key import DatabaseKey
database = Database.open(path, DatabaseKey(bytes(range(32))))
ActivityStore(database).insert_many([Activity(1, 2, seen("app", "canary"), "UTC")])
print("libsqlite3" in Path("/proc/self/maps").read_text(), database.integrity())
database.close()
"""


def test_a_driver_that_is_plain_sqlite_writes_nothing(path: Path) -> None:
    assert run(PLAIN, path) == "StorageError True False\n"


def _libsqlite3() -> str | None:
    known = Path("/usr/lib").glob("*/libsqlite3.so.0")
    return next((str(found) for found in known), None)


@pytest.mark.skipif(_libsqlite3() is None, reason="no libsqlite3 on this machine to preload")
def test_a_preloaded_libsqlite3_does_not_turn_encryption_off(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_PRELOAD", str(_libsqlite3()))
    assert run(PRELOADED, path) == "True []\n"
    monkeypatch.delenv("LD_PRELOAD")
    assert b"canary" not in path.read_bytes()
    assert not path.read_bytes().startswith(b"SQLite format 3")
    assert ask(path, KEY, "SELECT text FROM title") == [("canary",)]


@pytest.mark.skipif(_libsqlite3() is None, reason="no libsqlite3 on this machine to preload")
def test_without_that_guard_it_would_be_noticed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second line of defence, alone: whatever SQLite answers for the driver's, nothing is written in the clear."""
    monkeypatch.setenv("LD_PRELOAD", str(_libsqlite3()))
    shallow = "del os.RTLD_DEEPBIND\nfrom engine.storage import driver\ndriver.OLDEST_SQLITE = (3,)\n" + PRELOADED
    wrapped = "\n".join(f"    {line}" for line in shallow.splitlines())
    said = run(f"try:\n{wrapped}\nexcept KairosError as error:\n    print(error.message)\n", path)
    assert "cannot encrypt" in said
    assert not path.exists()


def test_nothing_is_said_on_the_terminal(locked: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom engine.domain.database_key import DatabaseKey\n"
        "from engine.domain.errors import StorageError\nfrom engine.storage.database import Database\n"
        "for key in (None, DatabaseKey(bytes(32)), DatabaseKey(bytes(range(32)))):\n"
        "    try:\n        Database.open(Path(sys.argv[1]), key).close()\n    except StorageError:\n        pass\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(locked)], check=True, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("", "")
