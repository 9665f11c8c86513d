"""Shut this process away, before it sees the first byte of a document; there is no way back."""

from __future__ import annotations

import platform
import sys

from engine.documents.extract import landlock, limits, mac_sandbox, seccomp
from engine.documents.extract.libc import libc

FILES, NETWORK, CALLS, MEMORY, CPU = 1, 2, 4, 8, 16  # bits of what `lock` returns
EVERYTHING = FILES | NETWORK | CALLS | MEMORY | CPU


def lock() -> int:
    """Give up files, network, system calls, memory and time; return what is held now, as bits."""
    limits.seal()
    held = FILES if landlock.restrict() else 0
    memory, cpu = limits.limit()
    held |= (MEMORY if memory else 0) | (CPU if cpu else 0)
    if sys.platform == "darwin":
        return held | (FILES | NETWORK | CALLS if mac_sandbox.restrict() else 0)
    # The filter comes last: it forbids what the others need. It keeps from files and sockets as well.
    return held | (FILES | NETWORK | CALLS if seccomp.restrict() else 0)


def prepare() -> None:
    """Do what can be done before anything is locked, so that locking is quick."""
    if sys.platform == "linux":
        libc()
        landlock.version()
        if seccomp.is_known():
            seccomp.program(platform.machine())


def lacking(held: int) -> str:
    """Return one sentence on what is missing, empty where nothing is."""
    names = {
        FILES: "opening other files", NETWORK: "connections", CALLS: "other system calls",
        MEMORY: "taking much memory", CPU: "taking much processor time",
    }  # fmt: skip
    missing = [name for bit, name in names.items() if not held & bit]
    return f"This system does not keep a document's reader from: {', '.join(missing)}." if missing else ""
