"""The log moved in by hand comes to what SQLite makes of it, and nothing of the old file reaches the new one."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from helpers.storage_keys import KEY, OTHER, ask, fill, raw

from engine.domain.database_key import DatabaseKey
from engine.storage.swap import move_log_in, replace_database


def _log(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _busy(folder: Path, key: DatabaseKey | None, seed: int) -> Path:
    """A file and its log as a kill leaves them: grown, shrunk, partly moved in, the last transaction not committed."""
    chance = random.Random(seed)
    live, left = folder / f"{seed}" / "live.sqlite3", folder / f"{seed}" / "left.sqlite3"
    live.parent.mkdir()
    with closing(raw(live, key)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA cache_size = 5")  # so that what is not committed reaches the log, too
        connection.execute("CREATE TABLE held (id INTEGER PRIMARY KEY, text)")
        for _ in range(chance.randrange(2, 12)):
            act = chance.choice(["add", "add", "remove", "shrink", "move in"])
            if act == "add":
                connection.execute(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
                    "INSERT INTO held (text) SELECT hex(randomblob(200)) FROM n",
                    (chance.randrange(1, 60),),
                )
            elif act == "remove":
                connection.execute("DELETE FROM held WHERE id % 3 = ?", (chance.randrange(3),))
            elif act == "shrink":
                connection.execute("VACUUM")
            else:
                connection.execute("PRAGMA wal_checkpoint(RESTART)").fetchall()
        connection.execute("BEGIN")
        connection.execute("INSERT INTO held (text) SELECT hex(randomblob(900)) FROM sqlite_schema, sqlite_schema")
        connection.executemany("INSERT INTO held (text) VALUES (hex(randomblob(900)))", [()] * 30)
        for one in (live, _log(live)):
            shutil.copy(one, one.with_name(one.name.replace("live", "left")))
        connection.execute("ROLLBACK")
    return left


@pytest.mark.parametrize("key", [None, KEY])
@pytest.mark.parametrize("seed", range(6))
def test_a_log_moved_in_is_what_sqlite_makes_of_it(tmp_path: Path, key: DatabaseKey | None, seed: int) -> None:
    left = _busy(tmp_path, key, seed)
    other = left.with_name("other.sqlite3")
    shutil.copy(left, other)
    shutil.copy(_log(left), _log(other))
    if seed % 2:  # torn by a power cut
        torn = _log(left).stat().st_size * 3 // 4
        for one in (left, other):
            with _log(one).open("rb+") as log:
                log.seek(torn)
                log.write(b"torn")
    for _ in range(2):  # a kill before the log was removed: done again it comes to the same
        move_log_in(left)
    _log(left).unlink()
    wanted = ask(other, key, "SELECT id, text FROM held ORDER BY id")
    assert ask(left, key, "SELECT id, text FROM held ORDER BY id") == wanted
    assert ask(left, key, "PRAGMA integrity_check") == [("ok",)]
    assert ask(left, key, "PRAGMA page_count") == ask(other, key, "PRAGMA page_count")
    assert left.stat().st_size == ask(left, key, "PRAGMA page_count")[0][0] * 4_096  # type: ignore[operator]


def test_the_new_file_is_there_alone(tmp_path: Path) -> None:
    left = _busy(tmp_path, KEY, 3)
    for ending in ("-shm", "-journal"):
        left.with_name(left.name + ending).write_bytes(b"old")
    new = fill(left.with_name("new.sqlite3"), OTHER, 7)
    replace_database(left, new)
    assert [file.name for file in left.parent.glob("left*")] == ["left.sqlite3"]
    assert not new.exists()
    assert ask(left, OTHER, "SELECT count(*) FROM activity") == [(7,)]


def test_a_place_without_a_file_is_taken_too(tmp_path: Path) -> None:
    new = fill(tmp_path / "new.sqlite3", None, 7)
    replace_database(tmp_path / "kairos.sqlite3", new)
    assert ask(tmp_path / "kairos.sqlite3", None, "SELECT count(*) FROM activity") == [(7,)]


@pytest.mark.parametrize("log", [b"", b"short", b"\0" * 32, b"\x37\x7f\x06\x82" + b"x" * 9_000])
def test_what_is_no_log_is_not_moved_in(tmp_path: Path, log: bytes) -> None:
    path = fill(tmp_path / "kairos.sqlite3", None, 7)
    before = path.read_bytes()
    _log(path).write_bytes(log)
    move_log_in(path)
    assert path.read_bytes() == before
