"""ActivityWatch's three kinds of database give what its export of the same events gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from helpers.foreign_files import SAMPLES, at, parsed
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.domain.errors import ImportFailed, KairosError
from engine.domain.imports import Doubt
from engine.storage import driver

EXPORT = SAMPLES / "activitywatch_python.json"


def buckets() -> list[dict[str, Any]]:
    return list(json.loads(EXPORT.read_text(encoding="utf-8"))["buckets"].values())


def peewee(connection: Any) -> None:
    connection.execute(
        "CREATE TABLE bucketmodel (key INTEGER PRIMARY KEY, id TEXT, created TEXT, name TEXT, type TEXT, client TEXT, "
        "hostname TEXT, datastr TEXT)"
    )
    connection.execute(
        "CREATE TABLE eventmodel (id INTEGER PRIMARY KEY, bucket_id INTEGER, timestamp TEXT, duration DECIMAL(10, 5), "
        "datastr TEXT)"
    )
    row: tuple[Any, ...]
    for key, one in enumerate(buckets(), 1):
        row = (key, one["id"], "2024", None, one["type"], one["client"], one["hostname"], "{}")
        connection.execute("INSERT INTO bucketmodel VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        for event in one["events"]:
            moment = str(datetime.fromisoformat(event["timestamp"]))
            row = (key, moment, event["duration"], json.dumps(event["data"]))
            connection.execute(
                "INSERT INTO eventmodel (bucket_id, timestamp, duration, datastr) VALUES (?, ?, ?, ?)", row
            )


def counted(connection: Any, bucket_columns: str, data: str, per_ms: int) -> None:
    connection.execute(f"CREATE TABLE buckets ({bucket_columns}, type TEXT, client TEXT, hostname TEXT)")
    connection.execute(
        "CREATE TABLE events (id INTEGER PRIMARY KEY, bucketrow INTEGER, starttime INTEGER, endtime INTEGER, "
        f"{data} TEXT)"
    )
    row: tuple[Any, ...]
    for key, one in enumerate(buckets(), 1):
        row = (key, one["id"], one["type"], one["client"], one["hostname"])
        connection.execute("INSERT INTO buckets VALUES (?, ?, ?, ?, ?)", row)
        for event in one["events"]:
            start = at(event["timestamp"])
            row = (key, start * per_ms, (start + round(event["duration"] * 1_000)) * per_ms, json.dumps(event["data"]))
            connection.execute("INSERT INTO events VALUES (NULL, ?, ?, ?, ?)", row)


def rust(connection: Any) -> None:
    counted(connection, "id INTEGER PRIMARY KEY, name TEXT", "data", 1_000_000)


def python_other(connection: Any) -> None:
    counted(connection, "rowid INTEGER PRIMARY KEY, id TEXT", "datastr", 1_000)


@pytest.mark.parametrize("make", [peewee, rust, python_other])
def test_a_database_gives_what_its_export_gives(tmp_path: Path, make: Callable[[Any], None]) -> None:
    path = tmp_path / "peewee-sqlite.v2.db"
    with closing(driver.load().connect(str(path), isolation_level=None)) as connection:
        make(connection)
    before = path.read_bytes()
    found = parsed(path)
    assert found.spans == parsed(EXPORT).spans
    assert path.read_bytes() == before
    path.with_name(path.name + "-wal").write_bytes(b"unwritten")
    assert parsed(path).doubts[Doubt.IN_USE] == 1


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with closing(driver.load().connect(str(path), isolation_level=None)) as connection:
        connection.execute("CREATE TABLE buckets (id INTEGER)")
    with pytest.raises(ImportFailed, match="no database of ActivityWatch"):
        parsed(path)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A sound database of the Rust server."""
    path = tmp_path_factory.mktemp("sound") / "sqlite.db"
    with closing(driver.load().connect(str(path), isolation_level=None)) as connection:
        rust(connection)
    return path.read_bytes()


def test_a_damaged_database_ends_in_one_message_or_in_spans(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "sqlite.db"

    @settings(max_examples=150)
    @example([(3864, b"\x80")])  # a name that is no text
    @given(
        st.lists(st.tuples(st.integers(100, len(sound)), st.binary(min_size=1, max_size=30)), min_size=1, max_size=6)
    )
    def holds(edits: list[tuple[int, bytes]]) -> None:
        data = sound
        for place, piece in edits:
            data = data[:place] + piece + data[place + len(piece) :]
        path.write_bytes(data)
        with suppress(KairosError):
            parsed(path)

    holds()
