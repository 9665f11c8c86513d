"""Where keys.json lies, and its copy beside the backups for the day it is lost."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from engine.domain.errors import StorageDamaged, StorageError, StorageNewer, StorageReadOnly
from engine.keys.key_file import KeyFile, read, write

OTHER_SUFFIX = ".other"
"""Ends the name of wrapped keys that were found in this profile and are of another one."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KeptKeys:
    """A profile's wrapped keys. path: the file that counts. copy: taken where that one is lost or damaged."""

    path: Path
    copy: Path

    def load(self) -> KeyFile | None:
        """Return the wrapped keys, None for a profile that is not encrypted.

        Raises StorageDamaged, StorageReadOnly where neither file can be read; StorageNewer where a newer Kairos
        wrote the one that counts: its copy may be older than what that one changed.
        """
        try:
            found = read(self.path)
        except (StorageDamaged, StorageReadOnly):
            spare = self._spare()
            if spare is None:
                raise
            return spare
        return self._spare() if found is None else found

    def begin(self, keys: KeyFile) -> None:
        """Keep the first ones of a profile: both files or neither. Raises StorageFull, StorageReadOnly."""
        try:
            self.save(keys)
        except StorageError:
            for path in (self.copy, self.path):
                with suppress(OSError):
                    path.unlink()
            raise

    def save(self, keys: KeyFile) -> None:
        """Keep these; the copy is made last. Raises StorageFull, StorageReadOnly."""
        write(self.path, keys)
        write(self.copy, keys)

    def mend(self, keys: KeyFile) -> None:
        """Put back what was read from the copy, once it has opened the profile."""
        with suppress(StorageDamaged, StorageReadOnly):
            if read(self.path) == keys:
                return
        try:
            write(self.path, keys)
        except StorageError as error:  # it opens all the same; the next one tries again
            _log.warning("keys.json is missing or damaged, and it cannot be put back from its copy: %s", error.message)
            return
        _log.warning("keys.json was missing or damaged; it was put back from its copy beside the backups")

    def other(self, keys: KeyFile) -> KeyFile | None:
        """Return what the copy says where that is of another profile than these are."""
        try:
            spare = self._spare()
        except StorageNewer:
            return None
        return spare if spare is not None and spare.profile != keys.profile else None

    def put_back(self, keys: KeyFile) -> None:
        """Have the copy count, which opened the profile; what lay in its place is kept beside it."""
        with suppress(OSError):  # it opens all the same; the next one tries again
            self.path.replace(self.path.with_name(f"{self.path.name}{OTHER_SUFFIX}"))
            _log.warning("keys.json was of another profile; it lies in %s%s now", self.path.name, OTHER_SUFFIX)
            self.mend(keys)

    def align(self) -> None:
        """Bring the copy up to date where whoever wrote last was killed before it."""
        found = read(self.path)
        if found is not None and found != self._spare():
            write(self.copy, found)

    def remove(self) -> None:
        """Forget them: the profile is not encrypted any more. The copy goes first: it never counts alone by mistake."""
        self.copy.unlink(missing_ok=True)
        self.path.unlink(missing_ok=True)

    def _spare(self) -> KeyFile | None:
        try:
            return read(self.copy)
        except (StorageDamaged, StorageReadOnly):
            return None
