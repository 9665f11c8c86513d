"""Which program a window belongs to."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import PurePath

import psutil

_KEPT = 256


class Executables:
    """Paths of programs by process id, remembered as long as the process is the same one."""

    def __init__(self, kept: int = _KEPT) -> None:
        self._kept = kept
        self._known: OrderedDict[tuple[int, float], str] = OrderedDict()

    def of(self, pid: int | None) -> str:
        """Return the full path of the process's program, "" where it is unknown, gone or not ours to ask."""
        if pid is None or pid <= 0:
            return ""
        try:
            process = psutil.Process(pid)
            key = (pid, process.create_time())
            if key not in self._known:
                self._known[key] = _path_of(process)
        except (psutil.Error, OSError, ValueError, OverflowError):
            return ""
        self._known.move_to_end(key)
        while len(self._known) > self._kept:
            self._known.popitem(last=False)
        return self._known[key]

    def __len__(self) -> int:
        return len(self._known)


def _path_of(process: psutil.Process) -> str:
    """Return the program's path; where another user's or a sandbox's may not be read, its bare name."""
    try:
        path = process.exe()
    except (psutil.AccessDenied, OSError):
        path = ""
    # An upgrade replaces the file under a running program; the kernel then marks the path.
    return (path or PurePath(process.name()).name).removesuffix(" (deleted)")


_executables = Executables()


def executable_of(pid: int | None) -> str:
    """Return the full path of the process's program, "" where it is unknown, gone or not ours to ask; never raises."""
    return _executables.of(pid)
