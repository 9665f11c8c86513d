"""macOS: the system's own "pure computation" profile: no files, no network, no processes. Written, never run."""

from __future__ import annotations

import ctypes
import sys

_NAMED = 1
_PROFILE = b"pure-computation"


def restrict() -> bool:
    """Give up all but computing and what is open; tell whether it worked."""
    if sys.platform != "darwin":
        return False
    try:
        enter = ctypes.CDLL("/usr/lib/libSystem.dylib").sandbox_init
    except (OSError, AttributeError):
        return False
    message = ctypes.c_char_p()
    return bool(enter(_PROFILE, ctypes.c_uint64(_NAMED), ctypes.byref(message)) == 0)
