"""Rows written so that they can be put back: what each was before and after, and whether it is still so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from engine.storage.tables import block, category, flexible_block

_TABLES = {table.name: table for table in (block, flexible_block)}
_Row = dict[str, Any]
_Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row before and after; None where it was not there."""

    table: str
    row_id: int
    before: _Row | None
    after: _Row | None

    def turned(self) -> Entry:
        """Return the way back."""
        return Entry(self.table, self.row_id, self.after, self.before)


class Journal:
    """Writes rows and remembers what they were before."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.entries: list[Entry] = []

    def insert(self, table: Table, values: Mapping[str, Any]) -> int:
        """Store a row and return its number."""
        row_id = int(self._connection.execute(insert(table).returning(table.c.id), dict(values)).scalar_one())
        self.entries.append(Entry(table.name, row_id, None, row_of(self._connection, table, row_id)))
        return row_id

    def update(self, table: Table, row_id: int, values: Mapping[str, Any]) -> None:
        """Replace the columns named of a row that is there."""
        before = row_of(self._connection, table, row_id)
        self._connection.execute(update(table).where(table.c.id == row_id).values(**values))
        self.entries.append(Entry(table.name, row_id, before, row_of(self._connection, table, row_id)))

    def delete(self, table: Table, row_id: int) -> None:
        """Remove a row that is there; what hangs on it must be gone already."""
        before = row_of(self._connection, table, row_id)
        self._connection.execute(delete(table).where(table.c.id == row_id))
        self.entries.append(Entry(table.name, row_id, before, None))

    def holds(self, table: Table, row_id: int | None) -> bool:
        """Return whether a row is there; none at all always is."""
        return row_id is None or row_of(self._connection, table, row_id) is not None


def as_text(row: _Row | None) -> str | None:
    """Return a row as it is kept."""
    return None if row is None else json.dumps(row, ensure_ascii=False, sort_keys=True)


def from_text(text: str | None) -> _Row | None:
    """Return a row as it was kept."""
    return None if text is None else dict(json.loads(text))


def put_through(connection: Connection, entries: Iterable[Entry]) -> bool:
    """Make every row what it is after the entries; False, and nothing done, where one is not what it was before them.

    A category that is gone by now counts as none on both sides.
    """
    categories = set(connection.execute(select(category.c.id)).scalars())
    seen: dict[_Key, _Row | None] = {}
    found: dict[_Key, _Row | None] = {}
    for entry in entries:
        key = entry.table, entry.row_id
        if key not in found:
            found[key] = seen[key] = row_of(connection, _TABLES[entry.table], entry.row_id)
        if seen[key] != _without_lost(entry.before, categories):
            return False
        seen[key] = _without_lost(entry.after, categories)
    if _would_take_others(connection, seen):
        return False
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")  # rows may come before the ones they hang on
    _write(connection, found, seen)
    return True


def _write(connection: Connection, found: dict[_Key, _Row | None], wanted: dict[_Key, _Row | None]) -> None:
    for (name, row_id), row in wanted.items():
        table = _TABLES[name]
        if row is not None and found[name, row_id] is None:
            connection.execute(insert(table), row)
        elif row is not None:
            connection.execute(update(table).where(table.c.id == row_id).values(**row))
    for (name, row_id), row in wanted.items():
        if row is None and found[name, row_id] is not None:
            table = _TABLES[name]
            connection.execute(delete(table).where(table.c.id == row_id))


def _would_take_others(connection: Connection, wanted: dict[_Key, _Row | None]) -> bool:
    """Return whether blocks that nobody speaks of hang on one that goes."""
    going = {row_id for (name, row_id), row in wanted.items() if name == block.name and row is None}
    hanging = connection.execute(select(block.c.id).where(block.c.series_id.in_(going))).scalars()
    return any((block.name, row_id) not in wanted for row_id in hanging)


def row_of(connection: Connection, table: Table, row_id: int) -> _Row | None:
    """Return a row as it is now, None where there is none."""
    row = connection.execute(select(table).where(table.c.id == row_id)).mappings().one_or_none()
    return None if row is None else dict(row)


def _without_lost(row: _Row | None, categories: set[int]) -> _Row | None:
    if row is None or row["category_id"] is None or row["category_id"] in categories:
        return row
    return {**row, "category_id": None}
