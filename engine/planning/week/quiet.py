"""Keeps what the solver prints by itself out of the program's own output, which others may read as answers."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_OUT = 1


@contextmanager
def quiet() -> Iterator[None]:
    """Send what compiled code writes to the standard output nowhere; nothing where there is no such output."""
    try:
        kept = os.dup(_OUT)
    except OSError:
        yield
        return
    try:
        if sys.stdout is not None:
            with suppress(ValueError, OSError):
                sys.stdout.flush()
        _flush()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, _OUT)
        os.close(nowhere)
        yield
    finally:
        _flush()
        os.dup2(kept, _OUT)
        os.close(kept)


def _flush() -> None:
    """Empty the buffers of the C library, which would be written later."""
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL("ucrtbase" if sys.platform == "win32" else None)
        library.fflush(None)
