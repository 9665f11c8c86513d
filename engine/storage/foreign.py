"""Databases of other programs: read, and never written, not even their logs and locks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from engine.domain.errors import ImportFailed
from engine.storage import driver

_FETCHED_AT_ONCE = 1_000
_CACHE_KIB = 8_192


class ForeignDatabase:
    """A SQLite file of another program, opened so that nothing is ever written beside it or into it.

    What its owner holds in a log has not reached the file and is not seen: in_use says whether there is any.
    Every method raises ImportFailed where the file is damaged or no database.
    """

    def __init__(self, path: Path) -> None:
        self._path = path.absolute()
        with _told(self._path):
            self._driver: ModuleType = driver.load()
            self._connection = self._connected()

    @property
    def in_use(self) -> bool:
        """Whether a log of unwritten changes lies beside it."""
        beside = (self._path.with_name(self._path.name + ending) for ending in ("-wal", "-journal"))
        return any(path.exists() and path.stat().st_size > 0 for path in beside)

    def tables(self) -> dict[str, frozenset[str]]:
        """Return the columns of every table, by name."""
        with _told(self._path):
            names = [row[0] for row in self._connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            return {name: frozenset(self._columns(name)) for name in names}

    def rows(
        self, table: str, columns: Sequence[str], *, order: Sequence[str] = (), where: dict[str, Any] | None = None
    ) -> Iterator[tuple[Any, ...]]:
        """Yield the columns of the rows in which each column of where has its value, in the order of these columns."""
        wanted = f"SELECT {_names(columns)} FROM {_quoted(table)}"  # noqa: S608  (every name is quoted)
        if where:
            wanted += " WHERE " + " AND ".join(f"{_quoted(name)} = ?" for name in where)
        if order:
            wanted += f" ORDER BY {_names(order)}"
        with _told(self._path):
            # Not closed here: whoever stops midway may have closed the database before, and with it the cursor.
            cursor = self._connection.execute(wanted, tuple((where or {}).values()))
            while found := cursor.fetchmany(_FETCHED_AT_ONCE):
                yield from found

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _connected(self) -> Any:
        address = f"{self._path.as_uri()}?mode=ro&immutable=1"
        connection = self._driver.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        for statement in (
            "PRAGMA query_only = ON",
            "PRAGMA trusted_schema = OFF",
            "PRAGMA temp_store = MEMORY",
            f"PRAGMA cache_size = -{_CACHE_KIB}",
        ):
            connection.execute(statement)
        return connection

    def _columns(self, table: str) -> Iterator[str]:
        for row in self._connection.execute(f"PRAGMA table_info({_quoted(table)})"):
            yield str(row[1])


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _names(columns: Sequence[str]) -> str:
    return ", ".join(_quoted(name) for name in columns)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what the driver says of a foreign file into one message."""
    try:
        yield
    except Exception as cause:
        # The names and messages of a damaged file may be no text, which the driver says in its own way.
        if not isinstance(cause, UnicodeDecodeError) and not hasattr(cause, "sqlite_errorcode"):
            raise
        raise ImportFailed(
            f"{path.name} cannot be read as a database. Close the program that uses it and try again, "
            "or export its data to a file and import that."
        ) from cause
