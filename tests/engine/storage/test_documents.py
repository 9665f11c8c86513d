from __future__ import annotations

import os
from dataclasses import replace

import pytest
from helpers.storage_documents import cut, folder, put

from engine.domain.documents import Document, DocumentKind, DocumentState, Folder, Identity
from engine.domain.errors import UsageError
from engine.storage import documents as documents_module
from engine.storage.database import Database
from engine.storage.document_writer import CHUNKS_HELD, DocumentWriter, remove_documents
from engine.storage.documents import DocumentStore
from engine.storage.folders import FolderStore

NO_TEXT = os.fsdecode(b"/docs/caf\xe9 \xff.txt")


class Hands:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def _numbers(database: Database, table: str) -> list[int]:
    with database.reading() as connection:
        return sorted(connection.exec_driver_sql(f"SELECT rowid FROM {table}").scalars())  # noqa: S608


def _found(database: Database, words: str) -> list[int]:
    asked = "SELECT rowid FROM chunk_words WHERE chunk_words MATCH ? ORDER BY rowid"
    with database.reading() as connection:
        return list(connection.exec_driver_sql(asked, (words,)).scalars())


def _agrees(database: Database) -> None:
    """Every chunk belongs to a document and is indexed, and nothing else is."""
    with database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT id, first_chunk, chunks FROM document_file").all()
        owners = {row[0]: row[1] for row in connection.exec_driver_sql("SELECT id, document_id FROM chunk")}
    assert owners == {number: one for one, first, count in rows for number in range(first, first + count)}
    assert _numbers(database, "chunk_words") == sorted(owners)
    assert database.integrity() == []


def test_a_folder_is_told_as_it_was_named(database: Database) -> None:
    store = FolderStore(database)
    wanted = Folder(0, NO_TEXT, ("*.txt", "\udcff"), ("old/**",), 5, honour_ignore_files=False)
    number = store.add(wanted)
    assert store.all() == [replace(wanted, id=number)]
    changed = Folder(number, "/elsewhere", (), (), 6)
    store.change(changed)
    assert store.all() == [changed]


def test_a_folder_is_named_once(database: Database) -> None:
    store = FolderStore(database)
    first, second = folder(database, "/a"), folder(database, "/b")
    with pytest.raises(UsageError, match="/a is one of your folders already"):
        store.add(Folder(0, "/a"))
    with pytest.raises(UsageError, match="already"):
        store.change(Folder(second, "/a"))
    store.remove(first)
    for gone in (store.remove, lambda number: store.change(Folder(number, "/c"))):
        with pytest.raises(UsageError):
            gone(first)
    assert store.add(Folder(0, "/a")) not in {first, second}


def test_a_document_is_told_as_it_was_put_whatever_its_name(database: Database) -> None:
    number = folder(database)
    identity = Identity(NO_TEXT, 7, 1 << 62, (1 << 64) - 1, 1 << 63)
    store = DocumentStore(database)
    with store.writing() as writer:
        writer.put(number, identity, DocumentKind.PDF, "A \udce9 title", b"x" * 16, cut("one \ud800", "two\0"), 9)
    found = store.get(NO_TEXT)
    assert found is not None
    state = DocumentState.INDEXED
    wanted = Document(found.id, number, identity, DocumentKind.PDF, state, "", "A ? title", b"x" * 16, 2, 9)
    assert found == wanted
    assert list(store.known(number)) == [wanted]
    assert store.by_id([found.id, 99]) == {found.id: wanted}
    assert list(store.names()) == [(found.id, NO_TEXT, "A ? title")]
    assert store.get("/docs/other") is None
    _agrees(database)


def test_a_document_put_again_keeps_its_number_and_only_its_new_words(database: Database) -> None:
    number = folder(database)
    put(database, number, "/docs/other", "swallow")
    first = put(database, number, "/docs/a.txt", "old swallow", "second")
    again = put(database, number, "/docs/a.txt", "new sparrow")
    assert (first.id, again.chunks) == (again.id, 1)
    assert len(_found(database, "swallow")) == 1
    assert _found(database, "sparrow") == [_numbers(database, "chunk")[-1]]
    assert _found(database, "old OR second") == []
    _agrees(database)


def test_numbers_of_chunks_are_never_given_again(database: Database) -> None:
    number = folder(database)
    document = put(database, number, "/docs/a.txt", "one", "two")
    before = _numbers(database, "chunk")
    DocumentStore(database).remove([document.id])
    put(database, number, "/docs/b.txt", "three")
    assert _numbers(database, "chunk")[0] > before[-1]
    _agrees(database)


def test_title_and_file_name_are_words_of_every_chunk_and_follow_a_rename(database: Database) -> None:
    number = folder(database)
    document = put(database, number, "/docs/budget plan.txt", "one", "two", title="Geheimnis")
    assert len(_found(database, "budget AND geheimnis")) == 2
    store = DocumentStore(database)
    moved = Identity("/docs/sub/forecast.txt", 5, 6, 7, 8)
    with store.writing() as writer:
        writer.rename(document.id, moved)
    assert _found(database, "budget") == []
    assert len(_found(database, "forecast AND geheimnis AND (one OR two)")) == 2
    found = store.get(moved.path)
    assert found is not None
    assert (found.id, found.identity, found.chunks) == (document.id, moved, 2)
    _agrees(database)


