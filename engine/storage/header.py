"""What a file says of itself, read without SQLite, so that not one byte beside it is touched."""

from __future__ import annotations

import os
import stat
import struct
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import BinaryIO

from engine.storage.translate import damaged, foreign, newer, of_system

APPLICATION_ID = 0x4B616972
"""Marks our files for SQLite and file(1): the letters Kair."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 108  # the file header and the head of the schema's tree behind it
_LEAF = 13
_WAL_HEAD = struct.Struct(">8I")
_FRAME_HEAD = struct.Struct(">6I")
_WAL_MAGIC = frozenset({0x377F0682, 0x377F0683})


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


def examine(path: Path, newest: int) -> FileHeader:
    """Return what lies at path, reading only.

    Raises StorageForeign, StorageDamaged, StorageReadOnly where it cannot be read, and StorageNewer where
    its schema version is above newest.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
            raise foreign(path)
        with path.open("rb", buffering=0) as file:
            head = file.read(_HEADER)
            logged = _first_page_in_log(path)
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        return FileHeader(Found.NOTHING)
    except OSError as cause:
        raise of_system(cause, path) from cause
    if not head and logged is None:
        return FileHeader(Found.BLANK)
    return _judge(path, head if logged is None else logged, size if logged is None else None, newest)


def _judge(path: Path, head: bytes, size: int | None, newest: int) -> FileHeader:
    if not head.startswith(_MAGIC):
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


def _has_log(path: Path) -> bool:
    return any(
        beside.exists() and beside.stat().st_size > 0
        for beside in (path.with_name(path.name + "-wal"), path.with_name(path.name + "-journal"))
    )


def _first_page_in_log(path: Path) -> bytes | None:
    """Return the newest committed head of page 1 in the write-ahead log: it beats the one in the file."""
    try:
        with path.with_name(path.name + "-wal").open("rb") as log:
            return _newest_first_page(log)
    except FileNotFoundError:
        return None


def _newest_first_page(log: BinaryIO) -> bytes | None:
    head = log.read(_WAL_HEAD.size)
    if len(head) < _WAL_HEAD.size:
        return None
    magic, _, page_size, _, *salts, _, _ = _WAL_HEAD.unpack(head)
    if magic not in _WAL_MAGIC:
        return None
    committed: int | None = None
    seen: int | None = None
    offset = _WAL_HEAD.size
    while len(frame := log.read(_FRAME_HEAD.size)) == _FRAME_HEAD.size:
        page, pages_after_commit, *frame_salts, _, _ = _FRAME_HEAD.unpack(frame)
        if frame_salts != salts:  # left over from before the log was last restarted
            break
        seen = offset + _FRAME_HEAD.size if page == 1 else seen
        committed = seen if pages_after_commit else committed
        offset += _FRAME_HEAD.size + page_size
        log.seek(offset)
    if committed is None:
        return None
    log.seek(committed)
    found = log.read(_HEADER)
    return found if len(found) == _HEADER else None
