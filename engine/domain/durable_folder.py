"""Names that outlive a power cut: a file is only found again once the folder that names it is on the disk, too."""

from __future__ import annotations

import errno
import os
from pathlib import Path

_NOT_TO_BE_HAD = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS})  # network and user-space file systems


def sync_folder(folder: Path) -> None:
    """Make the folder's entries durable; nothing where the system knows no such thing. Raises OSError."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as cause:
        if cause.errno not in _NOT_TO_BE_HAD:
            raise
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make the folder and those above it that are missing, each the person's alone and durable. Raises OSError."""
    if folder.is_dir() or folder == folder.parent:
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o700)
    try:
        sync_folder(folder.parent)
    except PermissionError:  # one may make something in a folder that one may not read
        return
