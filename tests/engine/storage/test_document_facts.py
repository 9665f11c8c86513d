"""What is known of documents to choose among them, and what each means as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from helpers.storage_documents import folder, put

from engine.storage.database import Database
from engine.storage.document_facts import DocumentFactReader, mean_vectors
from engine.storage.documents import DocumentStore
from engine.storage.vectors import VectorStore

HOUR_NS = 3_600 * 1_000_000_000


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    found = Database.open(tmp_path / "kairos.sqlite3")
    yield found
    found.close()


def test_facts_are_those_of_indexed_documents_and_their_revision_follows(database: Database) -> None:
    home, reader = folder(database), DocumentFactReader(database)
    assert (reader.facts(), reader.revision()) == ([], reader.revision())
    before = reader.revision()
    old = put(database, home, "/docs/plan.txt", "one", "two", title="The plan", mtime_ns=0)
    later = put(database, home, "/docs/from tomorrow.txt", "three", mtime_ns=HOUR_NS)
    facts = reader.facts()
    assert [(one.id, one.path, one.title, one.kind, one.chunks) for one in facts] == [
        (old.id, "/docs/plan.txt", "The plan", "text", 2),
        (later.id, "/docs/from tomorrow.txt", "", "text", 1),
    ]
    assert [one.added_ms for one in facts] == [0, 1_000]  # never later than it was found
    assert reader.revision() != before
    before = reader.revision()
    DocumentStore(database).remove([old.id])
    assert reader.revision() != before
    assert [one.id for one in reader.facts()] == [later.id]


def test_a_document_means_what_its_passages_mean_together(database: Database) -> None:
    home, store = folder(database), VectorStore(database)
    first = put(database, home, "/docs/a.txt", "one", "two")
    put(database, home, "/docs/unread.txt", "three")
    put(database, home, "/docs/b.txt", "four")
    facts = DocumentFactReader(database).facts()
    assert mean_vectors(facts, store, "small") is None
    numbers = [facts[0].first_chunk, facts[0].first_chunk + 1, facts[2].first_chunk]
    store.put("small", numbers, np.array([[1, 0, 0], [0, 1, 0], [0, 0, 2]], np.float16), numbers[-1])
    found = mean_vectors(facts, store, "small")
    assert found is not None
    half = 0.5**0.5
    assert np.allclose(found, [[half, half, 0], [0, 0, 0], [0, 0, 1]], atol=1e-3)
    assert mean_vectors([], store, "small") is None
    assert mean_vectors(facts, store, "another") is None
    DocumentStore(database).remove([first.id])
    left = mean_vectors(DocumentFactReader(database).facts(), store, "small")
    assert left is not None
    assert np.allclose(left, [[0, 0, 0], [0, 0, 1]], atol=1e-3)
