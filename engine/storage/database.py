"""The one file everything is kept in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import Any, Protocol

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from engine.domain.database_key import DatabaseKey
from engine.domain.durable_folder import sync_folder
from engine.domain.errors import StorageError, StorageFull
from engine.storage import cipher, creation, driver
from engine.storage.connections import AT_ONCE, WRITING, connect, pool_of
from engine.storage.header import FileHeader, Found, examine
from engine.storage.integrity import problems
from engine.storage.log_pages import log_of
from engine.storage.tables import SCHEMA_VERSION, metadata
from engine.storage.translate import damaged, full, gone, has_room, newer, system_translated, translated

_ROWS_LOOKED_AT = 400  # per index by the optimiser; any limit also keeps it from copying sample titles


class MissingDatabase(StorageError):
    """There is no database yet."""

    title = "Nothing is recorded yet"


class Reads(Protocol):
    """What can be read: a database, or one state of it."""

    def reading(self) -> AbstractContextManager[Connection]:
        """Give a connection that sees one state throughout."""
        ...


class OneState:
    """A connection in a transaction, for whoever opens one to read."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give the connection; it is closed by who opened it."""
        yield self._connection


class Database:
    """An open database. Every thread may use it: each transaction has a connection of its own."""

    def __init__(self, path: Path, module: ModuleType, key: DatabaseKey | None = None, *, full: bool = False) -> None:
        """full: whether the disk has no room even for what SQLite keeps beside it; it is only read until it has."""
        self.path = path
        self.key = key
        self._driver = module
        self._full = full
        self._engine = pool_of(module, path, key, full=full)
        self._watcher: Any = None
        self._file = _identity(path)
        self._watching = Lock()

    @staticmethod
    def open(path: Path, key: DatabaseKey | None = None) -> Database:
        """Open the database at path, make it where there is none, migrate it where it is older.

        key: what the file is encrypted with, or will be where it is made; None for a plain one.
        What lies there is judged before a byte is written. Raises StorageForeign, StorageNewer, StorageDamaged,
        StorageReadOnly, StorageFull, StorageBusy, KeyNeeded, KeyWrong, NotEncrypted.
        """
        path = path.absolute()
        with translated(path, encrypted=key is not None), system_translated(path):
            module = driver.load()
            if key is not None:
                cipher.require(module)
            found = examine(path, SCHEMA_VERSION, key)
            creation.make_file(path)
            return _opened(path, module, found, key)

    @staticmethod
    def open_existing(path: Path, key: DatabaseKey | None = None) -> Database:
        """Open the database at path; raises MissingDatabase where there is none, else as open does."""
        if examine(path.absolute(), SCHEMA_VERSION, key).found is Found.NOTHING:
            raise MissingDatabase(f"There is no history in {path.parent} yet. Start recording with: kairos record")
        return Database.open(path, key)

    @contextmanager
    def writing(self, *, patient: bool = True) -> Iterator[Connection]:
        """Give a connection in a transaction that holds the write lock; commits at the end, rolls back on any error.

        Not patient, it raises StorageBusy at once where another one writes: for what can be left undone.
        Raises StorageNewer where a newer Kairos has migrated the file since it was opened.
        """
        self._find_room()
        with self._transaction(WRITING if patient else AT_ONCE) as connection:
            version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
            if version > SCHEMA_VERSION:
                raise newer(self.path, version, SCHEMA_VERSION)
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the database throughout, whatever others commit meanwhile."""
        with self._transaction({}) as connection:
            yield connection

    @contextmanager
    def _transaction(self, options: dict[str, Any]) -> Iterator[Connection]:
        self._be_there()  # else what is written is lost, and a fresh connection would make an empty file
        with self._translated(), self._engine.connect() as plain:
            connection = plain.execution_options(**options)
            try:
                with connection.begin():
                    yield connection
            except DBAPIError:
                connection.invalidate()  # what failed may leave it unusable; the next transaction gets a fresh one
                raise

    def _find_room(self) -> None:
        """Go over to connections that write once the disk has room again; raises StorageFull while it has none."""
        if not self._full:
            return
        with self._watching:
            if not has_room(self.path):
                raise full(self.path)
            self._forget()
            self._engine, self._full = pool_of(self._driver, self.path, self.key), False

    def data_version(self) -> int:
        """Return a number that differs from the last one whenever anything was committed in between, here or elsewhere.

        It is asked on a connection that never writes, so this object's own commits count too. Numbers of
        different Database objects cannot be compared. Raises StorageGone where the file at the path is another
        one than the one opened: what is written then would vanish with the last process that has it open.
        """
        self._be_there()
        if self._full and not has_room(self.path):
            return _last_written(self.path)  # SQLite's own number changes at every look where the log has no index
        self._find_room()
        with self._watching, self._translated():
            if self._watcher is None:
                self._watcher = self._connected()
            return int(self._watcher.execute("PRAGMA data_version").fetchone()[0])

    def _translated(self) -> AbstractContextManager[None]:
        return translated(self.path, encrypted=self.key is not None)

    def _be_there(self) -> None:
        """Raise StorageGone where the file at the path is another one than the one opened."""
        with system_translated(self.path):
            if _identity(self.path) != self._file:
                raise gone(self.path)

    def checkpoint(self) -> None:
        """Move the log into the file as far as readers allow, and let SQLite refresh its statistics.

        Raises StorageFull where the disk has no room.
        """
        self._find_room()
        with self._translated(), self._engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            if raw is not None:
                cursor = raw.cursor()
                cursor.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
                cursor.execute(f"PRAGMA analysis_limit = {_ROWS_LOOKED_AT}").fetchall()
                cursor.execute("PRAGMA optimize").fetchall()

    def integrity(self) -> list[str]:
        """Return what is wrong with the file, in SQLite's words; empty where all is well.

        Raises StorageFull where the disk has no room.
        """
        self._be_there()
        self._find_room()
        with self._translated():
            return problems(self._connected, encrypted=self.key is not None)

    def close(self) -> None:
        """Close every connection; the last one out moves the log into the file."""
        with self._watching:
            self._forget()

    def _forget(self) -> None:
        if self._watcher is not None:
            self._watcher.close()
            self._watcher = None
        self._engine.dispose()

    def _connected(self) -> Any:
        return connect(self._driver, self.path, self.key, full=self._full)


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells this file from any other, None where there is none."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return status.st_dev, status.st_ino


def _last_written(path: Path) -> int:
    """Return a number below 0 that tells states of the file and its log apart."""
    states = (one.stat() for one in (path, log_of(path)) if one.exists())
    return -1 - abs(hash(tuple((state.st_size, state.st_mtime_ns) for state in states)))


def _opened(path: Path, module: ModuleType, header: FileHeader, key: DatabaseKey | None) -> Database:
    if header.found is Found.OURS and header.version < SCHEMA_VERSION:
        from engine.storage import upgrade  # noqa: PLC0415  (Alembic is loaded for this alone)

        upgrade.upgrade(path, module, key=key)
    if header.found is not Found.OURS:
        creation.begin(path, module, key)
    try:
        return _prepared(Database(path, module, key))
    except StorageFull:
        if header.found is not Found.OURS:
            raise
        return _prepared(Database(path, module, key, full=True))  # what is there can be read


def _prepared(database: Database) -> Database:
    try:
        _prepare(database)
    except BaseException:
        database.close()
        raise
    return database


def _prepare(database: Database) -> None:
    """Make sure that it uses a log and has its tables; where it may be blank, they are made under the write lock."""
    if _journal(database) != "wal":  # a backup that somebody put in its place by hand
        database._engine.dispose()  # noqa: SLF001  (this module's own class)
        creation.begin(database.path, database._driver, database.key)  # noqa: SLF001
    if not _tables(database):
        with database.writing() as connection:
            creation.fill(connection)
        sync_folder(database.path.parent)
    if not set(metadata.tables) <= _tables(database):
        raise damaged(database.path)


def _journal(database: Database) -> str:
    with database.reading() as connection:
        return str(connection.exec_driver_sql("PRAGMA journal_mode").scalar_one())


def _tables(database: Database) -> set[str]:
    with database.reading() as connection:
        return {
            str(row[0]) for row in connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'")
        }
