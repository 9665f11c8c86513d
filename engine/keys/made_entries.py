"""Which entries a profile made in the keyring: noted before they are made, so that none is forgotten by a kill."""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from engine.domain.whole_file import whole_file

_BYTES = 16
_ENTRY = re.compile(r"[0-9a-f]{32}")
_LARGEST = 65_536


@dataclass(frozen=True, slots=True)
class MadeEntries:
    """The names of entries that may lie in the keyring; no secret. The caller is the only one who changes keys.

    Where the file cannot be written, an entry that opens nothing any more may stay in the keyring: nothing worse.
    """

    path: Path

    def new(self) -> str:
        """Return the name of an entry that is about to be made."""
        entry = secrets.token_hex(_BYTES)
        self.note((entry,))
        return entry

    def note(self, entries: Collection[str]) -> None:
        """Note that these are there."""
        self._write({*self.all(), *entries})

    def drop(self, entry: str) -> None:
        """Note that this one is gone."""
        self._write({*self.all()} - {entry})

    def all(self) -> tuple[str, ...]:
        """Return the entries that may be there; lines that name none count nothing."""
        try:
            with self.path.open("rb") as file:
                text = file.read(_LARGEST).decode("ascii", "replace")
        except OSError:
            return ()
        return tuple(line for line in text.splitlines() if _ENTRY.fullmatch(line))

    def _write(self, entries: set[str]) -> None:
        if entries == set(self.all()):
            return
        with suppress(OSError), whole_file(self.path) as file:
            file.write("".join(f"{entry}\n" for entry in sorted(entries)).encode())
