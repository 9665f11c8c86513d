"""Rows read page by page are those SQLite reads, whatever they hold; what hangs on a broken page is found by itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.domain.database_key import DatabaseKey
from engine.storage import driver
from engine.storage.cipher import SALT_BYTES
from engine.storage.connections import connect
from engine.storage.salvage.layouts import layout_of, parts_of, parts_read
from engine.storage.salvage.pages import Pages, Unreadable
from engine.storage.salvage.records import Broken, node_of, values_of, varint
from engine.storage.salvage.trees import Forest, Hole, Read

PAGE, MANY = 4_096, 3_000
TABLES = (
    "CREATE TABLE numbered (id INTEGER PRIMARY KEY, text TEXT, number INTEGER, share REAL, bytes BLOB) STRICT",
    """CREATE TABLE placed (word TEXT NOT NULL, number INTEGER NOT NULL, note TEXT, PRIMARY KEY (number, word))
    STRICT, WITHOUT ROWID""",
)
longs = st.integers(-(2**63), 2**63 - 1)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
numbered = st.tuples(
    longs,
    st.none() | texts | st.builds(lambda text: text * 400, texts),
    st.none() | longs,
    st.none() | st.floats(allow_nan=False),
    st.none() | st.binary(max_size=50) | st.builds(lambda data: data * 900, st.binary(max_size=20)),
)
placed = st.tuples(texts, longs, st.none() | texts | st.builds(lambda text: text * 300, texts))


def tables(path: Path, key: DatabaseKey | None = None) -> dict[str, Read]:
    """Return what is read of each table."""
    with Pages(path, key) as pages:
        forest = Forest(pages)
        parts, listed = parts_read(forest, {}, {})
        assert listed.whole
        layouts = [layout_of(part, driver.load()) for part in parts.values()]
        return {layout.name: forest.tree(layout) for layout in layouts if layout is not None}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(numbered, max_size=40, unique_by=lambda row: row[0]),
    st.lists(placed, max_size=40, unique_by=lambda row: row[:2]),
)
def test_every_row_is_read_as_sqlite_reads_it(
    tmp_path: Path, first: list[tuple[object, ...]], second: list[tuple[object, ...]]
) -> None:
    path = tmp_path / "any.sqlite3"
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in TABLES:
            connection.execute(statement)
        connection.executemany("INSERT INTO numbered VALUES (?, ?, ?, ?, ?)", first)
        connection.executemany("INSERT INTO placed VALUES (?, ?, ?)", second)
        told = {name: set(connection.execute(f"SELECT * FROM {name}")) for name in ("numbered", "placed")}  # noqa: S608
    found = tables(path)
    assert all(read.whole for read in found.values())
    assert {name: set(read.rows) for name, read in found.items()} == told


@pytest.mark.parametrize("key", [None, DatabaseKey(bytes(range(32)))], ids=["plain", "encrypted"])
def test_rows_are_read_however_they_fill_their_pages(tmp_path: Path, key: DatabaseKey | None) -> None:
    path = tmp_path / "any.sqlite3"
    lengths = [*range(450, 520), *range(930, 1_010), *range(3_950, 4_110), *range(8_040, 8_130)]
    with closing(connect(driver.load(), path, key)) as connection:
        for statement in TABLES:
            connection.execute(statement)
        connection.execute("BEGIN")
        for number, length in enumerate(lengths):
            connection.execute("INSERT INTO numbered (id, text) VALUES (?, ?)", (number, "x" * length))
            connection.execute("INSERT INTO placed VALUES ('', ?, ?)", (number, "y" * length))
        connection.execute("COMMIT")
    found = tables(path, key)
    assert all(read.whole for read in found.values())
    assert sorted(len(str(row[1])) for row in found["numbered"].rows) == lengths
    assert sorted(len(str(row[2])) for row in found["placed"].rows) == lengths


def many(path: Path, key: DatabaseKey | None = None, rows: int = MANY) -> None:
    """Fill both tables so that their trees are three floors high."""
    path.unlink(missing_ok=True)
    with closing(connect(driver.load(), path, key)) as connection:
        for statement in TABLES:
            connection.execute(statement)
        connection.execute("BEGIN")
        for number in range(rows):
            text = "x" * 700
            connection.execute("INSERT INTO numbered VALUES (?, ?, ?, 1.5, NULL)", (number * 3, text, number))
            connection.execute("INSERT INTO placed VALUES (?, ?, ?)", (f"{text} {number % 7}", number * 5, text))
        connection.execute("COMMIT")


def middle_page(path: Path, key: DatabaseKey | None, table: str) -> int:
    """Return a page of the table between its root and its leaves."""
    with closing(connect(driver.load(), path, key)) as connection:
        root = parts_of(connection)[table].root
    with Pages(path, key) as pages:
        page = pages.read(root)
        assert page is not None
        number = node_of(page, root, pages.usable).cells[0].left
        below = pages.read(number)
        assert below is not None
        assert node_of(below, number, pages.usable).kind.interior, "the tree is not three floors high"
        return number


def zero(path: Path, page: int) -> None:
    data = bytearray(path.read_bytes())
    data[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    path.write_bytes(data)


@pytest.mark.parametrize("key", [None, DatabaseKey(bytes(range(32)))])
def test_what_hangs_on_a_broken_page_is_found_by_itself(tmp_path: Path, key: DatabaseKey | None) -> None:
    path = tmp_path / "any.sqlite3"
    many(path, key)
    for table in ("numbered", "placed"):
        zero(path, middle_page(path, key, table))
    with Pages(path, key) as pages:
        forest = Forest(pages)
        parts, _ = parts_read(forest, {}, {})
        layouts = [layout_of(part, driver.load()) for part in parts.values()]
        reads = [forest.tree(layout) for layout in layouts if layout is not None]
        assert [read.broken_floors for read in reads] == [[1], [1]]
        assert [read.missing_leaves for read in reads] == [0, 0]
        before = [len(read.rows) for read in reads]
        forest.skip_free()
        assert forest.adopt(reads) > 20
        numbers = {row[2] for row in reads[0].rows}
        assert numbers == set(range(MANY)), "no row lies in the page of a numbered table between root and leaves"
        lost = MANY - len({row[:2] for row in reads[1].rows})
        assert 0 < lost < 10, "rows that lie in the broken page itself are gone, no others"
        assert max(before) < MANY - 20


def test_the_beginning_of_an_encrypted_file_may_be_guessed_or_known(tmp_path: Path) -> None:
    path, key = tmp_path / "any.sqlite3", DatabaseKey(bytes(range(32)))
    many(path, key, rows=300)
    salt = path.read_bytes()[:SALT_BYTES]
    data = bytearray(path.read_bytes())
    data[0] ^= 128
    path.write_bytes(data)
    assert len(tables(path, key)["numbered"].rows) == 300
    data[:SALT_BYTES] = bytes(SALT_BYTES)
    path.write_bytes(data)
    with pytest.raises(Unreadable), Pages(path, key):
        pass
    with Pages(path, key, [salt]) as pages:
        assert pages.read(1) is not None


def test_another_key_reads_nothing(tmp_path: Path) -> None:
    path = tmp_path / "any.sqlite3"
    many(path, DatabaseKey(bytes(32)), rows=20)
    with pytest.raises(Unreadable), Pages(path, DatabaseKey(bytes(range(32)))):
        pass


@settings(max_examples=50, deadline=None)
@given(st.binary(min_size=200, max_size=600), st.integers(1, 2))
def test_any_bytes_are_a_page_or_broken(data: bytes, number: int) -> None:
    for act in (lambda: node_of(data, number, len(data)), lambda: values_of(data)):
        try:
            act()
        except Broken:
            continue


@given(st.integers(0, 2**64 - 1))
def test_numbers_of_any_length_are_read(number: int) -> None:
    assert varint(written(number) + b"\x81", 0) == (number, len(written(number)))


def written(number: int) -> bytes:
    """Write a number the way SQLite does."""
    if number >= 1 << 56:
        head = [(number >> 8 >> shift & 0x7F) | 0x80 for shift in range(49, -1, -7)]
        return bytes([*head, number & 0xFF])
    groups = [number & 0x7F]
    while number := number >> 7:
        groups.append(number & 0x7F | 0x80)
    return bytes(reversed(groups))


def test_holes_hold_what_lies_between_their_ends() -> None:
    hole = Hole((1, 5), (1, 9))
    assert [hole.holds((1, key)) for key in (5, 6, 9, 10)] == [False, True, True, False]
    assert Hole(None, None).holds(("anything",))
    assert not hole.holds(("text", None))
