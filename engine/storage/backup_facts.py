"""What a database holds, in a few numbers: two copies of the same data are told by them, and a changed one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

_SMALL = 2_000  # rows; a larger table is told by how many there are and by its last key
_MARK_BYTES = 8

_PASSING = frozenset({"command", "index_status", "job", "recorder_status"})
"""Written all the time by nobody's doing: no reason for a copy."""

_DERIVED = ("chunk_words", "sqlite_")
"""Beginnings of names of tables that follow others."""


@dataclass(frozen=True, slots=True)
class Facts:
    """schema: version of the tables. activities, last_ms: how many, and when the last one ends; None without any.

    mark: the same for the same data, another one where anything a person would miss was changed.
    """

    schema: int
    activities: int
    last_ms: int | None
    mark: str


def facts_of(connection: Any) -> Facts:
    """Read them within the transaction the driver's connection is in."""
    digest = hashlib.blake2b(digest_size=_MARK_BYTES)
    tables = _tables(connection)
    for table in tables:
        if table not in _PASSING and not table.startswith(_DERIVED):
            digest.update(repr((table, _told(connection, table))).encode())
    activities, last_ms = 0, None
    if "activity" in tables:
        activities, last_ms = connection.execute("SELECT count(*), max(end_ms) FROM activity").fetchone()
    schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
    return Facts(schema, activities, last_ms, digest.hexdigest())


def counts_of(connection: Any) -> dict[str, int]:
    """Return how many rows each table has."""
    return {table: _count(connection, table) for table in _tables(connection)}


def _tables(connection: Any) -> list[str]:
    found = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    )
    return [str(row[0]) for row in found.fetchall()]


def _count(connection: Any, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {_named(table)}").fetchone()[0])  # noqa: S608  (own names)


def _told(connection: Any, table: str) -> object:
    count = _count(connection, table)
    columns = connection.execute(f"PRAGMA table_info({_named(table)})").fetchall()
    keys = [_named(column[1]) for column in sorted(columns, key=lambda one: int(one[5])) if column[5]]
    if count <= _SMALL:
        order = f"ORDER BY {', '.join(keys)}" if keys else ""
        return connection.execute(f"SELECT * FROM {_named(table)} {order}").fetchall()  # noqa: S608
    last = [connection.execute(f"SELECT max({key}) FROM {_named(table)}").fetchone() for key in keys]  # noqa: S608
    return count, last


def _named(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
