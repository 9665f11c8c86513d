"""A damaged database is kept as it is, whole, before anything is done about it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from engine.domain.clock import utc
from engine.domain.durable_folder import make_folder, sync_folder
from engine.storage.backups import ASIDE, FOLDER
from engine.storage.cipher import SALT_BYTES, is_plain
from engine.storage.log_pages import beside
from engine.storage.translate import full

_SPARE_BYTES = 1024 * 1024
_BESIDE = ("", "-wal", "-journal")


def set_aside(path: Path, now_ms: int) -> Path:
    """Copy the file and its log as they lie into a folder of their own beside the backups and return the copy's path.

    Durable when it returns. Raises StorageFull before anything is written, OSError.
    """
    there = {path.name + ending: one for ending in _BESIDE if (one := beside(path, ending)).exists()}
    backups = path.parent / FOLDER
    make_folder(backups)
    if shutil.disk_usage(backups).free < sum(one.stat().st_size for one in there.values()) + _SPARE_BYTES:
        raise full(path)
    folder = _unused(backups, f"{ASIDE}{utc(now_ms):%Y%m%dT%H%M%S}")
    make_folder(folder)
    for name, one in there.items():
        copy_durably(one, folder / name)
    sync_folder(folder)
    return folder / path.name


def remove_plain_aside(backups: Path) -> None:
    """Remove every damaged database that lies aside in the clear."""
    for folder in backups.glob(f"{ASIDE}*"):
        for path in folder.glob("*.sqlite3"):
            with path.open("rb") as file:
                plain = is_plain(file.read(SALT_BYTES))
            if plain:
                shutil.rmtree(folder)


def keep_newest_aside(backups: Path, most: int) -> None:
    """Remove the oldest of what was set aside beyond so many."""
    for folder in sorted(backups.glob(f"{ASIDE}*"))[:-most]:
        shutil.rmtree(folder)


def copy_durably(source: Path, target: Path) -> None:
    """Copy a file as it lies into one that is not there yet, the person's alone. Raises OSError."""
    descriptor = os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with source.open("rb") as old, os.fdopen(descriptor, "wb") as new:
        shutil.copyfileobj(old, new, 1 << 20)
        new.flush()
        os.fsync(new.fileno())


def _unused(folder: Path, name: str) -> Path:
    number = 1
    while (found := folder / (name if number == 1 else f"{name}-{number}")).exists():
        number += 1
    return found
