"""A file on a disk that is full after some bytes."""

from __future__ import annotations

import errno
import io
import os
from typing import Any


class FullFile(io.BytesIO):
    """Takes so many bytes and then has no room left."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self._room = room

    def write(self, data: Any) -> int:
        """Write, or say that there is no room."""
        if self.tell() + len(data) > self._room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return super().write(data)
