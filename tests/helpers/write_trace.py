"""What a program did to its files, in order, as strace saw it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CALLS = (
    "open,openat,creat,close,write,pwrite64,writev,lseek,ftruncate,truncate,fsync,fdatasync,"
    "rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,rmdir,dup,dup2,dup3,fcntl"
)
_LINE = re.compile(r"(\d+) +(\w+)\((.*)\) += (-?\d+|\?)(.*)$", re.DOTALL)
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FD = re.compile(r"(-?\d+)")


@dataclass(frozen=True, slots=True)
class Made:
    """A name for a new empty file (folder: for a new folder)."""

    path: str
    folder: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """A descriptor of the file; append: writes go to its end, emptied: it was cut to nothing."""

    path: str
    descriptor: int
    append: bool
    emptied: bool


@dataclass(frozen=True, slots=True)
class Closed:
    """The descriptor is free."""

    descriptor: int


@dataclass(frozen=True, slots=True)
class Sought:
    """The descriptor's position."""

    descriptor: int
    offset: int


@dataclass(frozen=True, slots=True)
class Wrote:
    """Bytes at the offset, None for where the descriptor stands."""

    descriptor: int
    data: bytes
    offset: int | None


@dataclass(frozen=True, slots=True)
class Cut:
    """The file's length was set."""

    descriptor: int
    length: int


@dataclass(frozen=True, slots=True)
class Synced:
    """What the descriptor names is on the disk."""

    descriptor: int


@dataclass(frozen=True, slots=True)
class Renamed:
    """One name took the place of another."""

    path: str
    new: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A name went."""

    path: str


_OF_PATHS = (Made, Opened, Renamed, Removed)
Act = Made | Opened | Closed | Sought | Wrote | Cut | Synced | Renamed | Removed


@dataclass
class Trace:
    """Acts of a program below a folder, in order; status: what it ended with."""

    acts: list[Act] = field(default_factory=list)
    status: int = 0
    said: str = ""


def traced(program: str, folder: Path, *arguments: str, log: Path) -> Trace:
    """Run the Python program with the folder as its first argument and return what it did there.

    What it writes to descriptor 1 is part of the acts: that is how it acknowledges something.
    """
    command = (
        "strace",
        "-f",
        "--seccomp-bpf",
        "-xx",
        "-s",
        "1048576",
        "-e",
        f"trace={CALLS}",
        "-e",
        "signal=none",
        "-o",
        str(log),
    )
    with log.with_suffix(".said").open("w+b") as out:
        done = subprocess.run(
            (*command, sys.executable, "-c", program, str(folder), *arguments),
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )
    acts = list(_acts(_lines(log), str(folder)))
    return Trace(acts, done.returncode, done.stderr.decode(errors="replace"))


def _lines(log: Path) -> Iterator[tuple[str, str, int]]:
    """Yield call, arguments and result of every call that succeeded, where it returned."""
    begun: dict[str, str] = {}
    with log.open(encoding="ascii") as file:
        for raw in file:
            line = raw.rstrip("\n")
            pid, _, rest = line.partition(" ")
            rest = rest.lstrip()
            if rest.endswith("<unfinished ...>"):
                begun[pid] = rest.removesuffix("<unfinished ...>")
                continue
            if rest.startswith("<... "):
                line = f"{pid} {begun.pop(pid, '')}{rest.partition('resumed>')[2]}"
            found = _LINE.match(line)
            if found and found[4] not in {"?", "-1"}:
                yield found[2], found[3], int(found[4])


def _acts(lines: Iterator[tuple[str, str, int]], folder: str) -> Iterator[Act]:
    """Yield what concerns files below the folder, or tells something."""
    ours = {1}
    for call, given, result in lines:
        reader = _READERS.get(call)
        for act in reader(given, result) if reader is not None else ():
            if _below(act, folder) and (isinstance(act, _OF_PATHS) or act.descriptor in ours):
                yield act
            if isinstance(act, Opened):
                (ours.add if _below(act, folder) else ours.discard)(act.descriptor)


def _below(act: Act, folder: str) -> bool:
    path = act.path if isinstance(act, _OF_PATHS) else folder
    return path == folder or path.startswith(folder + os.sep)


def _texts(given: str) -> list[bytes]:
    return [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(given)]


def _paths(given: str) -> list[str]:
    return [os.path.abspath(os.fsdecode(text)) for text in _texts(given)]  # noqa: PTH100  (texts of a trace)


def _number(given: str) -> int:
    found = _FD.match(given)
    return int(found[1]) if found else -1


def _last(given: str) -> int:
    return int(given.rsplit(",", 1)[1])


def _opened(given: str, result: int) -> Iterator[Act]:
    (path,) = _paths(given)
    if "O_CREAT" in given:
        yield Made(path)
    yield Opened(path, result, "O_APPEND" in given, "O_TRUNC" in given)


def _wrote(given: str, result: int) -> Iterator[Act]:
    yield Wrote(_number(given), b"".join(_texts(given))[:result], None)


def _wrote_at(given: str, result: int) -> Iterator[Act]:
    yield Wrote(_number(given), _texts(given)[0][:result], _last(given))


def _cut(given: str, _result: int) -> Iterator[Act]:
    yield Cut(_number(given), _last(given))


def _synced(given: str, _result: int) -> Iterator[Act]:
    yield Synced(_number(given))


def _renamed(given: str, _result: int) -> Iterator[Act]:
    old, new = _paths(given)
    yield Renamed(old, new)


def _removed(given: str, _result: int) -> Iterator[Act]:
    yield Removed(_paths(given)[0])


def _made_folder(given: str, _result: int) -> Iterator[Act]:
    yield Made(_paths(given)[0], folder=True)


def _closed(given: str, _result: int) -> Iterator[Act]:
    yield Closed(_number(given))


def _sought(given: str, result: int) -> Iterator[Act]:
    yield Sought(_number(given), result)


def _unexpected(given: str, _result: int) -> Iterator[Act]:
    raise NotImplementedError(given[:200])
    yield


_READERS = {
    "open": _opened, "openat": _opened, "creat": _opened, "close": _closed, "lseek": _sought,
    "write": _wrote, "writev": _wrote, "pwrite64": _wrote_at, "ftruncate": _cut, "fsync": _synced,
    "fdatasync": _synced, "rename": _renamed, "renameat": _renamed, "renameat2": _renamed, "unlink": _removed,
    "unlinkat": _removed, "rmdir": _removed, "mkdir": _made_folder, "mkdirat": _made_folder, "link": _unexpected,
    "linkat": _unexpected, "truncate": _unexpected,
}  # fmt: skip
