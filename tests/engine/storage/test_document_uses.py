from __future__ import annotations

from dataclasses import replace

import pytest
from helpers.storage_documents import folder, put
from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity
from engine.domain.documents import Document, MatchedBy, SearchFilters
from engine.domain.presence import Presence
from engine.domain.word_tokens import terms
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.document_uses import DocumentUseStore, LookMatch
from engine.storage.documents import DocumentStore
from engine.storage.words import WordQuery, WordStore

MINUTE = 60_000


@pytest.fixture
def uses(database: Database) -> DocumentUseStore:
    """The use of documents in that database."""
    return DocumentUseStore(database)


@pytest.fixture
def documents(database: Database, store: ActivityStore) -> list[Document]:
    """Two documents, and three minutes in front of windows that show them or nothing."""
    store.insert_many(
        [
            Activity(0, MINUTE, seen("viewer", "paper.pdf"), ZONE),
            Activity(MINUTE, 2 * MINUTE, seen("editor", "notes.txt"), ZONE),
            Activity(2 * MINUTE, 3 * MINUTE, seen("mail", "Inbox"), ZONE),
            Activity(5 * MINUTE, 6 * MINUTE, seen("viewer", "paper.pdf"), ZONE),
            Activity(6 * MINUTE, 9 * MINUTE, replace(seen("viewer", "paper.pdf"), presence=Presence.IDLE), ZONE),
            Activity(20 * MINUTE, 21 * MINUTE, replace(seen("game", ""), app="game"), ZONE),
        ]
    )
    number = folder(database)
    return [put(database, number, f"/docs/{name}", name) for name in ("paper.pdf", "notes.txt")]


def _looks(uses: DocumentUseStore) -> dict[str, int]:
    return {look.title: look.id for look in uses.unmatched(99)}


def _matched(uses: DocumentUseStore, documents: list[Document]) -> dict[str, int]:
    looks = _looks(uses)
    uses.match(
        [
            LookMatch(looks["paper.pdf"], documents[0].id, 0.7, MatchedBy.TITLE),
            LookMatch(looks["notes.txt"], documents[1].id, 0.9, MatchedBy.PATH),
            LookMatch(looks["Inbox"], None, 0.0, MatchedBy.TITLE),
        ]
    )
    return looks


def test_looks_wait_until_something_is_said_of_them_the_latest_first(
    uses: DocumentUseStore, documents: list[Document]
) -> None:
    found = uses.unmatched(99)
    assert [look.title for look in found] == ["Inbox", "notes.txt", "paper.pdf"]
    assert (found[0].app, len(uses.unmatched(2))) == ("mail", 2)
    looks = _matched(uses, documents)
    assert uses.unmatched(99) == []
    assert uses.matches([looks["paper.pdf"], looks["Inbox"], 99]) == {
        looks["paper.pdf"]: LookMatch(looks["paper.pdf"], documents[0].id, 0.7, MatchedBy.TITLE),
        looks["Inbox"]: LookMatch(looks["Inbox"], None, 0.0, MatchedBy.TITLE),
    }


def test_what_a_person_said_stays(uses: DocumentUseStore, documents: list[Document]) -> None:
    looks = _matched(uses, documents)
    uses.say(looks["paper.pdf"], None)
    uses.say(looks["Inbox"], documents[1].id)
    uses.match([LookMatch(looks[name], documents[0].id, 1.0, MatchedBy.TITLE) for name in ("paper.pdf", "Inbox")])
    found = uses.matches(list(looks.values()))
    assert (found[looks["paper.pdf"]].document_id, found[looks["Inbox"]].document_id) == (None, documents[1].id)


def test_matches_go_with_the_document_and_what_is_gone_is_not_matched(
    database: Database, uses: DocumentUseStore, documents: list[Document]
) -> None:
    looks = _matched(uses, documents)
    DocumentStore(database).remove([documents[0].id])
    assert _looks(uses) == {"paper.pdf": looks["paper.pdf"]}
    uses.match([LookMatch(looks["paper.pdf"], documents[0].id, 1.0, MatchedBy.TITLE)])
    uses.match([LookMatch(999, documents[1].id, 1.0, MatchedBy.TITLE)])
    uses.say(999, None)
    assert uses.matches([looks["paper.pdf"], 999]) == {}
    assert database.integrity() == []


def test_the_last_use_is_the_last_active_moment(uses: DocumentUseStore, documents: list[Document]) -> None:
    _matched(uses, documents)
    assert uses.last_used() == {documents[0].id: 6 * MINUTE, documents[1].id: 2 * MINUTE}


def test_a_search_may_ask_for_what_was_used(
    database: Database, uses: DocumentUseStore, documents: list[Document]
) -> None:
    _matched(uses, documents)
    words = WordStore(database)

    def found(after_ms: int | None, before_ms: int | None) -> list[int]:
        filters = SearchFilters(used_after_ms=after_ms, used_before_ms=before_ms)
        return sorted(hit.document_id for hit in words.find(WordQuery(terms("paper notes"), filters=filters)))

    assert found(MINUTE, 2 * MINUTE) == [documents[1].id]
    assert found(2 * MINUTE, None) == [documents[0].id]
    assert found(6 * MINUTE, None) == [], "nobody was there any more"
    assert found(None, MINUTE) == [documents[0].id]
