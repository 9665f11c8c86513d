"""The folder the process that speaks lives in: gone with it, and where it was killed, at the next start."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from engine.locks import ProcessLock, is_held

HELD = "held"
"""The lock in it, which the system lets go when whoever made the folder dies."""
_PREFIX = "kairos-together-"
_SETTLED_S = 60.0  # a folder that was made just now may not be held yet


@contextmanager
def home() -> Iterator[Path]:
    """Give a fresh folder for as long as it is needed; what killed ones of the same person left is taken away."""
    with tempfile.TemporaryDirectory(prefix=_PREFIX) as name:
        own = Path(name)
        with ProcessLock(own / HELD) as lock:
            lock.acquire(who="round")
            _take_away_left(own)
            yield own


def _take_away_left(own: Path) -> None:
    with suppress(OSError):
        now_s = own.stat().st_mtime
        for folder in own.parent.glob(f"{_PREFIX}*"):
            if _is_left(folder, now_s):
                shutil.rmtree(folder, ignore_errors=True)


def _is_left(folder: Path, now_s: float) -> bool:
    """Return whether it is a folder of this person's that somebody held and nobody holds any more."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    mine = found.st_uid == os.getuid() if hasattr(os, "getuid") else True  # on Windows the folder of all is a person's
    settled = stat.S_ISDIR(found.st_mode) and now_s - found.st_mtime > _SETTLED_S
    return mine and settled and (folder / HELD).is_file() and not is_held(folder / HELD)
