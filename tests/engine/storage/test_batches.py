from __future__ import annotations

import pytest
from helpers.storage_samples import ZONE, seen, spans
from sqlalchemy.exc import IntegrityError

from engine.domain.activity import Activity
from engine.domain.errors import UsageError
from engine.storage.activities import ActivityStore
from engine.storage.batches import BatchStore
from engine.storage.database import Database

FILE = ("activitywatch", "export.json", "ab" * 32, ZONE)


@pytest.fixture
def batches(database: Database) -> BatchStore:
    return BatchStore(database)


def _activities(*starts: int, source: str = "activitywatch") -> list[Activity]:
    return [Activity(start, start + 10, seen(f"app {start}"), ZONE, source) for start in starts]


def _store(batches: BatchStore, *starts: int, source: str = "activitywatch") -> int:
    with batches.begin(*FILE, made_ms=5) as batch:
        batch.insert(_activities(*starts, source=source))
    return batch.id


def test_an_import_is_stored_listed_and_known_again(batches: BatchStore, store: ActivityStore) -> None:
    assert batches.already("ab" * 32) is None
    number = _store(batches, 0, 20, 40)
    (found,) = batches.list()
    assert (found.id, found.kind, found.file_name, found.zone, found.made_ms, found.added, found.undone_ms) == (
        number, "activitywatch", "export.json", ZONE, 5, 3, None,
    )  # fmt: skip
    assert batches.already("ab" * 32) == found
    assert [one.source for one in store.between(0, 99)] == ["activitywatch"] * 3


def test_importing_twice_adds_nothing_and_leaves_no_batch(batches: BatchStore, store: ActivityStore) -> None:
    _store(batches, 0, 20)
    before = store.between(0, 99)
    _store(batches, 0, 20)
    assert store.between(0, 99) == before
    assert len(batches.list()) == 1
    _store(batches, 0, 20, 40)
    assert [one.added for one in batches.list()] == [1, 2]


def test_an_import_that_fails_leaves_nothing(batches: BatchStore, store: ActivityStore) -> None:
    with pytest.raises(IntegrityError), batches.begin(*FILE, made_ms=5) as batch:
        batch.insert([*_activities(0), *_activities(-20, source="before 1970")])
    assert store.count() == 0
    assert batches.list() == []


def test_a_rehearsal_counts_and_leaves_nothing(batches: BatchStore, store: ActivityStore) -> None:
    _store(batches, 0)
    with batches.begin(*FILE, made_ms=5) as batch:
        assert batch.insert(_activities(0, 20)) == 1
        batch.cancel()
    assert store.count() == 1
    assert len(batches.list()) == 1


def test_an_import_is_taken_back_whole_and_alone(batches: BatchStore, store: ActivityStore) -> None:
    store.insert_many(_activities(0, source="recorder"))
    first = _store(batches, 20, 40)
    _store(batches, 60)
    assert batches.undo(first, undone_ms=9) == 2
    assert spans(store.between(0, 99)) == [(0, 10, "app 0"), (60, 70, "app 60")]
    assert [(one.id == first, one.undone_ms) for one in batches.list()] == [(False, None), (True, 9)]
    for number, words in ((first, "already"), (99, "no import")):
        with pytest.raises(UsageError, match=words):
            batches.undo(number, undone_ms=9)
    again = _store(batches, 20, 40)
    assert batches.already("ab" * 32) is not None
    assert store.count() == 4
    assert again > first
