"""An erase that is killed at any statement has not happened; afterwards it is done."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from pathlib import Path

import pytest
from helpers.canaries import AT_MS, plant
from helpers.storage_programs import finish, start

from engine.domain.database_key import DatabaseKey
from engine.domain.erasing import EraseChoice
from engine.storage.database import Database
from engine.storage.encryption import is_encrypted
from engine.storage.erase.proof import search_database, search_files
from engine.storage.erase.store import EraseStore
from engine.storage.erase.traces import clear_pages, clear_words

KILLED = """
from sqlalchemy import event
from engine.domain.erasing import EraseChoice
from engine.storage.erase.store import EraseStore

database, left = Database.open(path), [int(sys.argv[2])]

def count(*_):
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(database._engine, "before_cursor_execute", count)
EraseStore(database).erase(EraseChoice(title_with="zebra"), 1 << 42)
print("done")
"""


def _held(path: Path) -> Sequence[object]:
    database = Database.open(path)
    with database.reading() as connection:
        tables = ("activity", "title", "dialogue_turn", "hour_total", "correction", "erasure")
        rows = [connection.exec_driver_sql(f"SELECT * FROM {name} ORDER BY 1, 2").all() for name in tables]  # noqa: S608
    database.close()
    return rows


@pytest.mark.parametrize("statement", [12, 35, 60])
def test_killed_it_has_not_happened(path: Path, statement: int) -> None:
    database = Database.open(path)
    plant(path.parent, database, "zebra")
    database.close()
    before = _held(path)
    status, out, err = finish(start(KILLED, path, str(statement)))
    assert (status, out) == (-signal.SIGKILL, ""), err
    assert _held(path) == before


def test_an_encrypted_file_is_searched_through_its_key(path: Path) -> None:
    database = Database.open(path, DatabaseKey(b"k" * 32))
    try:
        plant(path.parent, database, "zebra")
        assert is_encrypted(path)
        assert {one.place for one in search_database(database, ["zebra"]) if one.hits} >= {"database: title"}
        assert not [one for one in search_files(path.parent, ["zebra"]) if one.hits and "sqlite" in one.place]
        store = EraseStore(database)
        store.erase(EraseChoice(everything=True), AT_MS)
        clear_words(database)
        clear_pages(database)
        assert not [one for one in search_database(database, ["zebra", "Inbox"]) if one.hits]
        assert is_encrypted(path)
    finally:
        database.close()


def test_nothing_is_left_in_free_pages_or_the_log_of_a_plain_file(path: Path) -> None:
    database = Database.open(path)
    try:
        plant(path.parent, database, "zebra")
        EraseStore(database).erase(EraseChoice(title_with="zebra"), AT_MS + (1 << 30))
        clear_pages(database)
        assert path.with_name(path.name + "-wal").stat().st_size == 0
        assert b"zebra \xe2\x80\x93 draft" not in path.read_bytes()
    finally:
        database.close()


def test_texts_are_found_across_the_pieces_a_file_is_read_in(tmp_path: Path) -> None:
    text = "needle in a haystack"
    for name, encoding in (("plain", "utf-8"), ("wide", "utf-16-le")):
        content = ("x" * ((1 << 20) - 5)).encode() + text.encode(encoding) + b"yy"
        (tmp_path / name).write_bytes(content)
    twice = "a" + "." * ((1 << 20) - 21) + text + "." + text
    (tmp_path / "edge").write_text(twice, encoding="utf-8")
    found = {one.place: (one.amount, one.hits) for one in search_files(tmp_path, [text])}
    sizes = {name: (tmp_path / name).stat().st_size for name in found}
    assert found == {"plain": (sizes["plain"], 1), "wide": (sizes["wide"], 1), "edge": (sizes["edge"], 2)}
