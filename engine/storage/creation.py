"""A fresh database: made private, complete in one transaction, and safe on disk before anything is recorded."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from engine.storage.header import APPLICATION_ID
from engine.storage.tables import SCHEMA_VERSION, metadata, revision_of

_TRIES = 200
_PAUSE_SECONDS = 0.05
_BUSY = 5
_PRIVATE = 0o600

# As the migrations make it, so that a fresh file and a migrated one are the same.
VERSION_TABLE = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def make_file(path: Path) -> None:
    """Make the empty file where there is none; either way it is its owner's alone then, under any umask."""
    _make_folder(path.parent)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        if hasattr(os, "fchmod") and os.fstat(descriptor).st_mode & 0o777 != _PRIVATE:
            os.fchmod(descriptor, _PRIVATE)
    finally:
        os.close(descriptor)


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o700)


def use_log(connection: Any) -> None:
    """Switch the file to write-ahead logging, waiting for another process that does the same."""
    connection.execute("PRAGMA synchronous = EXTRA")
    for attempt in range(_TRIES):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            break
        except Exception as cause:
            # SQLite does not wait here by itself: two switching at once would wait for each other.
            if getattr(cause, "sqlite_errorcode", 0) & 0xFF != _BUSY or attempt == _TRIES - 1:
                raise
            time.sleep(_PAUSE_SECONDS)


def fill(connection: Connection) -> None:
    """Make the tables and stamp the file, inside the caller's transaction; a file filled meanwhile stays as it is."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION_ID:
        return
    metadata.create_all(connection, checkfirst=False)
    connection.exec_driver_sql(VERSION_TABLE)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (revision_of(SCHEMA_VERSION),))
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def sync_folder(folder: Path) -> None:
    """Make the folder's entries durable, so that a power cut cannot take the new file away; no-op where unsupported."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
