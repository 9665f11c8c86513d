"""An encrypted profile without a keyring: a passphrase in a file, fast enough for tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.keys import passphrase
from engine.paths import ProfilePaths

WORDS = "correct horse"


def passphrase_file(folder: Path, words: str = WORDS) -> Path:
    """Return a private file with the passphrase in it."""
    folder.mkdir(exist_ok=True)
    file = folder / "passphrase"
    file.touch(0o600)
    file.write_text(words + "\n", encoding="utf-8")
    return file


@contextmanager
def opened_by(file: Path | None) -> Iterator[None]:
    """Have this process, and those it starts, read their passphrase from the file while it lasts."""
    before = os.environ.get(passphrase.VARIABLE)
    passphrase.name_file(file)
    try:
        yield
    finally:
        passphrase.name_file(Path(before) if before else None)


def is_plain(path: Path) -> bool:
    """Return whether the file starts as a database in the clear does."""
    return path.read_bytes()[:15] == b"SQLite format 3"


def locked_profile(folder: Path) -> ProfilePaths:
    """Return the paths of a profile that is still to be made."""
    return ProfilePaths(folder / "profile").ensure()
