from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from engine.domain.errors import (
    KairosError,
    StorageBusy,
    StorageDamaged,
    StorageError,
    StorageForeign,
    StorageFull,
    StorageReadOnly,
)
from engine.storage import driver, translate
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
    ("words", "error"),
    [
        ("disk I/O error", StorageError),
        ("database or disk is full", StorageFull),
        ("database is locked", StorageBusy),
        ("database disk image is malformed", StorageDamaged),
        ("attempt to write a readonly database", StorageReadOnly),
    ],
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


def test_what_cannot_be_read_of_an_encrypted_file_is_damage(tmp_path: Path) -> None:
    with pytest.raises(StorageDamaged), translated(tmp_path / "x", encrypted=True):
        raise DriverError(sqlite3.SQLITE_NOTADB)


def test_too_many_at_once_and_an_error_behind_sqlalchemys_are_translated(tmp_path: Path) -> None:
    with pytest.raises(StorageBusy, match="Too many parts of Kairos use the database"), translated(tmp_path / "x"):
        raise PoolExhausted
    with pytest.raises(StorageFull), translated(tmp_path / "x"):
        raise OperationalError("", None, DriverError(sqlite3.SQLITE_FULL))
    with pytest.raises(OperationalError), translated(tmp_path / "x"):
        raise OperationalError("", None, DriverError(sqlite3.SQLITE_ERROR))
    with pytest.raises(StorageDamaged), translated(tmp_path / "x", encrypted=True):
        raise OperationalError("", None, DriverError(sqlite3.SQLITE_NOTADB))


@pytest.mark.parametrize("name", ["SQLITE_IOERR_WRITE", "SQLITE_CANTOPEN"])
def test_a_write_that_fails_on_a_disk_without_room_is_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    free = SimpleNamespace(f_bavail=63, f_frsize=4_096)
    monkeypatch.setattr(os, "statvfs", lambda _folder: free)
    assert type(of_driver(DriverError(getattr(sqlite3, name)), tmp_path / "x")) is StorageFull
    free.f_bavail = 64
    assert type(of_driver(DriverError(getattr(sqlite3, name)), tmp_path / "x")) is StorageError


def test_what_may_not_be_opened_is_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kairos.sqlite3"
    refused: set[Path] = set()
    monkeypatch.setattr(os, "access", lambda asked, _mode: asked not in refused)
    for one, error in ((tmp_path, StorageReadOnly), (path, StorageError)):
        refused = {one}
        assert type(of_driver(DriverError(sqlite3.SQLITE_CANTOPEN), path)) is error
    path.touch()
    assert type(of_driver(DriverError(sqlite3.SQLITE_CANTOPEN), path)) is StorageReadOnly


PATH = Path("/p/kairos.sqlite3")
SAID = {
    "full": "There is no room left on the disk that holds /p. Free some space; nothing is lost.",
    "busy": "Another program has held /p/kairos.sqlite3 for too long. Close it and try again.",
    "gone": "/p/kairos.sqlite3 was removed or replaced while Kairos ran. Close Kairos and open it again.",
    "read_only": (
        "/p/kairos.sqlite3 or its folder cannot be written. "
        "See that the disk is not mounted read-only and that this account may write there."
    ),
    "foreign": (
        "/p/kairos.sqlite3 is not a database of Kairos and was left as it is. "
        "Move it away, or choose another folder with --profile."
    ),
    "damaged": (
        "/p/kairos.sqlite3 is damaged. Copies of it lie in /p/backups. Close Kairos and open it again: "
        "what can be saved is saved then, or at once with: kairos check --repair."
    ),
    "key_needed": (
        "/p/kairos.sqlite3 is encrypted. Unlock it with its passphrase or its recovery code; it was left as it is."
    ),
    "key_wrong": (
        "/p/kairos.sqlite3 does not open with this key, or it is damaged, and was left as it is. "
        "Use the passphrase or recovery code it was last locked with; a file from the folder /p/backups may open as "
        "well."
    ),
    "not_encrypted": (
        "/p/kairos.sqlite3 is not encrypted although this profile has a key, and was left as it is. "
        "Somebody may have put it there. Move it away, and the newest backup takes its place with: "
        "kairos backup restore newest"
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_every_refusal_names_the_file_and_the_way_out(name: str) -> None:
    assert getattr(translate, name)(PATH).message == SAID[name]


def test_a_newer_file_and_a_disk_that_fails_are_told() -> None:
    assert translate.newer(PATH, 12, 9).message == (
        "/p/kairos.sqlite3 was written by a newer Kairos (schema 12; this one knows up to 9) and was left as it is. "
        "Install the newer Kairos again."
    )
    broken = translate.of_system(OSError(errno.EIO, "Input/output error"), PATH)
    assert broken.message == "/p/kairos.sqlite3 cannot be used: Input/output error. Check the disk and the folder."
    read = of_driver(DriverError(sqlite3.SQLITE_IOERR), PATH)
    assert read is not None
    assert read.message == (
        "/p/kairos.sqlite3 cannot be read or written (the driver's words). Check the disk; Kairos will try again."
    )
