from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from engine.domain.errors import (
    KairosError,
    StorageBusy,
    StorageDamaged,
    StorageError,
    StorageForeign,
    StorageFull,
    StorageReadOnly,
)
from engine.storage import driver
from engine.storage.translate import of_driver, system_translated, translated


class DriverError(Exception):
    """As the driver raises it."""

    def __init__(self, code: int) -> None:
        super().__init__("the driver's words")
        self.sqlite_errorcode = code


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("SQLITE_FULL", StorageFull),
        ("SQLITE_BUSY", StorageBusy),
        ("SQLITE_BUSY_SNAPSHOT", StorageBusy),
        ("SQLITE_BUSY_RECOVERY", StorageBusy),
        ("SQLITE_LOCKED", StorageBusy),
        ("SQLITE_READONLY", StorageReadOnly),
        ("SQLITE_READONLY_DBMOVED", StorageReadOnly),
        ("SQLITE_READONLY_DIRECTORY", StorageReadOnly),
        ("SQLITE_CORRUPT", StorageDamaged),
        ("SQLITE_CORRUPT_INDEX", StorageDamaged),
        ("SQLITE_NOTADB", StorageForeign),
        ("SQLITE_IOERR_READ", StorageError),
        ("SQLITE_IOERR_FSYNC", StorageError),
        ("SQLITE_CANTOPEN", StorageError),
    ],
)
def test_the_drivers_codes_have_their_errors(tmp_path: Path, name: str, error: type[StorageError]) -> None:
    path = tmp_path / "kairos.sqlite3"
    with pytest.raises(StorageError) as caught, translated(path):
        raise DriverError(getattr(sqlite3, name))
    assert type(caught.value) is error
    assert str(tmp_path) in caught.value.message
    assert isinstance(caught.value.__cause__, DriverError)


@pytest.mark.parametrize(
    ("words", "error"), [("disk I/O error", StorageError), ("database or disk is full", StorageFull)]
)
def test_what_the_driver_raises_without_a_code_is_known_by_its_words(
    tmp_path: Path, words: str, error: type[StorageError]
) -> None:
    with pytest.raises(StorageError) as caught, translated(tmp_path / "kairos.sqlite3"):
        raise sqlite3.OperationalError(words)  # as a copy of a whole database fails
    assert type(caught.value) is error


@pytest.mark.parametrize("name", ["SQLITE_ERROR", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_MISUSE", "SQLITE_RANGE"])
def test_our_own_bugs_stay_bugs(tmp_path: Path, name: str) -> None:
    with pytest.raises(DriverError), translated(tmp_path / "x"):
        raise DriverError(getattr(sqlite3, name))


def test_other_errors_pass_untouched(tmp_path: Path) -> None:
    with pytest.raises(KeyError), translated(tmp_path / "x"):
        raise KeyError("x")
    with pytest.raises(KairosError), translated(tmp_path / "x"):
        raise KairosError("x")
    with pytest.raises(FileNotFoundError), translated(tmp_path / "x"):
        raise FileNotFoundError("what an importer reads is not the database")


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, StorageFull),
        (errno.EDQUOT, StorageFull),
        (errno.EACCES, StorageReadOnly),
        (errno.EROFS, StorageReadOnly),
        (errno.EISDIR, StorageForeign),
        (errno.EIO, StorageError),
    ],
)
def test_the_systems_errors_have_theirs(tmp_path: Path, number: int, error: type[StorageError]) -> None:
    with pytest.raises(StorageError) as caught, system_translated(tmp_path / "kairos.sqlite3"):
        raise OSError(number, os.strerror(number))
    assert type(caught.value) is error


def test_the_real_driver_gives_codes(tmp_path: Path) -> None:
    module = driver.load()
    with pytest.raises(module.Error) as caught:
        module.connect(str(tmp_path / "nowhere" / "x"))
    assert isinstance(of_driver(caught.value, tmp_path / "x"), StorageError)
    assert of_driver(ValueError(), tmp_path / "x") is None
