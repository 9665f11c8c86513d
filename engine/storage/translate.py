"""Foreign errors become ours here and nowhere else."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from engine.domain.errors import (
    KeyNeeded,
    KeyWrong,
    NotEncrypted,
    StorageBusy,
    StorageDamaged,
    StorageError,
    StorageForeign,
    StorageFull,
    StorageGone,
    StorageNewer,
    StorageReadOnly,
)

# Primary result codes of SQLite; the extended ones carry detail in the higher bytes.
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _PROTOCOL, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 15, 26
_PRIMARY = 0xFF
_CODE_OF_WORDS = {
    "database is locked": _BUSY,
    "database disk image is malformed": _CORRUPT,
    "database or disk is full": _FULL,
    "attempt to write a readonly database": _READONLY,
}
_ROOM_TO_WORK = 256 * 1024  # less free than this and a failed write was a full disk, whatever it was called

FULL_ERRNO = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What the system says where a disk, or what one may have of it, is full."""

_READONLY_ERRNO = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def translated(path: Path, *, encrypted: bool = False) -> Iterator[None]:
    """Turn what the driver raises inside into Storage errors about the file at path.

    A broken constraint or a wrong statement is our bug and stays what it is. encrypted: whether the file is, so
    that what cannot be read of it is no file of somebody else's but damage: its key was tried before.
    """
    try:
        yield
    except DBAPIError as cause:
        error = of_driver(cause.orig, path, encrypted=encrypted)
        if error is None:
            raise
        raise error from cause
    except PoolExhausted as cause:
        raise StorageBusy("Too many parts of Kairos use the database at once. Try again.") from cause
    except Exception as cause:
        error = of_driver(cause, path, encrypted=encrypted) if _of_the_driver(cause) else None
        if error is None:
            raise
        raise error from cause


@contextmanager
def system_translated(path: Path) -> Iterator[None]:
    """Turn what the operating system refuses inside into Storage errors about the file at path."""
    try:
        yield
    except OSError as cause:
        raise of_system(cause, path) from cause


def of_system(cause: OSError, path: Path) -> StorageError:
    """Return the Storage error for a system error at path."""
    if cause.errno in FULL_ERRNO:
        return full(path)
    if cause.errno in _READONLY_ERRNO:
        return read_only(path)
    if cause.errno in {errno.EISDIR, errno.ENOTDIR}:
        return foreign(path)
    return StorageError(f"{path} cannot be used: {cause.strerror or cause}. Check the disk and the folder.")


def of_driver(cause: BaseException | None, path: Path, *, encrypted: bool = False) -> StorageError | None:
    """Return the Storage error for an error of the driver, None where it is a bug of ours."""
    if not _of_the_driver(cause):
        return None
    primary = getattr(cause, "sqlite_errorcode", _CODE_OF_WORDS.get(str(cause), _IOERR)) & _PRIMARY
    if primary in {_IOERR, _CANTOPEN}:
        return _of_failed_access(primary, cause, path)
    makers = {
        _BUSY: busy,
        _LOCKED: busy,
        _PROTOCOL: busy,
        _READONLY: read_only,
        _CORRUPT: damaged,
        _FULL: full,
        _NOTADB: damaged if encrypted else foreign,
    }
    maker = makers.get(primary)
    return None if maker is None else maker(path)


def _of_the_driver(cause: BaseException | None) -> bool:
    """Whether the driver raised this; what fails while it copies a database has a name and words, but no code."""
    return hasattr(cause, "sqlite_errorcode") or type(cause).__name__ == "OperationalError"


def _of_failed_access(primary: int, cause: BaseException | None, path: Path) -> StorageError:
    if not has_room(path):
        return full(path)
    if primary == _CANTOPEN and not _writable(path):
        return read_only(path)
    return StorageError(f"{path} cannot be read or written ({cause}). Check the disk; Kairos will try again.")


def has_room(path: Path) -> bool:
    """Return whether the disk that holds path has room to work with, as far as the system tells."""
    try:
        status = os.statvfs(path.resolve().parent) if hasattr(os, "statvfs") else None
    except OSError:
        return True
    return status is None or status.f_bavail * status.f_frsize >= _ROOM_TO_WORK


def _writable(path: Path) -> bool:
    return os.access(path.parent, os.W_OK | os.X_OK) and (not path.exists() or os.access(path, os.R_OK | os.W_OK))


def full(path: Path) -> StorageFull:
    """Return the error for a disk without room."""
    return StorageFull(f"There is no room left on the disk that holds {path.parent}. Free some space; nothing is lost.")


def busy(path: Path) -> StorageBusy:
    """Return the error for a lock that another process held for too long."""
    return StorageBusy(f"Another program has held {path} for too long. Close it and try again.")


def gone(path: Path) -> StorageGone:
    """Return the error for a file that was removed or replaced while it was open."""
    return StorageGone(f"{path} was removed or replaced while Kairos ran. Close Kairos and open it again.")


def read_only(path: Path) -> StorageReadOnly:
    """Return the error for a file or folder that may not be written."""
    return StorageReadOnly(
        f"{path} or its folder cannot be written. See that the disk is not mounted read-only and that this account may "
        "write there."
    )


def foreign(path: Path) -> StorageForeign:
    """Return the error for something that is no database of Kairos."""
    return StorageForeign(
        f"{path} is not a database of Kairos and was left as it is. "
        "Move it away, or choose another folder with --profile."
    )


def damaged(path: Path) -> StorageDamaged:
    """Return the error for a broken database of ours."""
    return StorageDamaged(
        f"{path} is damaged. Copies of it lie in {path.parent / 'backups'}. Close Kairos and open it again: "
        "what can be saved is saved then, or at once with: kairos check --repair."
    )


def key_needed(path: Path) -> KeyNeeded:
    """Return the error for an encrypted file without its key."""
    return KeyNeeded(f"{path} is encrypted. Unlock it with its passphrase or its recovery code; it was left as it is.")


def key_wrong(path: Path) -> KeyWrong:
    """Return the error for an encrypted file and a key that is not its own."""
    return KeyWrong(
        f"{path} does not open with this key, or it is damaged, and was left as it is. "
        f"Use the passphrase or recovery code it was last locked with; a file from the folder "
        f"{path.parent / 'backups'} may open as well."
    )


def not_encrypted(path: Path) -> NotEncrypted:
    """Return the error for a plain file where an encrypted one should be."""
    return NotEncrypted(
        f"{path} is not encrypted although this profile has a key, and was left as it is. "
        "Somebody may have put it there. Move it away, and the newest backup takes its place with: "
        "kairos backup restore newest"
    )


def newer(path: Path, version: int, newest: int) -> StorageNewer:
    """Return the error for a file whose schema version is above the newest one this program knows."""
    return StorageNewer(
        f"{path} was written by a newer Kairos (schema {version}; this one knows up to {newest}) "
        "and was left as it is. Install the newer Kairos again."
    )
