"""Landlock: from here on this process opens no file, makes no TCP connection and signals nobody outside itself.

Numbers and structures are those of the kernel's include/uapi/linux/landlock.h; no rule is added, so nothing is allowed.
"""

from __future__ import annotations

import ctypes
import functools
import os
import sys

from engine.documents.extract.libc import libc

_CREATE_RULESET = 444  # the same number on every architecture
_RESTRICT_SELF = 446
_VERSION = 1  # flag: tell the version only
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}  # version: how many kinds of access it knows; later ones know 16
_ALL_FILE_RIGHTS = 16
_NET_SINCE, _SCOPES_SINCE = 4, 6
_TCP = 0b11  # bind, connect
_SCOPES = 0b11  # abstract UNIX sockets, signals


class _Rules(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


@functools.cache
def version() -> int:
    """Return the version of Landlock this kernel offers, 0 for none."""
    if sys.platform != "linux":
        return 0
    return max(0, int(libc().syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_VERSION))))


def restrict() -> int:
    """Give up every file, and connections where the kernel can; return the version, 0 where nothing was given up."""
    known = version()
    if not known:
        return 0
    rules = _Rules((1 << _FILE_RIGHTS.get(known, _ALL_FILE_RIGHTS)) - 1, 0, 0)
    size = 8
    if known >= _NET_SINCE:
        rules.net, size = _TCP, 16
    if known >= _SCOPES_SINCE:
        rules.scoped, size = _SCOPES, 24
    ruleset = int(libc().syscall(_CREATE_RULESET, ctypes.byref(rules), ctypes.c_size_t(size), ctypes.c_uint32(0)))
    if ruleset < 0:
        return 0
    restricted = libc().syscall(_RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint32(0))
    os.close(ruleset)
    return known if restricted == 0 else 0
