"""Rows put into a new database: those that were read, and those of a backup where none could be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from engine.storage.salvage.records import Value
from engine.storage.salvage.trees import Hole, Layout, Read

_SEQUENCE = "sqlite_sequence"
_UNREAD = """UPDATE document_file SET mtime_ns = 0, content_hash = x'', first_chunk = 0, chunks = 0"""


@contextmanager
def without_triggers(connection: Any) -> Iterator[None]:
    """Take the triggers away until the block ends: they guard and count what is done by and by, not whole tables."""
    found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in found:
        connection.execute(f'DROP TRIGGER "{name}"')
    yield
    for _, sql in found:
        connection.execute(sql)


def fill(connection: Any, read: Read) -> None:
    """Let a table hold just the rows that were read."""
    layout = read.layout
    if layout.name == _SEQUENCE:
        _go_on_counting(connection, read)
        return
    known = {row[1] for row in connection.execute(f'PRAGMA table_info("{layout.name}")')}
    if not set(layout.names) <= known:
        return
    connection.execute(f'DELETE FROM "{layout.name}"')  # noqa: S608  (a table of ours)
    by_length: defaultdict[int, list[tuple[Value, ...]]] = defaultdict(list)
    for row in read.rows:
        by_length[len(row)].append(row)
    for length, rows in by_length.items():  # older rows lack columns that were added later
        connection.executemany(_insert(layout, length), rows)


def _go_on_counting(connection: Any, read: Read) -> None:
    """No number that was ever given is given again."""
    for name, number in read.rows:
        if isinstance(number, int):
            done = connection.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (number, name))
            if not done.rowcount:
                connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, number))


def put_back(connection: Any, backup: Any, read: Read) -> int:
    """Take rows from a backup whose keys lie where nothing could be read, and return how many."""
    layout, returned = read.layout, 0
    if layout.name == _SEQUENCE or not _alike(backup, layout):
        return 0
    named = ", ".join(f'"{name}"' for name in layout.names)
    insert = _insert(layout, len(layout.names))
    for hole in read.holes:
        where, values = _within(layout, hole)
        rows = backup.execute(f'SELECT {named} FROM "{layout.name}" WHERE {where}', values).fetchall()  # noqa: S608
        returned += max(0, connection.executemany(insert, rows).rowcount)
    return returned


def forget_index(connection: Any) -> None:
    """Have every document read again: what they are found by is in several tables that must agree."""
    if connection.execute("PRAGMA table_info(document_file)").fetchall():
        connection.execute(_UNREAD)


def _alike(backup: Any, layout: Layout) -> bool:
    return set(layout.names) <= {row[1] for row in backup.execute(f'PRAGMA table_info("{layout.name}")')}


def _insert(layout: Layout, length: int) -> str:
    named = ", ".join(f'"{name}"' for name in layout.names[:length])
    marks = ", ".join("?" * length)
    return f'INSERT OR IGNORE INTO "{layout.name}" ({named}) VALUES ({marks})'  # noqa: S608


def _within(layout: Layout, hole: Hole) -> tuple[str, tuple[Value, ...]]:
    """Return what selects the rows whose keys lie in the hole."""
    placed = "rowid" if layout.rows_numbered else ", ".join(f'"{layout.names[place]}"' for place in layout.keys)
    marks = ", ".join("?" * (1 if layout.rows_numbered else len(layout.keys)))
    bounds = [(sign, key) for sign, key in ((">", hole.low), ("<=", hole.high)) if key is not None]
    where = " AND ".join(f"({placed}) {sign} ({marks})" for sign, _ in bounds) or "1"
    return where, tuple(value for _, key in bounds for value in key)
