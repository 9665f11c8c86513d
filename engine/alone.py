"""A profile to oneself: for what replaces its database, which nobody may have open meanwhile."""

from __future__ import annotations

import logging
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from engine.domain.errors import AlreadyRunning, ProfileError
from engine.domain.health import RecorderState
from engine.launch import WorkerJob
from engine.locks import ProcessLock, is_held
from engine.paths import ProfilePaths
from engine.tracking.launch import start_recorder

if TYPE_CHECKING:
    from engine.storage.heartbeat import Beat

_log = logging.getLogger(__name__)

PATIENCE_S = 20.0
"""How long a recorder and workers are given to end in good order."""

SURE_S = 12.0
"""How long a recorder goes without a desktop before another one takes its place; a first look may take 10 s."""

_LOOK_EVERY_S = 0.1
_LAST_PID = 2**31 - 1  # and 0 would be everybody of this process's group


@contextmanager
def profile_alone(
    paths: ProfilePaths, *, patience_s: float = PATIENCE_S, restart: Callable[[Path], object] | None = None
) -> Iterator[None]:
    """Keep every other process of the profile out until the block ends.

    Recorder and workers are asked to end; a recorder that ran is started again in the end, however the block ends.
    Locks that this process holds itself count as taken, so a window may ask, too. Commands that only read hold no
    lock: who replaces the file finds out about them by SQLite's own. Raises AlreadyRunning with what to close where the
    window of another process is open or something does not end in time; then nothing has changed.
    """
    ran = _held_elsewhere(paths.recorder_lock)
    deadline = time.monotonic() + patience_s
    try:
        with ExitStack() as held:
            _take_window(held, paths.window_lock)
            for path, who in _roles(paths):
                _take(held, path, who, deadline)
            yield
    finally:
        if ran and not is_held(paths.recorder_lock):
            with suppress(OSError):  # the window and the log-in start one, too
                restart(paths.folder) if restart else start_recorder(paths.folder, paths.key)


@contextmanager
def workers_away(paths: ProfilePaths, *, patience_s: float = PATIENCE_S) -> Iterator[None]:
    """Keep workers out until the block ends: what one has read and not yet stored must not come after it.

    Recorder and window go on. Raises AlreadyRunning where a worker does not end in time.
    """
    deadline = time.monotonic() + patience_s
    with ExitStack() as held:
        for job in WorkerJob:
            _take(held, paths.worker_lock(job), f"worker “{job}”", deadline)
        yield


def remove_leftovers(paths: ProfilePaths) -> None:
    """Remove what killed processes left while they replaced the database or exported: it may hold all in the clear.

    What belongs to a process that still runs stays: it holds a lock, of the keys or, as any that has the profile alone,
    of the window. Raises Storage errors, ProfileError.
    """
    from engine.reports.workroom import remove_abandoned  # noqa: PLC0415  (seldom wanted)
    from engine.storage.encryption import remove_draft  # noqa: PLC0415
    from engine.storage.restore import remove_leftovers as remove_others  # noqa: PLC0415

    with suppress(AlreadyRunning), ProcessLock(paths.keys_lock) as lock:
        lock.acquire(who="change of keys")
        remove_draft(paths.database)
    with suppress(AlreadyRunning):
        remove_abandoned(paths.drafts)
    with suppress(AlreadyRunning), ExitStack() as held:
        _take_window(held, paths.window_lock)
        remove_others(paths.database)


def who_records(paths: ProfilePaths) -> str | None:
    """Return the recorder that another process is, as " (process 12)" or "" where it told no number; None for none.

    Who has the profile alone is none, though it holds the same lock: it holds the window's, too. Raises ProfileError.
    """
    number = _holder(paths.recorder_lock)
    if not _held_elsewhere(paths.recorder_lock) or (
        is_held(paths.window_lock) and number == _holder(paths.window_lock)
    ):
        return None
    return "" if number is None else f" (process {number})"


