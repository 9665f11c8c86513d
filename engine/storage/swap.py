"""Another file takes the database's place: at every instant either the old one or the new one lies there, whole."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from engine.domain.durable_folder import sync_folder
from engine.storage.log_pages import FRAME_HEAD, WAL_HEAD, WAL_MAGIC, log_of

_WORD = 0xFFFF_FFFF
_SUMMED_OF_HEAD = 24  # the bytes of the log's head before its own checksum
_SUMMED_OF_FRAME = 8


def replace_database(path: Path, new: Path) -> None:
    """Put the file new in the database's place; what the old one's log holds goes into the old one first.

    Both lie in one folder, nobody has either open, and new has no log beside it. A log that stayed would be taken
    for the new file's. No key is needed: pages are moved as they lie. Raises OSError.
    """
    path = path.resolve()  # a link stays one: what it leads to is replaced
    _make_durable(new)
    if path.exists():
        move_log_in(path)
    for ending in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    sync_folder(path.parent)
    new.replace(path)
    sync_folder(path.parent)


def move_log_in(path: Path) -> None:
    """Write what the write-ahead log of the database at path has committed into the file, as SQLite would.

    Nobody has it open. Doing it again, after a kill in between, comes to the same. Raises OSError.
    """
    try:
        with log_of(path).open("rb") as log:
            pages, count, page_bytes = _committed(log)
            if not pages:
                return
            with path.open("r+b") as file:
                for number, offset in sorted(pages.items()):
                    log.seek(offset)
                    file.seek((number - 1) * page_bytes)
                    file.write(log.read(page_bytes))
                file.truncate(count * page_bytes)
                file.flush()
                os.fsync(file.fileno())
    except FileNotFoundError:
        return


def _committed(log: BinaryIO) -> tuple[dict[int, int], int, int]:
    """Return where in the log the newest committed version of each page lies, their count in all, and their size."""
    sure: dict[int, int] = {}
    seen: dict[int, int] = {}
    count = page_bytes = 0
    for number, offset, pages_after_commit, length in _valid_frames(log):
        seen[number] = offset
        if pages_after_commit:
            sure |= seen
            seen, count, page_bytes = {}, pages_after_commit, length
    return {number: offset for number, offset in sure.items() if number <= count}, count, page_bytes


def _valid_frames(log: BinaryIO) -> Iterator[tuple[int, int, int, int]]:
    """Yield number, place, pages after the commit (0 for none), and length of each page up to the first torn one."""
    head = log.read(WAL_HEAD.size)
    if len(head) < WAL_HEAD.size:
        return
    magic, _, page_bytes, _, *salts, first, second = WAL_HEAD.unpack(head)
    big = bool(magic & 1)
    sums = _summed(head[:_SUMMED_OF_HEAD], (0, 0), big=big)
    if magic not in WAL_MAGIC or sums != (first, second):
        return
    offset = WAL_HEAD.size
    while len(frame := log.read(FRAME_HEAD.size + page_bytes)) == FRAME_HEAD.size + page_bytes:
        number, pages_after_commit, *frame_salts, first, second = FRAME_HEAD.unpack(frame[: FRAME_HEAD.size])
        sums = _summed(frame[:_SUMMED_OF_FRAME] + frame[FRAME_HEAD.size :], sums, big=big)
        if frame_salts != salts or sums != (first, second) or number == 0:
            return
        yield number, offset + FRAME_HEAD.size, pages_after_commit, page_bytes
        offset += len(frame)


def _summed(data: bytes, sums: tuple[int, int], *, big: bool) -> tuple[int, int]:
    """Go on with SQLite's checksum of a log over more bytes."""
    words = struct.unpack(f"{'>' if big else '<'}{len(data) // 4}I", data)
    first, second = sums
    for one, other in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & _WORD
        second = (second + other + first) & _WORD
    return first, second


def _make_durable(new: Path) -> None:
    with new.open("rb+") as file:
        os.fsync(file.fileno())
