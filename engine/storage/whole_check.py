"""Whether every byte of a database still says what was written, and what the last such check found."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine.domain.backups import CheckReport, Kind, Salvaged, Share
from engine.domain.database_key import DatabaseKey
from engine.domain.whole_file import whole_file
from engine.storage import driver
from engine.storage.cipher import SALT_BYTES
from engine.storage.connections import connect
from engine.storage.integrity import problems
from engine.storage.translate import system_translated, translated

NAME = "check.json"
_SHOWN = 20
_CORRUPT, _NOT_A_DATABASE, _PRIMARY = 11, 26, 0xFF


def problems_of(path: Path, key: DatabaseKey | None) -> tuple[str, ...]:
    """Return what is wrong with the database at path, in SQLite's words; empty where all is well.

    Every page is read, and where the file is encrypted each one's proof that it was written with the key; then
    structure, indexes, constraints and references. Raises Storage errors where it cannot be read at all, locked for
    example, which is no damage.
    """
    with translated(path), system_translated(path):
        try:
            found = problems(lambda: connect(driver.load(), path, key), encrypted=key is not None)
            return tuple(line for text in found for line in text.splitlines())[:_SHOWN]
        except Exception as cause:
            if getattr(cause, "sqlite_errorcode", 0) & _PRIMARY not in {_CORRUPT, _NOT_A_DATABASE}:
                raise
            return (f"It cannot be read: {cause}.",)


def salt_of(path: Path) -> bytes:
    """Return the first bytes of the file: without them nothing of an encrypted one can be read."""
    with path.open("rb") as file:
        return file.read(SALT_BYTES)


class CheckFile:
    """What the last full check found, beside the database, since a damaged one could not tell. Holds no name."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def save(self, report: CheckReport, salt: bytes = b"") -> None:
        """Store the report. salt: the database's, where the check found it whole. Raises Storage errors."""
        kept = asdict(report)
        if report.salvaged is not None:
            kept["salvaged"]["aside"] = str(report.salvaged.aside)
        before = self._kept()
        kept["salt"] = salt.hex() or self.salt().hex()
        kept["told"] = before.get("told", 0)
        self._write(kept)

    def untold(self) -> Salvaged | None:
        """Return what became of a damaged database, where nobody was told yet."""
        report = self.load() if self._path.exists() else None
        salvaged = None if report is None else report.salvaged
        return salvaged if salvaged is not None and self._kept().get("told") != salvaged.at_ms else None

    def told(self) -> None:
        """Note that somebody was told."""
        salvaged = self.untold()
        if salvaged is not None:
            self._write({**self._kept(), "told": salvaged.at_ms})

    def known_damaged(self) -> bool:
        """Return whether the last check found damage that nobody has put right."""
        return self._path.exists() and self._kept().get("whole") is False

    def _write(self, kept: dict[str, Any]) -> None:
        with system_translated(self._path), whole_file(self._path) as file:
            file.write(json.dumps(kept).encode())

    def load(self) -> CheckReport | None:
        """Return the last report, None where there is none that can be read."""
        kept = self._kept()
        try:
            salvaged = kept.get("salvaged")
            return CheckReport(
                at_ms=int(kept["at_ms"]),
                whole=bool(kept["whole"]),
                problems=tuple(map(str, kept["problems"])),
                salvaged=None if salvaged is None else _salvaged(salvaged),
            )
        except (KeyError, TypeError, ValueError):
            return None

    def salt(self) -> bytes:
        """Return the salt stored last."""
        try:
            return bytes.fromhex(str(self._kept().get("salt", "")))
        except ValueError:
            return b""

    def _kept(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) else {}


def _salvaged(kept: dict[str, Any]) -> Salvaged:
    lost = tuple(Share(**{**share, "kind": Kind(share["kind"])}) for share in kept["lost"])
    return Salvaged(**{**kept, "aside": Path(kept["aside"]), "lost": lost})
