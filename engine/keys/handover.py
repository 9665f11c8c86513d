"""How a process gives the key to one it starts: by an inherited pipe, never on a command line or in the environment."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from engine.domain.database_key import KEY_BYTES, DatabaseKey
from engine.domain.errors import KeyNeeded

OPTION = "--key-handle"
"""Names the pipe, by its number; what it holds can be read once."""


@dataclass(frozen=True, slots=True)
class Handed:
    """What starting a process takes. words: for its command line. settings: for subprocess.Popen."""

    words: tuple[str, ...] = ()
    settings: dict[str, Any] = field(default_factory=dict)


@contextmanager
def handed(key: DatabaseKey | None) -> Iterator[Handed]:
    """Give what hands the key to a process started inside the block; nothing where there is no key."""
    if key is None:
        yield Handed()
        return
    reading = _filled(key)
    try:
        yield (
            _inherited(reading) if sys.platform == "win32" else Handed((OPTION, str(reading)), {"pass_fds": (reading,)})
        )
    finally:
        os.close(reading)


def handed_on(key: DatabaseKey) -> tuple[str, ...]:
    """Return the words for the command line of the program this process is about to become (POSIX)."""
    reading = _filled(key)
    os.set_inheritable(reading, True)
    return OPTION, str(reading)


def received(number: int) -> DatabaseKey:
    """Return the key that whoever started this process handed over; KeyNeeded where there is none."""
    try:
        descriptor = _descriptor(number)
        with os.fdopen(descriptor, "rb") as pipe:
            return DatabaseKey(bytes.fromhex(pipe.read(2 * KEY_BYTES + 1).decode("ascii")))
    except (OSError, ValueError) as cause:
        raise KeyNeeded("The key of this profile was not handed over. Start Kairos again.") from cause


def _filled(key: DatabaseKey) -> int:
    reading, writing = os.pipe()
    os.write(writing, key.raw.hex().encode())
    os.close(writing)
    return reading


if sys.platform == "win32":
    import msvcrt

    def _inherited(reading: int) -> Handed:
        handle = msvcrt.get_osfhandle(reading)
        os.set_handle_inheritable(handle, True)
        start = subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]})
        return Handed((OPTION, str(handle)), {"startupinfo": start})

    def _descriptor(number: int) -> int:
        return msvcrt.open_osfhandle(number, os.O_RDONLY)

else:

    def _inherited(reading: int) -> Handed:
        return Handed((OPTION, str(reading)), {"pass_fds": (reading,)})

    def _descriptor(number: int) -> int:
        return number
