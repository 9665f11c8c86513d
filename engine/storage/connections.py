"""Connections to the file: how each one is set up, and how transactions begin on it."""

from __future__ import annotations

import os
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, QueuePool, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

from engine.domain.database_key import DatabaseKey
from engine.storage import cipher
from engine.storage.log_pages import beside

BUSY_SECONDS = 30.0
"""How long a writer waits for another one: SQLite lets them in by chance, so on a busy machine one may wait long."""

_BEGIN = "kairos_begin"
WRITING: dict[str, Any] = {_BEGIN: "BEGIN IMMEDIATE"}
"""Execution option of a transaction that will write: it takes the write lock at once, while it can still wait."""

_WAIT = "kairos_wait"
AT_ONCE = {**WRITING, _WAIT: 0.2}
"""As WRITING, for what can be left undone: it waits for another writer hardly at all."""

_ROOMY = "kairos_roomy"
_CACHE_KIB = 2_048
_ROOMY_CACHE_KIB = 16_384
_LOG_LIMIT_BYTES = 4 * 1024 * 1024
_SETUP = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",  # no title may reach a temporary file
    "PRAGMA trusted_schema = OFF",
    f"PRAGMA cache_size = -{_CACHE_KIB}",
    f"PRAGMA journal_size_limit = {_LOG_LIMIT_BYTES}",
)


def connect(driver: ModuleType, path: Path, key: DatabaseKey | None = None, *, full: bool = False) -> Any:
    """Return a driver connection to the file, in the driver's autocommit mode: transactions are begun by us alone.

    key: of an encrypted file, or of one to be made. full: whether the disk has no room for the index of the log that
    SQLite keeps beside it; then it is kept in memory, and the connection only reads. Raises StorageError where the
    driver cannot encrypt, OSError.
    """
    address = _read_without_room(path) if full else str(path)
    connection = driver.connect(address, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=full)
    try:
        if key is not None:
            cipher.unlock(connection, key)
        for statement in _SETUP:
            connection.execute(statement)
    except BaseException:
        connection.close()
        raise
    return connection


def _read_without_room(path: Path) -> str:
    """Return the address at which SQLite reads the file without writing to the index beside it."""
    index = beside(path, "-shm")
    os.close(os.open(index, os.O_RDONLY | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600))  # it must be there
    return f"{path.absolute().as_uri()}?mode=rw&readonly_shm=1"


def pool_of(driver: ModuleType, path: Path, key: DatabaseKey | None = None, *, full: bool = False) -> Engine:
    """Return the pool of connections to the file; each thread that asks gets one of its own. full: as for connect."""
    kept: dict[str, Any] = {"poolclass": QueuePool, "pool_size": 2, "max_overflow": 30, "pool_use_lifo": True}
    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=lambda: connect(driver, path, key, full=full),
        hide_parameters=True,  # they hold titles, and an error's text reaches logs
        # While one that only reads is open, no other of this process can write.
        **({"poolclass": NullPool} if full else kept),
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine.pool, "checkin", _given_back)
    return engine


def make_roomy(connection: Connection) -> None:
    """Let what touches much keep more of it in memory, until the connection is given back.

    On an encrypted file each page that is read or written again is decrypted or encrypted again.
    """
    connection.info[_ROOMY] = True
    connection.exec_driver_sql(f"PRAGMA cache_size = -{_ROOMY_CACHE_KIB}")


def _given_back(raw: Any, record: ConnectionPoolEntry) -> None:
    if record.info.pop(_ROOMY, False) and raw is not None:
        raw.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        raw.execute("PRAGMA shrink_memory")


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    wait = options.get(_WAIT)
    if wait is not None:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {round(wait * 1_000)}")
    try:
        connection.exec_driver_sql(options.get(_BEGIN, "BEGIN"))
    finally:
        if wait is not None:
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {round(BUSY_SECONDS * 1_000)}")
