"""What a file says of itself, read so that not one byte of it or beside it is touched."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from engine.domain.database_key import DatabaseKey
from engine.storage.cipher import PAGE_BYTES, is_plain, looks_encrypted
from engine.storage.log_pages import beside, first_pages, log_of
from engine.storage.translate import damaged, foreign, key_needed, newer, not_encrypted, of_system

APPLICATION_ID = 0x4B616972
"""Marks our files for SQLite and file(1): the letters Kair."""

_HEADER = 108  # the file header and the head of the schema's tree behind it
_LEAF = 13
_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
_JOURNAL_HEAD = 28  # magic, records, nonce, pages before the transaction, sector size, page size
_PAGES_BEFORE = 16


class Found(Enum):
    """What lies where the database should be."""

    NOTHING = "nothing"
    BLANK = "blank"  # a file we may fill: no bytes, or a database without a table, as a killed creation leaves it
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class FileHeader:
    """What was found, and the schema version it has (0 where it has none)."""

    found: Found
    version: int = 0


def examine(path: Path, newest: int, key: DatabaseKey | None = None) -> FileHeader:
    """Return what lies at path, reading only. key: of the profile, None where it has none.

    Raises StorageForeign, StorageDamaged, StorageReadOnly where it cannot be read, and StorageNewer where
    its schema version is above newest; KeyNeeded for an encrypted file without a key, KeyWrong for another one's,
    NotEncrypted for a plain file where there is a key.
    """
    try:
        lying = _lying(path)
        if lying is None:
            return FileHeader(Found.NOTHING)
        first, size, logged = lying
        if (not first and not logged) or (not logged and _was_empty(path)):
            return FileHeader(Found.BLANK)
        if not is_plain(first or logged[0]):
            return _judge_locked(path, first or logged[0], logged, newest, key)
    except OSError as cause:
        raise of_system(cause, path) from cause
    header = _judge(path, logged[0] if logged else first, None if logged else size, newest)
    if key is not None:
        raise not_encrypted(path)
    return header


def _lying(path: Path) -> tuple[bytes, int, list[bytes]] | None:
    """Return the first page and the size of the file, and the first pages in its log; None where there is no file."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
            raise foreign(path)
        with path.open("rb", buffering=0) as file:
            return file.read(PAGE_BYTES), os.fstat(file.fileno()).st_size, first_pages(path)
    except FileNotFoundError:
        return None


def _judge_locked(path: Path, first: bytes, logged: list[bytes], newest: int, key: DatabaseKey | None) -> FileHeader:
    if key is None:
        raise key_needed(path) if looks_encrypted(first) else foreign(path)
    from engine.storage.locked_header import stamp_of  # noqa: PLC0415  (plain profiles need none of it)

    stamp = stamp_of(path, key, first, logged, whole=not _has_log(path))
    if stamp.blank:
        return FileHeader(Found.BLANK)
    if stamp.application != APPLICATION_ID:
        raise foreign(path)
    if stamp.version > newest:
        raise newer(path, stamp.version, newest)
    return FileHeader(Found.OURS, stamp.version)


def _judge(path: Path, head: bytes, size: int | None, newest: int) -> FileHeader:
    if not is_plain(head):
        raise foreign(path)
    if len(head) < _HEADER:
        raise damaged(path)
    version, application = _number(head, 60), _number(head, 68)
    if application == 0 and version == 0 and _has_no_table(head):
        return FileHeader(Found.BLANK)
    if application != APPLICATION_ID:
        raise foreign(path)
    if version > newest:
        raise newer(path, version, newest)
    if size is not None and _is_cut_short(path, head, size):
        raise damaged(path)
    return FileHeader(Found.OURS, version)


def _number(head: bytes, offset: int) -> int:
    return int.from_bytes(head[offset : offset + 4], "big")


def _page_size(head: bytes) -> int:
    size = int.from_bytes(head[16:18], "big")
    return 65_536 if size == 1 else size


def _has_no_table(head: bytes) -> bool:
    return head[100] == _LEAF and int.from_bytes(head[103:105], "big") == 0


def _is_cut_short(path: Path, head: bytes, size: int) -> bool:
    """Tell whether pages the header counts are missing; with a log beside the file they may lie there."""
    if _number(head, 24) != _number(head, 92) or _has_log(path):
        return False
    return size < _number(head, 28) * _page_size(head)


def _was_empty(path: Path) -> bool:
    """Tell whether SQLite, once it opens the file, will take it back to nothing: the power failed while it was made."""
    try:
        with beside(path, "-journal").open("rb", buffering=0) as journal:
            head = journal.read(_JOURNAL_HEAD)
    except FileNotFoundError:
        return False
    return head.startswith(_JOURNAL_MAGIC) and len(head) == _JOURNAL_HEAD and _number(head, _PAGES_BEFORE) == 0


def _has_log(path: Path) -> bool:
    return any(one.exists() and one.stat().st_size > 0 for one in (log_of(path), beside(path, "-journal")))
