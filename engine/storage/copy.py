"""A whole copy of the database, checked before it counts as one."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from types import ModuleType

from engine.domain.database_key import DatabaseKey
from engine.domain.durable_folder import sync_folder
from engine.storage.connections import connect
from engine.storage.creation import make_file
from engine.storage.translate import damaged

FOLDER = "backups"


def copy_aside(path: Path, module: ModuleType, *, label: str, key: DatabaseKey | None = None) -> Path:
    """Copy the last committed state of the database into the profile's backups and return the copy's path.

    It is private, one file, durable, and encrypted with the same key. Raises StorageDamaged where the copy does not
    pass SQLite's own check.
    """
    folder = path.parent / FOLDER
    part = folder / f"{path.stem}-{label}.part"
    part.unlink(missing_ok=True)
    make_file(part)
    try:
        _fill(part, path, module, key)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        copy = part.rename(_unused(folder, f"{path.stem}-{label}"))
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(folder)
    return copy


def _fill(part: Path, path: Path, module: ModuleType, key: DatabaseKey | None) -> None:
    with closing(connect(module, path, key)) as original, closing(connect(module, part, key)) as copy:
        original.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
        if copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise damaged(path)


def _unused(folder: Path, name: str) -> Path:
    number = 1
    while (found := folder / f"{name}-{number}.sqlite3").exists():
        number += 1
    return found
