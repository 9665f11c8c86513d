"""Tells encrypted databases in a folder by their first page; no key is needed, and nothing is touched."""

from __future__ import annotations

from pathlib import Path

from engine.storage.backup_names import SUFFIX
from engine.storage.cipher import PAGE_BYTES, looks_encrypted


def holds_encrypted(folder: Path) -> bool:
    """Return whether one of the backups in the folder looks encrypted."""
    return any(looks_encrypted(_first_page(path)) for path in folder.glob(f"*{SUFFIX}"))


def _first_page(path: Path) -> bytes:
    try:
        if not path.is_file():
            return b""
        with path.open("rb", buffering=0) as file:
            return file.read(PAGE_BYTES)
    except OSError:
        return b""
