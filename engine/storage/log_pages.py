"""First pages in a write-ahead log: they beat the one in the file."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

WAL_HEAD = struct.Struct(">8I")
"""Magic, format, page size, turn, two salts, two checksums."""

FRAME_HEAD = struct.Struct(">6I")
"""Page, pages after a commit (0 where it is none), two salts, two checksums."""

WAL_MAGIC = frozenset({0x377F0682, 0x377F0683})


def log_of(path: Path) -> Path:
    """Return where the write-ahead log of the database at path lies."""
    return path.with_name(path.name + "-wal")


def first_pages(path: Path) -> list[bytes]:
    """Return every committed version of page 1 in the log of the database at path, the newest first."""
    try:
        with log_of(path).open("rb") as log:
            return _committed(log)
    except FileNotFoundError:
        return []


def _committed(log: BinaryIO) -> list[bytes]:
    head = log.read(WAL_HEAD.size)
    if len(head) < WAL_HEAD.size:
        return []
    magic, _, page_bytes, _, *salts, _, _ = WAL_HEAD.unpack(head)
    if magic not in WAL_MAGIC:
        return []
    sure: list[int] = []
    seen: list[int] = []
    for offset, page, commits in _frames(log, page_bytes, salts):
        if page == 1:
            seen.append(offset)
        if commits:
            sure += seen
            seen = []
    return [found for offset in reversed(sure) if len(found := _read(log, offset, page_bytes)) == page_bytes]


def _frames(log: BinaryIO, page_bytes: int, salts: list[int]) -> Iterator[tuple[int, int, bool]]:
    """Yield where each frame's page lies, its number, and whether it ends a transaction."""
    offset = WAL_HEAD.size
    while len(frame := _read(log, offset, FRAME_HEAD.size)) == FRAME_HEAD.size:
        page, pages_after_commit, *frame_salts, _, _ = FRAME_HEAD.unpack(frame)
        if frame_salts != salts:  # left over from before the log was last restarted
            break
        yield offset + FRAME_HEAD.size, page, bool(pages_after_commit)
        offset += FRAME_HEAD.size + page_bytes


def _read(log: BinaryIO, offset: int, length: int) -> bytes:
    log.seek(offset)
    return log.read(length)
