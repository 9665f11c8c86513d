"""The files of a calendar on the disk: which they are, what they look like from outside, and their bytes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from engine.domain.calendars import CalendarKind, Skipped
from engine.domain.errors import ImportFailed
from engine.domain.ordinary_file import ordinary_file

LARGEST_FILE = 16 << 20
LARGEST_FOLDER = 64 << 20
MOST_FILES = 200
ENDING = ".ics"


def kind_of(path: str) -> CalendarKind:
    """Return whether a file or a folder is named; raises ImportFailed where it is neither."""
    place = Path(path)
    if "\0" in path:
        raise ImportFailed("A path cannot hold a NUL character. Choose a file that ends in .ics, or a folder of them.")
    try:
        if place.is_dir():
            return CalendarKind.FOLDER
        if place.is_file():
            return CalendarKind.FILE
        gone = not place.exists()
    except (OSError, ValueError) as cause:
        raise ImportFailed(f"{path} cannot be read: {cause}.") from cause
    if gone:
        raise ImportFailed(f"{path} is not there. Choose a file that ends in .ics, or a folder of such files.")
    raise ImportFailed(f"{path} is not an ordinary file. Choose a file that ends in .ics, or a folder of such files.")


def look_of(path: str, kind: CalendarKind, mark: str) -> str:
    """Return what changes when the files do: from their names, sizes and times alone.

    mark: what else decides how they are read.
    """
    told = [mark]
    for name in _names(path, kind):
        try:
            status = Path(name).lstat()
        except OSError as trouble:
            told.append(f"{name} {trouble.errno}")
        else:
            told.append(f"{name} {status.st_ino} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}")
    return hashlib.sha256("\n".join(told).encode("utf-8", "replace")).hexdigest()


def file_bytes(path: str, kind: CalendarKind) -> Iterator[tuple[str, bytes | Skipped]]:
    """Yield the name of each file and its bytes, or why it was not read.

    Raises ImportFailed where the folder cannot be listed or holds too many files.
    """
    names = _names(path, kind)
    if kind is CalendarKind.FOLDER:
        _check_folder(path, len(names))
    left = LARGEST_FOLDER
    for name in names:
        short = Path(name).name
        data = _bytes(name, min(left, LARGEST_FILE), follow=kind is CalendarKind.FILE)
        if isinstance(data, bytes):
            left -= len(data)
            yield short, data
        else:
            yield short, Skipped(short, data)


def _check_folder(path: str, files: int) -> None:
    if not Path(path).is_dir():
        raise ImportFailed(f"The folder {path} is not there any more. Its blocks are kept as they were.")
    if files > MOST_FILES:
        raise ImportFailed(f"{path} holds more than {MOST_FILES} calendar files. Name a folder with fewer.")


def _names(path: str, kind: CalendarKind) -> list[str]:
    if kind is CalendarKind.FILE:
        return [path]
    try:
        with os.scandir(path) as found:
            names = [one.path for one in found if one.name.lower().endswith(ENDING) and not one.name.startswith(".")]
    except OSError:
        return []
    return sorted(names)


def _bytes(name: str, largest: int, *, follow: bool) -> bytes | str:
    """Return what a file holds, or why not. follow: a link that the person named is theirs; one in a folder is not."""
    opened = ordinary_file(Path(name).resolve() if follow else name)
    if opened is None:
        return "it is not there, cannot be read, or is a link or a device"
    with opened as file:
        try:
            size = os.fstat(file.fileno()).st_size
            data = b"" if size > largest else file.read(largest + 1)
        except OSError as trouble:
            return f"it cannot be read: {trouble.strerror or trouble}"
    if size > largest or len(data) > largest:
        return f"it is larger than {LARGEST_FILE >> 20} MB; export a shorter span of time"
    return data