def test_a_document_moved_over_another_takes_its_place(database: Database) -> None:
    number = folder(database)
    kept = put(database, number, "/docs/new.txt", "kept")
    put(database, number, "/docs/old.txt", "replaced")
    store = DocumentStore(database)
    with store.writing() as writer:
        writer.rename(kept.id, Identity("/docs/old.txt"))
        writer.rename(99, Identity("/docs/nothing.txt"))
    assert [one.id for one in store.known(number)] == [kept.id]
    assert _found(database, "replaced") == []
    _agrees(database)


def test_documents_may_change_places(database: Database) -> None:
    number = folder(database)
    names = ["/docs/a.log", "/docs/b.log", "/docs/c.log"]
    documents = [put(database, number, name, name) for name in names]
    store = DocumentStore(database)
    with store.writing() as writer:
        for document, name in zip(documents, [*names[1:], names[0]], strict=True):
            writer.rename(document.id, Identity(name))
    assert [store.get(name).id for name in names] == [documents[at].id for at in (2, 0, 1)]  # type: ignore[union-attr]
    _agrees(database)


def test_failures_are_listed_the_latest_first_and_lose_their_text(database: Database) -> None:
    number = folder(database)
    put(database, number, "/docs/a.pdf", "was readable")
    store = DocumentStore(database)
    with store.writing() as writer:
        writer.fail(number, Identity("/docs/a.pdf"), DocumentKind.PDF, DocumentState.FAILED, "It is locked.", 5)
        writer.fail(number, Identity("/docs/b.pdf"), DocumentKind.PDF, DocumentState.SKIPPED, "Too large.", 6)
    assert [(one.reason, one.state.value) for one in store.failures(9)] == [
        ("Too large.", "skipped"),
        ("It is locked.", "failed"),
    ]
    assert len(store.failures(1)) == 1
    assert store.counts() == {
        DocumentState.WAITING: 0,
        DocumentState.INDEXED: 0,
        DocumentState.FAILED: 1,
        DocumentState.SKIPPED: 1,
    }
    assert (store.counts_of_folders(), store.chunks()) == ({number: 2}, 0)
    assert _found(database, "readable") == []
    _agrees(database)


def test_the_writer_stores_after_half_a_second_or_enough_chunks_and_at_its_end(database: Database) -> None:
    number = folder(database)
    store, hands = DocumentStore(database), Hands()
    writer = DocumentWriter(database, hands)

    def one(name: str, chunks: int = 1) -> int:
        writer.put(number, Identity(f"/docs/{name}"), DocumentKind.TEXT, "", b"", cut(*["word"] * chunks), 0)
        return store.counts()[DocumentState.INDEXED]

    assert (one("a"), one("b")) == (0, 0)
    hands.at = 0.6
    assert one("c") == 3
    assert one("d") == 3
    assert one("e", CHUNKS_HELD) == 5
    assert one("f") == 5
    writer.flush()
    writer.flush()
    assert store.counts()[DocumentState.INDEXED] == 6
    with pytest.raises(ValueError, match="broken off"), store.writing() as broken:  # noqa: PT012
        broken.put(number, Identity("/docs/g"), DocumentKind.TEXT, "", b"", [], 0)
        raise ValueError("broken off")
    assert store.counts()[DocumentState.INDEXED] == 6


def test_a_folder_goes_in_small_transactions_with_everything_of_it(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents_module, "CHUNKS_AT_ONCE", 4)
    number, kept = folder(database, "/a"), folder(database, "/b")
    for at in range(10):
        put(database, number, f"/a/{at}", "gone", "gone too")
    put(database, kept, "/b/1", "kept")
    before = database.data_version()
    steps: list[int] = []
    removed_some = remove_documents

    def seen(connection: object, document_ids: object) -> None:
        steps.append(len(document_ids))  # type: ignore[arg-type]
        removed_some(connection, document_ids)  # type: ignore[arg-type]

    monkeypatch.setattr(documents_module, "remove_documents", seen)
    FolderStore(database).remove(number)
    assert steps == [2, 2, 2, 2, 2]
    assert [one.id for one in FolderStore(database).all()] == [kept]
    assert len(_found(database, "kept")) == 1
    assert _found(database, "gone") == []
    assert database.data_version() != before
    with database.reading() as connection:
        parts = connection.exec_driver_sql("SELECT count(DISTINCT segid) FROM chunk_words_idx").scalar_one()
        held = b"".join(connection.exec_driver_sql("SELECT block FROM chunk_words_data").scalars())
    assert parts == 1
    assert b"kept" in held
    assert b"gone" not in held
    _agrees(database)


def test_a_removal_that_was_broken_off_is_finished_and_nothing_is_put_meanwhile(database: Database) -> None:
    number = folder(database, "/a")
    put(database, number, "/a/1", "gone")
    with database.writing() as connection:  # as a kill after the first transaction leaves it
        connection.exec_driver_sql("UPDATE document_folder SET removed = 1")
    store = DocumentStore(database)
    with store.writing() as writer:
        writer.put(number, Identity("/a/2"), DocumentKind.TEXT, "", b"", cut("late"), 0)
    assert FolderStore(database).all() == []
    assert store.get("/a/2") is None
    again = FolderStore(database).add(Folder(0, "/a"))
    assert again != number
    assert (store.counts_of_folders(), _found(database, "gone OR late")) == ({}, [])
    _agrees(database)
