from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from helpers.storage_keys import KEY, fill, raw
from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity
from engine.storage.activities import ActivityStore
from engine.storage.cipher import PAGE_BYTES
from engine.storage.database import Database
from engine.storage.integrity import problems


@pytest.mark.parametrize("byte", [0, 15, 16, 2_000, PAGE_BYTES - 80, PAGE_BYTES - 1])
def test_one_bit_on_any_place_of_a_page_is_found_and_the_page_named(path: Path, byte: int) -> None:
    data = bytearray(fill(path, KEY, 3_000).read_bytes())
    pages = len(data) // PAGE_BYTES
    number = pages - 3
    data[(number - 1) * PAGE_BYTES + byte] ^= 4
    path.write_bytes(data)
    (found,) = problems(lambda: raw(path, KEY), encrypted=True)
    assert found.endswith(f" {number}")


def test_a_text_of_a_plain_file_that_its_index_does_not_know_is_found(path: Path) -> None:
    data = fill(path, None, 300).read_bytes()
    assert data.count(b"title 77") == 2, "in its table and in the index of it"
    path.write_bytes(data.replace(b"title 77", b"title 7x", 1))
    found = problems(lambda: raw(path, None), encrypted=False)
    assert found
    assert all("title" in line for line in found)


def test_pages_that_changed_places_are_found(path: Path) -> None:
    data = bytearray(fill(path, KEY, 3_000).read_bytes())
    one, other = slice(-PAGE_BYTES, None), slice(-3 * PAGE_BYTES, -2 * PAGE_BYTES)
    data[one], data[other] = data[other], data[one]
    path.write_bytes(data)
    assert len(problems(lambda: raw(path, KEY), encrypted=True)) == 2


def test_a_row_that_names_nothing_is_found_whether_encrypted_or_not(path: Path) -> None:
    for key in (None, KEY):
        one = fill(path.with_name(f"{key is None}.sqlite3"), key)
        with closing(raw(one, key)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute("DELETE FROM zone")
        found = problems(lambda one=one, key=key: raw(one, key), encrypted=key is not None)  # type: ignore[misc]
        assert len(found) == 300
        assert "names a missing zone" in found[0]


def test_what_is_being_written_is_no_damage(path: Path) -> None:
    """Seals are read past SQLite's locks, while others commit and the log is moved in."""
    with closing(Database.open(path, KEY)) as database:
        store = ActivityStore(database)
        for piece in range(10):
            rows = (
                Activity(n * 10, n * 10 + 10, seen("app", f"{n}"), ZONE) for n in range(piece * 50, piece * 50 + 50)
            )
            store.insert_many(rows)
            if piece % 3 == 0:
                database.checkpoint()
            assert database.integrity() == []
