"""The file of charges on the disk: read whole, added to, never waited for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.domain.errors import AlreadyRunning, ProfileError
from engine.domain.ordinary_file import ordinary_file
from engine.domain.sharing import Charge, ShareError
from engine.domain.whole_file import whole_file
from engine.locks import ProcessLock
from engine.sharing.week.charges import Closed, Noted, read, written

_LARGEST = 4_000_000
_PATIENCE_S = 10.0


class ChargesFile:
    """One profile's file of charges. lock: where the file lies whose holder alone may add to it."""

    def __init__(self, path: Path, lock: Path) -> None:
        self._path = path
        self._lock = lock

    def read(self) -> Noted | None:
        """Return what it says, None where there is none; raises ProfileError for what is no ordinary file."""
        file = ordinary_file(self._path)
        if file is None:
            if self._path.is_symlink() or self._path.exists():
                raise ProfileError(f"{self._path} is no file that Kairos wrote. Move it away, and share again.")
            return None
        with file:
            found = file.read(_LARGEST) or b""
        return read(found.decode(errors="replace"))

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep others from spending meanwhile; raises ShareError where another one goes on for too long."""
        lock = ProcessLock(self._lock)
        try:
            lock.acquire_patiently(who="share", patience_s=_PATIENCE_S)
        except AlreadyRunning as cause:
            raise ShareError("Another Kairos is sharing at this moment. Try again when it is done.") from cause
        with lock:
            yield

    def write(self, charges: tuple[Charge, ...], closed: Closed | None) -> None:
        """Write it whole, durably, before anything is drawn that these charges are for; raises ProfileError."""
        try:
            with whole_file(self._path, ".draft") as file:
                file.write(written(charges, closed).encode())
        except OSError as cause:
            raise ProfileError(
                f"{self._path} cannot be written: {cause.strerror or cause}. What is spent must be noted before "
                "anything is shared, so nothing was."
            ) from cause
