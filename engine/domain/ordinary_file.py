"""Opening a file that somebody else named: an ordinary one or none, and nobody waits for it."""

from __future__ import annotations

import os
import stat
from io import FileIO
from pathlib import Path


def ordinary_file(path: str | Path) -> FileIO | None:
    """Open a file for reading, unbuffered; None where it is a link, a folder or a device, or cannot be opened."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except OSError:
        return None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return None
    return FileIO(descriptor, "rb")
