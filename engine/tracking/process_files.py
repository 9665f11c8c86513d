"""Which files a process has open or was started with: a bounded look that never waits and never raises.

On Linux the links in /proc are read, which the kernel answers from memory; elsewhere psutil is asked. Only processes
of the same user are looked at.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from urllib.parse import unquote

import psutil

_MOST_FILES = 512
_MOST_ARGUMENTS = 64
_MOST_CHILDREN = 24
_DELETED = " (deleted)"
_LINUX = sys.platform.startswith("linux")


def open_files(pid: int) -> Iterator[str]:
    """Yield the paths of files the process has open; one that was replaced meanwhile by its old name."""
    if not _LINUX:
        yield from _asked_open_files(pid)
    elif _is_ours(pid):
        yield from _linked_files(Path(f"/proc/{pid}/fd"))


def arguments(pid: int) -> Iterator[str]:
    """Yield the paths among the words the process was started with, as seen from where it works."""
    words, folder = _started(pid)
    for word in words[1 : _MOST_ARGUMENTS + 1]:
        path = unquote(word.removeprefix("file://")) if word.startswith("file:///") else word
        if path and not path.startswith("-"):
            yield _joined(folder, path)


def descendants(pid: int) -> list[int]:
    """Return the processes started by this one and by those, nearest first, up to some number."""
    if not _LINUX:
        return []
    found, place = [pid], 0
    while place < len(found) and len(found) <= _MOST_CHILDREN:
        found += _children(found[place])
        place += 1
    return found[1 : _MOST_CHILDREN + 1]


def _linked_files(folder: Path) -> Iterator[str]:
    try:
        with os.scandir(folder) as links:
            for link in islice(links, _MOST_FILES):
                target = _target(link.path)
                if target.startswith("/"):
                    yield target.removesuffix(_DELETED)
    except OSError:
        return


def _target(link: str) -> str:
    try:
        return os.readlink(link)  # noqa: PTH115  (bare text is many times cheaper than a path, for every descriptor)
    except OSError:
        return ""


def _asked_open_files(pid: int) -> Iterator[str]:
    if sys.platform == "win32":  # there the question can hang, and takes seconds
        return
    try:
        yield from (file.path for file in islice(psutil.Process(pid).open_files(), _MOST_FILES))
    except (psutil.Error, OSError, ValueError):
        return


def _started(pid: int) -> tuple[list[str], str]:
    """Return the words a process was started with and the folder it works in."""
    try:
        if not _LINUX:
            process = psutil.Process(pid)
            return process.cmdline(), process.cwd()
        if not _is_ours(pid):
            return [], ""
        words = Path(f"/proc/{pid}/cmdline").read_bytes()[:32_768].rstrip(b"\0").split(b"\0")
        return [os.fsdecode(word) for word in words], _target(f"/proc/{pid}/cwd")
    except (psutil.Error, OSError, ValueError):
        return [], ""


def _children(pid: int) -> list[int]:
    found: list[int] = []
    try:
        with os.scandir(f"/proc/{pid}/task") as tasks:
            for task in islice(tasks, _MOST_CHILDREN):
                told = Path(task.path, "children").read_bytes()
                found += map(int, told.split()[:_MOST_CHILDREN])
    except (OSError, ValueError):
        return found
    return found


def _is_ours(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}").stat().st_uid == os.getuid()
    except OSError:
        return False


def _joined(folder: str, path: str) -> str:
    """Return the path from the folder on, without "." and ".."; nothing on the disk is asked."""
    if not _LINUX:
        return str(Path(folder, path))
    parts: list[str] = []
    for part in (path if path.startswith("/") else f"{folder}/{path}").split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in {"", "."}:
            parts.append(part)
    return "/" + "/".join(parts)
