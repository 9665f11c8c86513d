"""How much memory, processor time and what else the process that reads may have."""

from __future__ import annotations

import ctypes
import sys

from engine.documents.extract.libc import libc

MEMORY_BYTES = 1 << 30
CPU_SECONDS = 10
_KILL_AFTER = 1  # seconds of processor time between being told and being killed
_SET_DUMPABLE, _SET_DEATH_SIGNAL, _SET_NO_NEW_PRIVILEGES = 4, 1, 38  # of prctl
_KILL = 9

if sys.platform != "win32":
    import resource

    def limit() -> tuple[bool, bool]:
        """Take the limits on; return whether memory and processor time are limited now.

        Also no dumps, no new or longer files, no further descriptors, no further processes where the user is not root.
        """
        for kind in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE, resource.RLIMIT_NPROC):
            _set(kind, 0, 0)
        # macOS takes a limit on memory and does not hold it.
        memory = _set(resource.RLIMIT_AS, MEMORY_BYTES, MEMORY_BYTES) and sys.platform == "linux"
        return memory, _set(resource.RLIMIT_CPU, CPU_SECONDS, CPU_SECONDS + _KILL_AFTER)

    def _set(kind: int, soft: int, hard: int) -> bool:
        try:
            resource.setrlimit(kind, (soft, hard))
        except (OSError, ValueError):
            return False
        return True

else:
    from engine.documents.extract.job_object import limit as limit  # noqa: PLC0414  (the other platform's door)


def seal() -> None:
    """Never gain rights again, never be looked into, and die with the process that made this one (Linux)."""
    if sys.platform == "linux":
        for option, value in ((_SET_DEATH_SIGNAL, _KILL), (_SET_NO_NEW_PRIVILEGES, 1), (_SET_DUMPABLE, 0)):
            libc().prctl(option, ctypes.c_ulong(value), ctypes.c_ulong(0), ctypes.c_ulong(0), ctypes.c_ulong(0))
