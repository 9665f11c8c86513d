"""The C library's own functions, found once: each locked process needs them within its first millisecond."""

from __future__ import annotations

import ctypes
import functools


@functools.cache
def libc() -> ctypes.CDLL:
    """Return the C library this process has loaded."""
    return ctypes.CDLL(None, use_errno=True)
