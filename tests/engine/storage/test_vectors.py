from __future__ import annotations

import numpy as np
import pytest
from helpers.storage_documents import folder, put

from engine.domain.documents import Document
from engine.storage import vectors as vectors_module
from engine.storage.database import Database
from engine.storage.documents import DocumentStore
from engine.storage.vectors import VectorStore

MODEL = "little-1234"


@pytest.fixture
def store(database: Database, monkeypatch: pytest.MonkeyPatch) -> VectorStore:
    """The vectors of that database, in blocks of four."""
    monkeypatch.setattr(vectors_module, "PER_BLOCK", 4)
    monkeypatch.setattr(vectors_module, "_DROPPED_AT_ONCE", 1)
    return VectorStore(database)


@pytest.fixture
def documents(database: Database) -> list[Document]:
    """Three documents of three chunks each, numbers 1 to 9."""
    number = folder(database)
    return [put(database, number, f"/docs/{at}", *(f"text {at} {n}" for n in range(3))) for at in range(3)]


def _vector(number: int) -> list[float]:
    return [number, number / 2]


def _put(store: VectorStore, *ids: int, upto: int | None = None, model: str = MODEL) -> None:
    vectors = np.array([_vector(one) for one in ids], np.float16).reshape(len(ids), 2)
    store.put(model, ids, vectors, max(ids) if upto is None else upto)


def _held(store: VectorStore, model: str = MODEL) -> dict[int, list[float]]:
    return {int(one): row.tolist() for ids, rows in store.blocks(model) for one, row in zip(ids, rows, strict=True)}


def _blocks(store: VectorStore) -> list[list[int]]:
    return [ids.tolist() for ids, _ in store.blocks(MODEL)]


@pytest.mark.usefixtures("documents")
def test_chunks_are_embedded_in_order_and_each_is_seen_once(store: VectorStore) -> None:
    assert store.pending(MODEL, 2) == [(1, "text 0 0"), (2, "text 0 1")]
    _put(store, 1, 2)
    assert store.counts(MODEL) == (2, 9)
    assert [number for number, _ in store.pending(MODEL, 99)] == [3, 4, 5, 6, 7, 8, 9]
    _put(store, 3, 5, upto=6)  # the encoder cannot read 4 and 6
    assert store.counts(MODEL) == (6, 9)
    assert [number for number, _ in store.pending(MODEL, 99)] == [7, 8, 9]
    _put(store, upto=9)
    assert (store.pending(MODEL, 99), store.counts(MODEL)) == ([], (9, 9))
    assert _held(store) == {one: _vector(one) for one in (1, 2, 3, 5)}


@pytest.mark.usefixtures("documents")
def test_blocks_are_filled_up_and_never_overlap(store: VectorStore) -> None:
    _put(store, 1, 2, 3)
    _put(store, 4, 5)
    _put(store, 6, 7, 8, 9)
    assert _blocks(store) == [[1, 2, 3, 4], [5, 6, 7, 8], [9]]
    assert _held(store) == {one: _vector(one) for one in range(1, 10)}


def test_vectors_go_with_their_chunks(database: Database, store: VectorStore, documents: list[Document]) -> None:
    _put(store, *range(1, 10))
    DocumentStore(database).remove([documents[1].id])
    assert _held(store) == {one: _vector(one) for one in (1, 2, 3, 7, 8, 9)}
    put(database, documents[2].folder_id, "/docs/2", "new text")
    assert sorted(_held(store)) == [1, 2, 3]
    assert store.counts(MODEL) == (3, 4)
    assert store.pending(MODEL, 9) == [(10, "new text")]
    DocumentStore(database).remove([documents[0].id])
    assert _blocks(store) == []


def test_what_was_removed_while_it_was_embedded_is_not_stored(
    database: Database, store: VectorStore, documents: list[Document]
) -> None:
    DocumentStore(database).remove([documents[0].id])
    _put(store, 2, 3, 4, 5)
    assert sorted(_held(store)) == [4, 5]
    _put(store, 2, 3)
    assert store.counts(MODEL) == (2, 6)


def test_who_holds_vectors_learns_what_changed(
    database: Database, store: VectorStore, documents: list[Document]
) -> None:
    _put(store, *range(1, 8))
    mark, known = store.mark(), np.array(sorted(_held(store)), np.int64)
    assert store.changes(MODEL, mark, known).added == ()
    assert store.changes(MODEL, mark, known).removed.tolist() == []
    DocumentStore(database).remove([documents[0].id])
    _put(store, 8, 9)
    changed = store.changes(MODEL, mark, known)
    assert {int(one): row.tolist() for ids, rows in changed.added for one, row in zip(ids, rows, strict=True)} == {
        8: _vector(8),
        9: _vector(9),
    }
    assert changed.removed.tolist() == [1, 2, 3]
    known = np.array([4, 5, 6, 7, 8, 9], np.int64)
    again = store.changes(MODEL, changed.mark, known)
    assert (again.added, again.removed.tolist()) == ((), [])
    DocumentStore(database).remove([one.id for one in documents])
    assert store.changes(MODEL, changed.mark, known).removed.tolist() == [4, 5, 6, 7, 8, 9]


@pytest.mark.usefixtures("documents")
def test_another_encoder_starts_anew_and_the_old_vectors_are_forgotten(store: VectorStore) -> None:
    _put(store, *range(1, 10))
    assert len(store.pending("other-99", 99)) == 9
    _put(store, 1, model="other-99")
    assert (sorted(_held(store)), sorted(_held(store, "other-99"))) == (list(range(1, 10)), [1])
    store.keep_only("other-99")
    assert (_held(store), store.counts(MODEL)) == ({}, (0, 9))
    store.drop("other-99")
    assert (_held(store, "other-99"), store.counts("other-99")) == ({}, (0, 9))
