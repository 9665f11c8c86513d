"""A fresh database: made private, complete in one transaction, and safe on disk before anything is recorded."""

from __future__ import annotations

import os
import time
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection

from engine.domain.database_key import DatabaseKey
from engine.domain.durable_folder import make_folder
from engine.storage.cipher import SALT_BYTES, is_plain
from engine.storage.connections import connect
from engine.storage.header import APPLICATION_ID
from engine.storage.tables import SCHEMA_VERSION, metadata, revision_of
from engine.storage.translate import full, has_room, not_encrypted

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
    make_folder(path.parent)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        if hasattr(os, "fchmod") and os.fstat(descriptor).st_mode & 0o777 != _PRIVATE:
            os.fchmod(descriptor, _PRIVATE)
    finally:
        os.close(descriptor)


def begin(path: Path, module: ModuleType, key: DatabaseKey | None) -> None:
    """Switch the empty file to write-ahead logging and so give it its header.

    Raises NotEncrypted where there is a key and the header is one in the clear: nothing is recorded in it then.
    Raises StorageFull where the header found no room.
    """
    with closing(connect(module, path, key)) as connection:
        use_log(connection)
    # Only now: closing a file of our own would take this process's locks on it from SQLite.
    with path.open("rb") as file:
        head = file.read(SALT_BYTES)
    if key is not None and (len(head) < SALT_BYTES or is_plain(head)):
        raise not_encrypted(path) if head or has_room(path) else full(path)  # the driver says nothing of a full disk


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
