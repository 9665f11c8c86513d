"""First pages in a write-ahead log: they beat the one in the file."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import RawIOBase
from pathlib import Path
from typing import BinaryIO

WAL_HEAD = struct.Struct(">8I")
"""Magic, format, page size, turn, two salts, two checksums."""

FRAME_HEAD = struct.Struct(">6I")
"""Page, pages after a commit (0 where it is none), two salts, two checksums."""

WAL_MAGIC = frozenset({0x377F0682, 0x377F0683})

_LOOKS = 50  # at a log that is started anew while it is read


def log_of(path: Path) -> Path:
    """Return where the write-ahead log of the database at path lies: beside the file itself, not a link to it."""
    return beside(path, "-wal")


def beside(path: Path, ending: str) -> Path:
    """Return the file whose name ends so next to the database at path; where that is a link, next to its target."""
    real = path.resolve()
    return real.with_name(real.name + ending)


def first_pages(path: Path) -> list[bytes]:
    """Return every committed version of page 1 in the log of the database at path, the newest first."""
    try:
        with log_of(path).open("rb", buffering=0) as log:
            return settled_pages(log)
    except FileNotFoundError:
        return []


def settled_pages(log: BinaryIO | RawIOBase) -> list[bytes]:
    """Return every committed version of page 1 in the log, the newest first, though others write it meanwhile.

    No lock is taken. Who starts the log anew writes its head before any page, so pages count only if the head is
    the same after they were read as before.
    """
    found: list[bytes] = []
    for _ in range(_LOOKS):
        head = _read(log, 0, WAL_HEAD.size)
        found = _committed(log, head)
        if _read(log, 0, WAL_HEAD.size) == head:
            break
    return found


def _committed(log: BinaryIO | RawIOBase, head: bytes) -> list[bytes]:
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


def _frames(log: BinaryIO | RawIOBase, page_bytes: int, salts: list[int]) -> Iterator[tuple[int, int, bool]]:
    """Yield where each frame's page lies, its number, and whether it ends a transaction."""
    offset = WAL_HEAD.size
    while len(frame := _read(log, offset, FRAME_HEAD.size)) == FRAME_HEAD.size:
        page, pages_after_commit, *frame_salts, _, _ = FRAME_HEAD.unpack(frame)
        if frame_salts != salts:  # left over from before the log was last restarted
            break
        yield offset + FRAME_HEAD.size, page, bool(pages_after_commit)
        offset += FRAME_HEAD.size + page_bytes


def _read(log: BinaryIO | RawIOBase, offset: int, length: int) -> bytes:
    log.seek(offset)
    return log.read(length) or b""
