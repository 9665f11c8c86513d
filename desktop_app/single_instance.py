"""One window per profile: a second launch brings the first to the front and ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from engine.domain.errors import AlreadyRunning, KeyNeeded
from engine.locks import ProcessLock
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api import Engine


def take_or_raise_other(paths: ProfilePaths, build_engine: Callable[[ProfilePaths], Engine]) -> ProcessLock | None:
    """Return the profile's window lock, or None where another window holds it, which was asked to come forward.

    Raises ProfileError where the lock file cannot be used, StorageError where the other cannot be asked,
    AlreadyRunning where this process cannot open the profile by itself.
    """
    lock = ProcessLock(paths.window_lock)
    try:
        lock.acquire(who="window")
    except AlreadyRunning:
        engine = _built(paths, build_engine)
        try:
            engine.window.raise_other()
        finally:
            engine.close()
        return None
    return lock


def _built(paths: ProfilePaths, build_engine: Callable[[ProfilePaths], Engine]) -> Engine:
    try:
        return build_engine(paths)
    except KeyNeeded as locked:  # the other window was unlocked by hand, and this process cannot ask it
        raise AlreadyRunning("The window of Kairos is open already. Bring it to the front by hand.") from locked
