"""A file that appears whole or not at all; the one way files are written outside the database."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from engine.domain.durable_folder import sync_folder


@contextmanager
def whole_file(path: Path, draft_suffix: str = ".part") -> Iterator[BinaryIO]:
    """Give a file to write; it takes the path's place, readable by the person alone, once the block ends well.

    Then it outlives a power cut, too. Until then it lies beside it under the path's name, some letters of its own and
    draft_suffix: nothing that is there is touched. Whatever goes wrong, the old file stays and the draft goes. Raises
    OSError where it cannot be written, and for what is there and no file: a folder, or a device such as /dev/null,
    which root could replace for everybody.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is not a file", str(path))
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}{draft_suffix}")
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(draft, flags, 0o600)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    with suppress(PermissionError):  # one may write into a folder that one may not read
        sync_folder(path.parent)
