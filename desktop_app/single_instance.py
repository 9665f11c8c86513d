"""One window per profile: a second launch brings the first to the front and ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from engine.domain.errors import AlreadyRunning
from engine.locks import ProcessLock
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api import Engine


def take_or_raise_other(paths: ProfilePaths, build_engine: Callable[[ProfilePaths], Engine]) -> ProcessLock | None:
    """Return the profile's window lock, or None where another window holds it, which was asked to come forward.

    Raises ProfileError where the lock file cannot be used, StorageError where the other cannot be asked.
    """
    lock = ProcessLock(paths.window_lock)
    try:
        lock.acquire(who="window")
    except AlreadyRunning:
        engine = build_engine(paths)
        try:
            engine.window.raise_other()
        finally:
            engine.close()
        return None
    return lock
