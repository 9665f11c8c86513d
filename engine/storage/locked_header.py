"""What an encrypted file says of itself, without a byte of it or beside it being touched."""

from __future__ import annotations

import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.domain.database_key import DatabaseKey
from engine.storage import cipher, driver
from engine.storage.cipher import PAGE_BYTES, SALT_BYTES, PageTags
from engine.storage.translate import FULL_ERRNO, damaged, key_wrong, translated

_IN_MEMORY = Path("/dev/shm")  # noqa: S108  (a private folder is made in it)
_PAGES_TRIED = 64  # other pages that show whether the key is right where page 1 is broken


@dataclass(frozen=True, slots=True)
class Stamp:
    """The two numbers a database carries, and whether it holds anything."""

    version: int
    application: int
    blank: bool


def stamp_of(path: Path, key: DatabaseKey, first_page: bytes, logged: list[bytes], *, whole: bool) -> Stamp:
    """Return what the encrypted database at path says of itself.

    first_page: as it lies in the file. logged: its versions in the log, the newest first. whole: the file must hold
    every page its header counts. Raises KeyWrong, StorageDamaged.
    """
    for page in logged:  # the newest may be torn; SQLite would not take it either
        if PageTags(key, page[:SALT_BYTES]).proves(page, 1):
            return _read_aside(path, key, page)
    if PageTags(key, first_page[:SALT_BYTES]).proves(first_page, 1):
        return _read_whole(path, key) if whole else _read_aside(path, key, first_page)
    if _opens_another_page(path, PageTags(key, first_page[:SALT_BYTES])):
        raise damaged(path)
    raise key_wrong(path)


def _opens_another_page(path: Path, tags: PageTags) -> bool:
    with path.open("rb", buffering=0) as file:
        for number in range(1, _PAGES_TRIED + 1):
            if tags.proves(file.read(PAGE_BYTES), number):
                return True
    return False


def _read_whole(path: Path, key: DatabaseKey) -> Stamp:
    """Ask the file itself; SQLite finds out, too, whether pages are missing."""
    with closing(_frozen(path)) as connection:
        return _asked(connection, path, key)


def _read_aside(path: Path, key: DatabaseKey, page: bytes) -> Stamp:
    """Ask a copy of the page alone, still encrypted: what lies in the log cannot be read without writing beside it."""
    try:
        return _read_copy(path, key, page, None)
    except OSError as cause:
        if cause.errno not in FULL_ERRNO or not _IN_MEMORY.is_dir():
            raise
        return _read_copy(path, key, page, _IN_MEMORY)


def _read_copy(path: Path, key: DatabaseKey, page: bytes, within: Path | None) -> Stamp:
    with tempfile.TemporaryDirectory(prefix="kairos-", dir=within) as folder:
        copy = Path(folder) / "page"
        copy.write_bytes(page)
        with closing(_frozen(copy)) as connection:
            connection.execute("PRAGMA writable_schema = ON")  # else a page without the others is refused
            return _asked(connection, path, key)


def _frozen(path: Path) -> Any:
    """Return a connection that takes the file as it lies: no lock, no log, nothing written."""
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return driver.load().connect(address, uri=True, isolation_level=None)


def _asked(connection: Any, path: Path, key: DatabaseKey) -> Stamp:
    with translated(path, encrypted=True):
        cipher.unlock(connection, key)
        version, application = (
            int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("user_version", "application_id")
        )
        blank = not (version or application) and not connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
    return Stamp(version, application, blank)
