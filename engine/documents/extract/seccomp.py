"""A filter of system calls: this process keeps reading, writing, closing, memory and the clock, and nothing else.

Anything not on the list answers "not permitted"; calls of another architecture, or of x86's x32, end the process.
Memory can be had but never made executable, and never from a file. Numbers are those of the kernel's tables.
"""

from __future__ import annotations

import ctypes
import errno
import functools
import platform
import struct
import sys

from engine.documents.extract.libc import libc

_SET_SECCOMP, _MODE_FILTER = 22, 2
_ALLOW, _KILL = 0x7FFF0000, 0x80000000
_REFUSE = 0x00050000 | errno.EPERM
_LOAD, _JUMP_EQUAL, _JUMP_FROM, _JUMP_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCHITECTURE = 0, 4  # where they stand in struct seccomp_data
_ARGUMENTS = 16
_PROTECTION, _FILE = 2, 4  # which argument of mmap and mprotect
_EXECUTABLE = 4
_NO_FILE = 0xFFFFFFFF
_X32 = 0x40000000

_ALLOWED = {
    # read write close munmap brk rt_sigprocmask rt_sigreturn sched_yield mremap madvise getpid exit gettid futex
    # restart_syscall clock_gettime exit_group getrandom
    "x86_64": (0, 1, 3, 11, 12, 14, 15, 24, 25, 28, 39, 60, 186, 202, 219, 228, 231, 318),
    "aarch64": (63, 64, 57, 215, 214, 135, 139, 124, 216, 233, 172, 93, 178, 98, 128, 113, 94, 278),
}
_MMAP = {"x86_64": 9, "aarch64": 222}
_MPROTECT = {"x86_64": 10, "aarch64": 226}
_AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def is_known() -> bool:
    """Tell whether there is a filter for this machine."""
    return (
        sys.platform == "linux"
        and platform.machine() in _ALLOWED
        and sys.byteorder == "little"
        and sys.maxsize > 1 << 32  # a program of 32 bits makes other calls
    )


def restrict() -> bool:
    """Give up every system call but the harmless ones; tell whether it worked. Needs "no new privileges"."""
    if not is_known():
        return False
    code = program(platform.machine())
    filled = _Program(len(code) // 8, code)
    answer = libc().prctl(_SET_SECCOMP, ctypes.c_ulong(_MODE_FILTER), ctypes.byref(filled), 0, 0)
    return bool(answer == 0)


def allowed(machine: str) -> frozenset[int]:
    """Return the numbers of the calls that are allowed on the architecture, on conditions or without."""
    return frozenset({*_ALLOWED[machine], _MMAP[machine], _MPROTECT[machine]})


@functools.cache
def program(machine: str) -> bytes:
    """Return the filter for the architecture as the kernel wants it."""
    lines = [
        _line(_LOAD, value=_ARCHITECTURE),
        _line(_JUMP_EQUAL, 1, 0, _AUDIT[machine]),
        _line(_RETURN, value=_KILL),
        _line(_LOAD, value=_NUMBER),
    ]
    if machine == "x86_64":
        lines += [_line(_JUMP_FROM, 0, 1, _X32), _line(_RETURN, value=_KILL)]
    for number in _ALLOWED[machine]:
        lines += [_line(_JUMP_EQUAL, 0, 1, number), _line(_RETURN, value=_ALLOW)]
    lines += [
        _line(_JUMP_EQUAL, 0, 6, _MMAP[machine]),
        _line(_LOAD, value=_ARGUMENTS + 8 * _FILE),
        _line(_JUMP_EQUAL, 0, 3, _NO_FILE),
        _line(_LOAD, value=_ARGUMENTS + 8 * _PROTECTION),
        _line(_JUMP_ANY_BIT, 1, 0, _EXECUTABLE),
        _line(_RETURN, value=_ALLOW),
        _line(_RETURN, value=_REFUSE),
        _line(_JUMP_EQUAL, 0, 3, _MPROTECT[machine]),
        _line(_LOAD, value=_ARGUMENTS + 8 * _PROTECTION),
        _line(_JUMP_ANY_BIT, 1, 0, _EXECUTABLE),
        _line(_RETURN, value=_ALLOW),
        _line(_RETURN, value=_REFUSE),
    ]
    return b"".join(lines)


def _line(code: int, if_true: int = 0, if_false: int = 0, value: int = 0) -> bytes:
    return struct.pack("<HBBI", code, if_true, if_false, value)