def replace_blind(paths: ProfilePaths, lock: ProcessLock, sees: Callable[[], bool], sure_s: float) -> bool:
    """Take the lock of a recorder that lost its desktop for good, as at log-out; returns whether that was done.

    It lives on where nobody ends what a session leaves behind, and keeps out the recorder of the next log-in. sees:
    tells whether this process sees a desktop, asked only where the other one does not. sure_s: how long the other one
    must go without, and say so anew: what it has told before may be of another one that had its number. Nobody else who
    takes the lock meanwhile is asked to end. Raises AlreadyRunning where it does not end in time.
    """
    first = latest = _blind(paths)
    if first is None or not sees():
        return False
    end = time.monotonic() + sure_s
    while time.monotonic() < end:
        time.sleep(_LOOK_EVERY_S)
        latest = _blind(paths)
        if latest is None or latest.pid != first.pid:
            return False
    if latest == first or not sees():
        return False
    return _insist(lock, paths.recorder_lock, "recorder", time.monotonic() + PATIENCE_S, only=first.pid)


def _blind(paths: ProfilePaths) -> Beat | None:
    """Return what the recorder that runs elsewhere said last, where that is that it sees no desktop."""
    from engine.storage.heartbeat import HeartbeatFile  # noqa: PLC0415  (seldom wanted)

    beat = HeartbeatFile(paths.heartbeat).read()
    told = beat is not None and (beat.blind or beat.state is RecorderState.BLIND)
    its_own = beat is not None and beat.pid == _holder(paths.recorder_lock)
    return beat if told and its_own and _held_elsewhere(paths.recorder_lock) else None


def runs_here(paths: ProfilePaths) -> bool:
    """Return whether this process is the profile's recorder or its window."""
    return any(_holder(path) == os.getpid() and is_held(path) for path in (paths.recorder_lock, paths.window_lock))


def _roles(paths: ProfilePaths) -> list[tuple[Path, str]]:
    # The recorder first: it starts workers.
    return [(paths.recorder_lock, "recorder"), *((paths.worker_lock(job), f"worker “{job}”") for job in WorkerJob)]


def _take_window(held: ExitStack, path: Path) -> None:
    if _holder(path) == os.getpid() and is_held(path):
        return
    lock = held.enter_context(ProcessLock(path))
    try:
        lock.acquire(who="window")
    except AlreadyRunning as error:
        raise AlreadyRunning(
            "This needs the data to itself, and the window of Kairos is open. Close it and try again."
        ) from error


def _take(held: ExitStack, path: Path, who: str, deadline: float) -> None:
    if _holder(path) == os.getpid() and is_held(path):
        return
    _insist(held.enter_context(ProcessLock(path)), path, who, deadline)


def _insist(lock: ProcessLock, path: Path, who: str, deadline: float, only: int | None = None) -> bool:
    """Take the lock, asking whoever holds it to end; returns whether it was taken.

    only: the process that may be asked; where another one holds the lock it is not taken.
    """
    asked = set[int]()
    while True:
        try:
            lock.acquire(who=who)
        except AlreadyRunning:
            if time.monotonic() > deadline:
                raise AlreadyRunning(
                    f"This needs the data to itself, and the {who} does not end. Try again in a minute."
                ) from None
            pid = _holder(path)
            if only not in {None, pid}:
                return False
            if pid is not None and pid not in asked and is_held(path):
                asked.add(pid)
                _ask_to_end(pid)
            time.sleep(_LOOK_EVERY_S)
        else:
            return True


def _ask_to_end(pid: int) -> None:
    with suppress(OSError):
        os.kill(pid, signal.SIGTERM)
        _log.info("process %d was asked to end: the data is needed alone", pid)


def _held_elsewhere(path: Path) -> bool:
    return is_held(path) and _holder(path) != os.getpid()


def _holder(path: Path) -> int | None:
    """Return the process that last took the lock."""
    try:
        text = path.read_bytes()[:32].decode("ascii", "replace").strip()
    except FileNotFoundError:
        return None
    except OSError as cause:
        raise ProfileError(f"{path} cannot be read: {cause.strerror}. Check the folder's permissions.") from cause
    number = int(text) if text.isdigit() else 0
    return number if 0 < number <= _LAST_PID else None
