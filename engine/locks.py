"""One process per profile and role, held by a lock the operating system drops when the process dies."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from engine.domain.errors import AlreadyRunning, ProfileError

_TRIES, _TRY_S = 5, 0.02  # whoever looks whether it is held holds it for an instant


class ProcessLock:
    """An exclusive lock on a file; the holder's process id is written in it for people to read."""

    def __init__(self, path: Path, pause: Callable[[float], object] = time.sleep) -> None:
        """pause: waits so many seconds."""
        self._path = path
        self._pause = pause
        self._descriptor: int | None = None

    def acquire(self, *, who: str) -> None:
        """Take the lock or raise AlreadyRunning; who names the role in the message ("recorder")."""
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError as cause:
            raise ProfileError(
                f"{self._path} cannot be opened: {cause.strerror}. Check the folder's permissions."
            ) from cause
        if not self._locked(descriptor):
            holder = _holder(descriptor)
            os.close(descriptor)
            raise AlreadyRunning(
                f"A {who} of this profile already runs{holder}. Stop it first, or use another --profile."
            )
        self._descriptor = descriptor
        note = f"{os.getpid()}\n".encode()
        with suppress(OSError):  # on a full disk the lock holds all the same; only the note for people is missing
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, note, 0) if hasattr(os, "pwrite") else os.write(descriptor, note)

    def acquire_patiently(self, *, who: str, patience_s: float = 20.0) -> None:
        """Take the lock as soon as its holder lets go; raises AlreadyRunning where that takes too long."""
        end = time.monotonic() + patience_s
        while True:
            try:
                return self.acquire(who=who)
            except AlreadyRunning:
                if time.monotonic() > end:
                    raise
                self._pause(_TRY_S)

    def _locked(self, descriptor: int) -> bool:
        for _ in range(_TRIES - 1):
            if _lock(descriptor):
                return True
            self._pause(_TRY_S)
        return _lock(descriptor)

    def release(self) -> None:
        """Give the lock back; the file stays, since removing it would let two holders in."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def __enter__(self) -> Self:
        return self


def is_held(path: Path) -> bool:
    """Return whether some process holds the lock at path."""
    try:
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_CLOEXEC", 0))
    except OSError:
        return False
    try:
        return not _lock(descriptor, shared=True)
    finally:
        os.close(descriptor)


def _holder(descriptor: int) -> str:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        text = os.read(descriptor, 32).decode("ascii", "replace").strip()
    except OSError:
        return ""
    return f" (process {text})" if text.isdigit() else ""


if sys.platform == "win32":
    import msvcrt

    _LOCKED_BYTE = 1 << 30  # far past the text, so that the process id stays readable

    def _lock(descriptor: int, *, shared: bool = False) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        if shared:
            os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _lock(descriptor: int, *, shared: bool = False) -> bool:
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
