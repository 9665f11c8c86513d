"""Matching goes on whatever happens beside it, and does not do twice what was done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.activities import day_of_looks, seen
from helpers.manual_clock import MONDAY_NOON_MS
from helpers.storage_documents import folder, put

from engine.documents.use.service import UseMatching
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.document_uses import DocumentUseStore
from engine.storage.documents import DocumentStore
from engine.storage.shown_documents import ShownDocuments


class WithOneGone(DocumentStore):
    """Documents, one of which was removed by another process after its name was read."""

    def names(self) -> Iterator[tuple[int, str, str]]:
        yield from super().names()
        yield 4_711, "/docs/gone.pdf", ""


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "kairos.sqlite3")
    put(opened, folder(opened), "/docs/paper.pdf", "text")
    yield opened
    opened.close()


def matching(database: Database, documents: DocumentStore, home: Path | None = None) -> UseMatching:
    return UseMatching(DocumentUseStore(database), ShownDocuments(database), documents, home)


def read(database: Database, *titles: str, at_ms: int = MONDAY_NOON_MS) -> None:
    ActivityStore(database).insert_many(day_of_looks(at_ms, *((5, seen("evince", title)) for title in titles)))


def test_a_document_that_is_gone_meanwhile_is_left_for_the_next_time(database: Database) -> None:
    read(database, "gone.pdf", "paper.pdf", "Hello")
    stale = matching(database, WithOneGone(database))
    stale.settle()
    stale.settle()
    assert [look.title for look in DocumentUseStore(database).unmatched(10)] == ["gone.pdf"]
    matching(database, DocumentStore(database)).settle()
    assert DocumentUseStore(database).unmatched(10) == []


def test_a_process_that_begins_asks_only_what_is_new(database: Database) -> None:
    read(database, "paper.pdf", "other.pdf")
    assert matching(database, DocumentStore(database)).settle() == 1
    before = database.data_version()
    assert matching(database, DocumentStore(database)).settle() == 0
    assert database.data_version() == before


def test_more_looks_than_one_step_takes_are_all_matched(database: Database) -> None:
    read(database, *(f"paper.pdf — page {page}" for page in range(2_500)))
    assert matching(database, DocumentStore(database)).settle() == 2_500
    assert matching(database, DocumentStore(database)).settle() == 0


def test_titles_from_the_home_folder_on_and_links_are_followed(database: Database, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "notes.txt").touch()
    (tmp_path / "link").symlink_to(tmp_path / "docs")
    put(database, folder(database, str(tmp_path / "docs")), str(tmp_path / "docs" / "notes.txt"), "text")
    ActivityStore(database).insert_many(
        day_of_looks(
            MONDAY_NOON_MS,
            (5, seen("gedit", "notes.txt (~/docs) - gedit")),
            (5, seen("gedit", "notes.txt (~/link) - gedit")),
            (5, seen("gedit", "notes.txt (~/elsewhere) - gedit")),
        )
    )
    assert matching(database, DocumentStore(database), tmp_path).settle() == 2
