"""Runs a program once for every number N, with the N-th system call of a kind failing; itself runs under strace.

strace counts per process and fails the call of a fixed number. So each program is a fork of this one, which has all
libraries loaded, and makes so many calls of the kind that go nowhere that the program's N-th is the one to fail.
"""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

NOWHERE = "/proc/self/nowhere"
FAILS_AT = 2_000
"""The number of the call that fails; above what this process makes itself before it forks."""

SAVED, REFUSED, BROKEN, NOT_REACHED = 0, 3, 4, 5

_NULL = os.open(os.devnull, os.O_RDWR)
CALLS: dict[str, Callable[[], object]] = {
    "pwrite64": lambda: os.pwrite(_NULL, b"", 0),
    "write": lambda: os.write(_NULL, b""),
    "fsync": lambda: os.fsync(_NULL),
    "fdatasync": lambda: os.fdatasync(_NULL),
    "ftruncate": lambda: os.ftruncate(_NULL, 0),
    "rename": lambda: os.rename(NOWHERE, NOWHERE),  # noqa: PTH104  (exactly this call)
    "unlink": lambda: os.unlink(NOWHERE),  # noqa: PTH108
    "mkdir": lambda: os.mkdir(NOWHERE),  # noqa: PTH102
}
"""How to make one call of each kind that does nothing."""


def fails(call: str, code: int) -> bool:
    """Make one call of the kind that does nothing and return whether it ended with the code."""
    try:
        CALLS[call]()
    except OSError as error:
        return error.errno == code
    return False


def run_all(program: str, template: Path, room: Path, fault: tuple[str, int, bool], step: int) -> None:
    """Run the program in folders 1, 1 + step, ... below the room, each a copy of the template, until N is too high.

    fault: the call, the code it fails with, and whether it goes on failing then. Beside each folder lies what the
    program told and, with the status it ended with as suffix, what it said.
    """
    _in_fork(program, template, room / "warm", None)  # a first time, to know that it works
    exec(program.replace("sys.argv[1]", repr(str(_copied(template, room / "loaded")))), {"__name__": "warm"})  # noqa: S102
    number = 1
    while _in_fork(program, template, room / str(number), (*fault, number)) != NOT_REACHED:
        number += step


def _copied(template: Path, folder: Path) -> Path:
    shutil.copytree(template, folder)
    return folder


def _in_fork(program: str, template: Path, folder: Path, fault: tuple[str, int, bool, int] | None) -> int:
    _copied(template, folder)
    child = os.fork()
    if not child:
        status = BROKEN
        try:
            status = _play(program, folder, fault)
        finally:
            os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    folder.with_suffix(".said").rename(folder.with_suffix(f".{status}"))
    return status


def _play(program: str, folder: Path, fault: tuple[str, int, bool, int] | None) -> int:
    for suffix, descriptor in ((".told", 1), (".said", 2)):
        file = os.open(folder.with_suffix(suffix), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(file, descriptor)
    if fault is not None:
        call, _, _, number = fault
        for _ in range(FAILS_AT - number):
            with suppress(OSError):
                CALLS[call]()
    status = _ended(program, folder)
    return NOT_REACHED if fault is not None and not _reached(fault) else status


def _ended(program: str, folder: Path) -> int:
    from engine.domain.errors import KairosError

    try:
        exec(program.replace("sys.argv[1]", repr(str(folder))), {"__name__": "played"})  # noqa: S102
    except KairosError as error:
        os.writev(1, [f"refused {type(error).__name__}\n".encode()])
        return REFUSED
    except BaseException:  # noqa: BLE001  (whatever it is, it is told)
        os.writev(2, [traceback.format_exc().encode()])
        return BROKEN
    return SAVED


def _reached(fault: tuple[str, int, bool, int]) -> bool:
    call, code, lasting, number = fault
    if lasting:
        return fails(call, code)
    return not any(fails(call, code) for _ in range(number))


if __name__ == "__main__":
    _program, _template, _room, _call, _code, _lasting, _step = sys.argv[1:]
    run_all(
        Path(_program).read_text(encoding="utf-8"),
        Path(_template),
        Path(_room),
        (_call, int(_code), _lasting == "lasting"),
        int(_step),
    )
