"""A private folder to put a file together in; what a killed export leaves of one is removed at the next start."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from engine.domain.errors import AlreadyRunning
from engine.locks import ProcessLock, is_held

_IN_USE = "in_use.lock"
_PREFIX = "export-"


@contextmanager
def workroom(within: Path | None) -> Iterator[Path]:
    """Give an empty folder of the person's own, which is gone at the end.

    within: the profile's folder for such work, made where there is none; None for the system's temporary one. Raises
    OSError, ProfileError.
    """
    if within is None:
        with tempfile.TemporaryDirectory(prefix="kairos-") as folder:
            yield Path(folder)
        return
    room, lock = _taken(within)
    try:
        yield room
    finally:
        lock.release()  # a file that is open cannot be removed on Windows
        shutil.rmtree(room, ignore_errors=True)
        with suppress(AlreadyRunning):
            remove_abandoned(within)


def remove_abandoned(within: Path) -> None:
    """Remove the folders in which nobody works any more; raises AlreadyRunning, ProfileError.

    Anything else in there was put there by a person, who may have made a link to other folders of theirs of it.
    """
    if not within.is_dir():
        return
    with _nobody_begins(within) as begins:
        begins.acquire(who="export")
        for room in within.glob(f"{_PREFIX}*"):
            if not is_held(room / _IN_USE):
                shutil.rmtree(room, ignore_errors=True)
        with suppress(OSError):  # in one of them somebody works
            within.rmdir()


def _taken(within: Path) -> tuple[Path, ProcessLock]:
    with _nobody_begins(within) as begins:  # else one that is not locked yet could be taken for abandoned
        begins.acquire_patiently(who="export")
        within.mkdir(mode=0o700, exist_ok=True)
        room = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=within))
        lock = ProcessLock(room / _IN_USE)
        lock.acquire(who="export")
    return room, lock


def _nobody_begins(within: Path) -> ProcessLock:
    return ProcessLock(within.with_name(f"{within.name}.lock"))
