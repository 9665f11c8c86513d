"""Open a file somebody named without being led elsewhere: ordinary files only, no links, no waiting, no side effects.

This happens outside the lock, in a process that never looks at what is in a file.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from engine.documents.extract.troubles import Refused, Trouble
from engine.domain.documents import DocumentKind

# What a platform does not have it cannot be asked for.
_FLAGS = os.O_RDONLY
for _name in ("O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY", "O_NOINHERIT"):
    _FLAGS |= getattr(os, _name, 0)


@dataclass(frozen=True, slots=True)
class OpenFile:
    """One file of a group: its number, descriptor, kind, and size when it was opened, in bytes."""

    number: int
    descriptor: int
    kind: DocumentKind
    size: int


def opened_group(files: Iterable[tuple[str, str, int, str]]) -> tuple[list[Any], list[OpenFile]]:
    """Open what can be; return for each file what was seen of it or the number of its trouble, and the open ones.

    files: path, kind, largest number of bytes and named folder of each.
    """
    told: list[Any] = []
    open_files: list[OpenFile] = []
    for number, (path, kind, largest_bytes, folder) in enumerate(files):
        try:
            descriptor = opened(path, largest_bytes, folder)
        except Refused as refusal:
            told.append(int(refusal.trouble))
            continue
        told.append(seen(descriptor))
        open_files.append(OpenFile(number, descriptor, DocumentKind(kind), told[-1][0]))
    return told, open_files


def opened(path: str, largest_bytes: int, folder: str = "") -> int:
    """Return a descriptor of an ordinary file that lies in the folder, "" for anywhere; raises Refused."""
    try:
        # Looked at first: opening a device can do something, and a link is to be called one.
        _check(os.lstat(path), largest_bytes)
        descriptor = os.open(path, _FLAGS)
    except FileNotFoundError:
        raise Refused(Trouble.GONE) from None
    except PermissionError:
        raise Refused(Trouble.DENIED) from None
    except (OSError, ValueError) as error:
        raise Refused(Trouble.UNOPENABLE, str(getattr(error, "errno", ""))) from None
    try:
        _check(os.fstat(descriptor), largest_bytes)
        if folder and not _lies_in(descriptor, folder):
            raise Refused(Trouble.GONE)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _lies_in(descriptor: int, folder: str) -> bool:
    """Return whether an open file lies in the folder, links on the way to the folder itself followed.

    A folder on the way may have become a link since it was walked through, and O_NOFOLLOW guards the last part of a
    path alone. Only Linux tells where an open file lies; elsewhere that moment is left unguarded.
    """
    try:
        place = os.readlink(f"/proc/self/fd/{descriptor}")  # noqa: PTH115  (bytes that are no text stay as they are)
    except OSError:
        return True
    return place.startswith(os.path.realpath(folder).rstrip("/") + "/")


def _check(status: os.stat_result, largest_bytes: int) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise Refused(Trouble.LINK)
    if not stat.S_ISREG(status.st_mode):
        raise Refused(Trouble.SPECIAL)
    if status.st_size > largest_bytes:
        raise Refused(Trouble.TOO_LARGE)


def seen(descriptor: int) -> tuple[int, int, int, int]:
    """Return size, time of the last change in nanoseconds, inode and device of an open file."""
    status = os.fstat(descriptor)
    return status.st_size, status.st_mtime_ns, status.st_ino, status.st_dev
