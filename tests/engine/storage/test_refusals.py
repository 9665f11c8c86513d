from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from helpers.storage_programs import run
from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity
from engine.domain.errors import (
    StorageDamaged,
    StorageError,
    StorageForeign,
    StorageNewer,
)
from engine.storage import driver
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.tables import SCHEMA_VERSION

State = dict[str, tuple[str, int, int]]


def _state(folder: Path) -> State:
    """Everything about every file of the folder: content, mode, time of change."""
    return {
        file.name: (hashlib.sha256(file.read_bytes()).hexdigest(), file.stat().st_mode, file.stat().st_mtime_ns)
        for file in folder.iterdir()
    }


def _refused(path: Path, error: type[StorageError]) -> StorageError:
    before = _state(path.parent)
    with pytest.raises(error) as caught:
        Database.open(path)
    assert type(caught.value) is error
    assert _state(path.parent) == before
    with pytest.raises(error):
        Database.open_existing(path)
    assert _state(path.parent) == before
    assert str(path) in caught.value.message
    return caught.value


def _set_version(path: Path, version: int) -> None:
    with closing(driver.load().connect(str(path), isolation_level=None)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")


def test_a_newer_file_is_refused_and_not_one_byte_changes(path: Path) -> None:
    Database.open(path).close()
    _set_version(path, SCHEMA_VERSION + 1)
    error = _refused(path, StorageNewer)
    assert "newer Kairos" in error.message


def test_a_newer_file_is_known_by_its_log_alone(path: Path, tmp_path: Path) -> None:
    """A newer Kairos that was killed leaves the new version in the log, the old one in the file."""
    Database.open(path).close()
    killed = tmp_path / "killed"
    killed.mkdir()
    with closing(driver.load().connect(str(path), isolation_level=None)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        for name in (path.name, f"{path.name}-wal"):
            shutil.copy2(path.with_name(name), killed / name)
    assert int.from_bytes((killed / path.name).read_bytes()[60:64], "big") == SCHEMA_VERSION
    _refused(killed / path.name, StorageNewer)


def test_a_version_in_the_log_that_was_never_committed_does_not_count(path: Path, tmp_path: Path) -> None:
    Database.open(path).close()
    killed = tmp_path / "killed"
    killed.mkdir()
    with closing(driver.load().connect(str(path), isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        connection.execute("CREATE TABLE more (text)")
        for _ in range(200):
            connection.execute("INSERT INTO more VALUES (hex(randomblob(3000)))")
        for name in (path.name, f"{path.name}-wal"):
            shutil.copy2(path.with_name(name), killed / name)
        connection.execute("ROLLBACK")
    assert (killed / f"{path.name}-wal").stat().st_size > 100_000
    database = Database.open(killed / path.name)
    assert database.integrity() == []
    database.close()


def test_a_text_file_is_foreign(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("Dear diary, " * 50)
    _refused(path, StorageForeign)


def test_another_programs_database_is_foreign(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.executescript("CREATE TABLE moz_places (url); INSERT INTO moz_places VALUES ('x');")
    _refused(path, StorageForeign)


def test_a_folder_is_foreign(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StorageForeign):
        Database.open(path)
    assert list(path.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("no folder")
    with pytest.raises(StorageError):
        Database.open(tmp_path / "profile" / "kairos.sqlite3")


@pytest.fixture
def filled(path: Path) -> Path:
    database = Database.open(path)
    rows = (Activity(n * 10, n * 10 + 10, seen("app", f"title {n}"), ZONE) for n in range(5_000))
    ActivityStore(database).insert_many(rows)
    database.close()
    return path


@pytest.mark.parametrize("keep", [50, 4_096, 100_000])
def test_a_file_cut_short_is_damaged(filled: Path, keep: int) -> None:
    os.truncate(filled, keep)
    _refused(filled, StorageDamaged)


def _zero_the_schema(data: bytearray) -> None:
    data[100:4_096] = bytes(3_996)


def _scribble(data: bytearray) -> None:
    for page in range(1, len(data) // 4_096):
        data[page * 4_096 : page * 4_096 + 64] = b"\xa5" * 64


@pytest.mark.parametrize("hurt", [_zero_the_schema, _scribble])
def test_damage_inside_is_said_as_such(filled: Path, hurt: Callable[[bytearray], None]) -> None:
    data = bytearray(filled.read_bytes())
    hurt(data)
    filled.write_bytes(data)

    def use() -> None:
        database = Database.open(filled)
        try:
            ActivityStore(database).between(0, 50_000)
        finally:
            database.close()

    with pytest.raises(StorageDamaged, match="backups"):
        use()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are POSIX")
class TestWithoutPermission:
    """As somebody the files do not belong to; root is let through everywhere, so root steps down first."""

    OPEN = """
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
try:
    Database.open(path)
except KairosError as error:
    print(type(error).__name__)
"""

    def _open(self, path: Path) -> str:
        for folder in path.parents:
            if folder.stat().st_uid == os.geteuid() and folder != Path("/") and "pytest" in str(folder):
                folder.chmod(folder.stat().st_mode | 0o055)
        return run(
            "import sqlalchemy.dialects.sqlite\nfrom engine.storage import driver; driver.load()\n" + self.OPEN, path
        )

    def test_a_folder_that_cannot_be_written(self, path: Path) -> None:
        Database.open(path).close()
        path.chmod(0o644)
        self._opened_read_only(path)

    def test_a_folder_without_a_database_that_cannot_be_written(self, path: Path) -> None:
        path.parent.mkdir()
        self._opened_read_only(path)

    def test_the_same_person_may_use_a_folder_open_to_all(self, path: Path) -> None:
        path.parent.mkdir()
        path.parent.chmod(0o777)
        assert self._open(path) == ""

    def test_a_file_that_cannot_be_read(self, path: Path) -> None:
        Database.open(path).close()
        path.chmod(0o000)
        self._opened_read_only(path)

    def _opened_read_only(self, path: Path) -> None:
        path.parent.chmod(0o555)
        before = _names(path.parent)
        try:
            assert self._open(path) == "StorageReadOnly\n"
            assert _names(path.parent) == before
        finally:
            path.parent.chmod(0o755)


def _names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())
