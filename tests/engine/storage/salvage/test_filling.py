"""Rows are put into a new database once and as they were, those of a backup only where nothing could be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine.storage.salvage.filling import fill, forget_index, put_back, without_triggers
from engine.storage.salvage.pages import Pages
from engine.storage.salvage.trees import Forest, Hole, Layout, Read

NUMBERED = Layout("held", ("id", "text"), ("INTEGER", "TEXT"), (True, False), (0,), rows_numbered=True, alias=0, root=2)
PLACED = Layout(
    "placed", ("a", "b"), ("TEXT", "INTEGER"), (True, True), (1, 0), rows_numbered=False, alias=None, root=3
)
TABLES = (
    "CREATE TABLE held (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT)",
    "CREATE TABLE placed (a TEXT, b INTEGER, PRIMARY KEY (b, a)) WITHOUT ROWID",
    "CREATE TABLE noted (text TEXT)",
    "CREATE TRIGGER note AFTER INSERT ON held BEGIN INSERT INTO noted VALUES (new.text); END",
)


@pytest.fixture
def connection() -> Iterator[Any]:
    with closing(made()) as opened:
        yield opened


def made() -> sqlite3.Connection:
    opened = sqlite3.connect(":memory:", isolation_level=None)
    for statement in TABLES:
        opened.execute(statement)
    return opened


def held(connection: Any, table: str = "held") -> list[tuple[object, ...]]:
    return list(connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2"))  # noqa: S608


def test_a_table_holds_just_what_was_read_and_nothing_is_counted_twice(connection: Any) -> None:
    connection.execute("INSERT INTO placed VALUES ('default', 0)")
    with without_triggers(connection):
        fill(connection, Read(NUMBERED, [(1, "a"), (1, "again"), (2,), (7, None)]))
        fill(connection, Read(PLACED, [("x", 1)]))
    assert held(connection) == [(1, "a"), (2, None), (7, None)]
    assert held(connection, "placed") == [("x", 1)]
    assert held(connection, "noted, (SELECT 1)") == []
    connection.execute("INSERT INTO held (text) VALUES ('later')")
    assert connection.execute("SELECT text FROM noted").fetchall() == [("later",)]


def test_a_table_that_is_not_known_any_more_is_left_out(connection: Any) -> None:
    connection.execute("INSERT INTO held VALUES (1, 'a')")
    fill(connection, Read(Layout("held", ("id", "old"), (), (), (), rows_numbered=True, alias=0, root=2), [(5, "b")]))
    assert held(connection) == [(1, "a")]


def test_no_number_is_given_twice(connection: Any) -> None:
    counts = Layout("sqlite_sequence", ("name", "seq"), (), (), (), rows_numbered=True, alias=None, root=4)
    fill(connection, Read(counts, [("held", 9), ("placed", 3), ("noted", "broken")]))
    connection.execute("INSERT INTO held (text) VALUES ('a')")
    assert held(connection) == [(10, "a")]
    fill(connection, Read(counts, [("held", 4), ("placed", 5)]))
    assert held(connection, "sqlite_sequence") == [("held", 10), ("placed", 5)]
    assert put_back(connection, connection, Read(counts, holes=[Hole(None, None)])) == 0


def test_rows_of_a_backup_come_back_where_nothing_could_be_read(connection: Any) -> None:
    with closing(made()) as backup:
        backup.executemany("INSERT INTO held VALUES (?, 'old')", [(number,) for number in range(1, 10)])
        backup.executemany("INSERT INTO placed VALUES (?, ?)", [(a, b) for a in "xyz" for b in (1, 2)])
        connection.execute("INSERT INTO held VALUES (4, 'new')")
        holes = [Hole((2,), (5,)), Hole((8,), None)]
        assert put_back(connection, backup, Read(NUMBERED, holes=holes)) == 3
        assert held(connection) == [(3, "old"), (4, "new"), (5, "old"), (9, "old")]
        assert put_back(connection, backup, Read(PLACED, holes=[Hole((1, "y"), (2, "x"))])) == 2
        assert held(connection, "placed") == [("x", 2), ("z", 1)]
        assert put_back(connection, backup, Read(PLACED, holes=[Hole(None, None)])) == 4
        backup.execute("ALTER TABLE placed RENAME COLUMN a TO other")
        assert put_back(connection, backup, Read(PLACED, holes=[Hole(None, None)])) == 0


def test_documents_are_to_be_read_again_where_there_are_any(connection: Any) -> None:
    forget_index(connection)
    connection.execute("CREATE TABLE document_file (mtime_ns, content_hash, first_chunk, chunks)")
    connection.execute("INSERT INTO document_file VALUES (5, x'00', 6, 7)")
    forget_index(connection)
    assert connection.execute("SELECT * FROM document_file").fetchall() == [(0, b"", 0, 0)]


@pytest.mark.parametrize("size", [512, 4_096, 65_536])
def test_pages_of_any_size_are_numbered_from_one(tmp_path: Path, size: int) -> None:
    path = tmp_path / "any.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA page_size = {size}")
        connection.execute("CREATE TABLE one (text)")
        connection.execute("CREATE TABLE other (text)")
    data = path.read_bytes()
    with Pages(path, None) as pages:
        assert (pages.size, pages.usable, pages.count) == (size, size, 3)
        assert [pages.read(number) for number in (0, 1, 3, 4)] == [None, data[:size], data[2 * size :], None]
    path.write_bytes(b"x" + data[1:size] + bytes(size) + data[2 * size : -1])
    with Pages(path, None) as pages:
        assert pages.size == 4_096
        assert pages.read(1) is None
        assert Forest(pages).tree(replace(NUMBERED, root=0)).holes == [Hole(None, None)], "nothing leads to it"
    path.write_bytes(data[:size] + bytes(size) + data[2 * size : -1])
    with Pages(path, None) as pages:
        assert [pages.read(number) for number in (2, 3)] == [None, None], "one is empty, one is cut short"
