"""Databases of other programs are read and never written."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from engine.domain.errors import ImportFailed
from engine.storage import driver
from engine.storage.foreign import ForeignDatabase


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A small foreign database in a folder of its own."""
    (tmp_path / "other").mkdir()
    file = tmp_path / "other" / "their's %20 #1.db"
    with closing(driver.load().connect(str(file), isolation_level=None)) as connection:
        connection.execute('CREATE TABLE "odd ""name" (id INTEGER PRIMARY KEY, "or der" INTEGER, text TEXT)')
        connection.executemany('INSERT INTO "odd ""name" VALUES (?, ?, ?)', [(1, 3, "c"), (2, 1, "a"), (3, 2, "b")])
        connection.execute('INSERT INTO "odd ""name" VALUES (4, 4, CAST(x\'ff41\' AS TEXT))')
    return file


@pytest.fixture
def database(path: Path) -> Iterator[ForeignDatabase]:
    with closing(ForeignDatabase(path)) as opened:
        yield opened


def test_rows_come_as_asked(database: ForeignDatabase) -> None:
    table = 'odd "name'
    assert database.tables()[table] == {"id", "or der", "text"}
    assert list(database.rows(table, ("text",), order=("or der",)))[:3] == [("a",), ("b",), ("c",)]
    assert list(database.rows(table, ("id", "text"), where={"or der": 2})) == [(3, "b")]


def test_reading_may_be_given_up_after_the_file_was_let_go(path: Path) -> None:
    with closing(ForeignDatabase(path)) as opened:
        rows = opened.rows('odd "name', ("id",))
        next(rows)
    rows.close()  # type: ignore[attr-defined]


def test_text_that_is_no_utf8_is_read(database: ForeignDatabase) -> None:
    assert list(database.rows('odd "name', ("text",), where={"id": 4})) == [("\ufffdA",)]


def test_nothing_is_written_and_nothing_appears_beside_it(path: Path) -> None:
    before, held = path.read_bytes(), path.stat().st_mtime_ns
    path.chmod(stat.S_IRUSR)
    with closing(ForeignDatabase(path)) as opened:
        list(opened.rows('odd "name', ("id",)))
        with pytest.raises(Exception, match=r"readonly|read-only"):
            opened._connection.execute("CREATE TABLE more (x)")
    assert path.read_bytes() == before
    assert path.stat().st_mtime_ns == held
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_log_beside_it_is_told(path: Path, database: ForeignDatabase) -> None:
    assert not database.in_use
    path.with_name(path.name + "-wal").write_bytes(b"unwritten")
    assert database.in_use


def damaged(path: Path, change: Any) -> None:
    data = bytearray(path.read_bytes())
    change(data)
    path.write_bytes(bytes(data))
    with pytest.raises(ImportFailed, match="cannot be read as a database"):
        read_all(path)


def read_all(path: Path) -> None:
    with closing(ForeignDatabase(path)) as opened:
        for table, columns in opened.tables().items():
            list(opened.rows(table, sorted(columns)))


def test_a_damaged_one_is_told(path: Path) -> None:
    damaged(path, lambda data: data.__setitem__(slice(100, 2_000), b"\xff" * 1_900))


def test_one_that_was_cut_off_is_told(path: Path) -> None:
    damaged(path, lambda data: data.__delitem__(slice(4_096, None)))
