"""Which document was in front when: matched as the history grows, counted as it counts, the person's word kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from helpers.activities import MINUTE_MS, day_of_looks, seen
from helpers.manual_clock import MONDAY_NOON_MS, ManualClock
from helpers.storage_documents import folder, put

from engine.api.document_use import DocumentUses
from engine.bootstrap.document_use import build_document_uses
from engine.domain.activity import Observed
from engine.domain.corrections import Correction, CorrectionKind
from engine.domain.documents import Document, Identity, MatchedBy
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.overlays import effective
from engine.domain.stretches import LabelledStretch
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.documents import DocumentStore

NINE_MS = MONDAY_NOON_MS - 180 * MINUTE_MS
DAY = NINE_MS - 60 * MINUTE_MS, NINE_MS + 600 * MINUTE_MS


def reading(title: str, document: str = "", app: str = "evince") -> Observed:
    return replace(seen(app, title), document=document)


@dataclass
class Place:
    """A profile with documents and a history."""

    database: Database
    folder_id: int
    uses: DocumentUses
    corrections: list[Correction]

    def document(self, path: str, title: str = "") -> Document:
        return put(self.database, self.folder_id, path, "text", title=title)

    def history(self, *parts: tuple[float, Observed]) -> None:
        ActivityStore(self.database).insert_many(day_of_looks(NINE_MS, *parts))

    def minutes(self) -> dict[str, float]:
        self.uses.match()
        return {use.document.identity.path: use.active_ms / MINUTE_MS for use in self.uses.used(*DAY)}


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    database = Database.open(tmp_path / "kairos.sqlite3")
    corrections: list[Correction] = []

    def stretches(start_ms: int, end_ms: int) -> list[LabelledStretch]:
        raw = ActivityStore(database).between(start_ms, end_ms)
        return effective(raw, corrections, Interval(start_ms, end_ms))

    yield Place(
        database, folder(database), build_document_uses(database, stretches, ManualClock(MONDAY_NOON_MS)), corrections
    )
    database.close()


def test_minutes_first_and_last_moment_and_confidence_of_each_document(place: Place) -> None:
    paper, notes = place.document("/docs/paper.pdf"), place.document("/docs/笔记.txt")
    place.history(
        (30, reading("paper.pdf")),
        (10, seen("firefox", "paper.pdf — Mozilla Firefox")),
        (20, reading("*笔记.txt - Mousepad", "/docs/笔记.txt", "Mousepad")),
        (5, reading("paper.pdf [2/3]")),
    )
    assert place.uses.match() == 3
    first, second = place.uses.used(*DAY)
    assert (first.document.id, first.active_ms) == (paper.id, 35 * MINUTE_MS)
    assert (first.first_ms, first.last_ms) == (NINE_MS, NINE_MS + 65 * MINUTE_MS)
    assert (second.document.id, second.confidence) == (notes.id, 1.0)
    assert 0.5 <= first.confidence < 1.0
    shown = place.uses.during(*DAY)
    assert [one.document.id for one in shown] == [paper.id, notes.id, paper.id]
    assert shown[1].interval == Interval(NINE_MS + 40 * MINUTE_MS, NINE_MS + 60 * MINUTE_MS)


def test_only_the_part_within_the_range_counts(place: Place) -> None:
    place.document("/docs/paper.pdf")
    place.history((30, reading("paper.pdf")))
    place.uses.match()
    (use,) = place.uses.used(NINE_MS + 10 * MINUTE_MS, NINE_MS + 15 * MINUTE_MS)
    assert use.active_ms == 5 * MINUTE_MS


def test_what_was_read_before_it_was_indexed_is_found_as_soon_as_it_is(place: Place) -> None:
    place.document("/docs/other.pdf")
    place.history((30, reading("paper.pdf")), (10, reading("other.pdf")))
    assert place.minutes() == {"/docs/other.pdf": 10}
    place.document("/docs/paper.pdf")
    assert place.minutes() == {"/docs/paper.pdf": 30, "/docs/other.pdf": 10}


def test_a_document_keeps_what_is_read_under_its_old_name(place: Place) -> None:
    old = place.document("/docs/draft.pdf")
    place.history((30, reading("draft.pdf", "/docs/draft.pdf")))
    place.uses.match()
    with DocumentStore(place.database).writing() as writer:
        writer.rename(old.id, Identity("/docs/final.pdf", 4, 0, 1, 1))
    later = reading("*draft.pdf", "/docs/draft.pdf"), reading("draft.pdf (/docs) - gedit", "", "gedit")
    history = day_of_looks(NINE_MS + 100 * MINUTE_MS, *((5, one) for one in later))
    ActivityStore(place.database).insert_many(history)
    assert place.minutes() == {"/docs/final.pdf": 40}
    DocumentStore(place.database).remove([old.id])
    assert place.minutes() == {}


def test_of_two_of_a_name_the_one_used_last_is_taken(place: Place) -> None:
    place.document("/docs/a/notes.txt"), place.document("/docs/b/notes.txt")
    unsure = reading("notes.txt", "", "gedit")
    place.history((10, unsure))
    assert place.minutes() == {}
    more = reading("notes.txt - b", "/docs/b/notes.txt", "gedit")
    ActivityStore(place.database).insert_many(day_of_looks(NINE_MS + 100 * MINUTE_MS, (5, more)))
    place.uses.match()
    place.document("/docs/new.txt")  # names changed, so what found nothing is asked again
    assert place.minutes() == {"/docs/b/notes.txt": 15}
    assert min(one.confidence for one in place.uses.during(*DAY)) < 0.7


def test_the_person_has_the_last_word_and_can_take_it_back(place: Place) -> None:
    paper, other = place.document("/docs/paper.pdf"), place.document("/docs/other.pdf")
    place.history((30, reading("paper.pdf")), (10, seen("mail", "Hello")))
    place.uses.match()
    done = place.uses.correct(NINE_MS, other.id)
    assert (done.document and done.document.id, done.what.title) == (other.id, "paper.pdf")
    place.document("/docs/new.pdf")
    assert place.minutes() == {"/docs/other.pdf": 30}
    assert place.uses.used(*DAY)[0].confidence == 1.0

    place.uses.correct(NINE_MS, None)
    place.document("/docs/newer.pdf")
    assert place.minutes() == {}

    back = place.uses.take_back(NINE_MS)
    assert (back.document and back.document.id, back.said_by) == (paper.id, MatchedBy.TITLE)
    assert place.minutes() == {"/docs/paper.pdf": 30}

    place.uses.correct(NINE_MS + 35 * MINUTE_MS, paper.id)
    assert place.minutes() == {"/docs/paper.pdf": 40}
    assert place.uses.take_back(NINE_MS + 35 * MINUTE_MS).document is None


def test_what_cannot_be_corrected_is_said(place: Place) -> None:
    paper = place.document("/docs/paper.pdf")
    place.history((30, reading("paper.pdf")))
    with pytest.raises(UsageError, match="Nothing was recorded"):
        place.uses.correct(NINE_MS - MINUTE_MS, paper.id)
    with pytest.raises(UsageError, match="no document 99"):
        place.uses.correct(NINE_MS, 99)


def test_time_counts_once_and_as_it_was_corrected(place: Place) -> None:
    place.document("/docs/paper.pdf")
    place.history((30, reading("paper.pdf")))
    twice = [
        replace(one, source="import") for one in day_of_looks(NINE_MS + 20 * MINUTE_MS, (30, reading("paper.pdf")))
    ]
    ActivityStore(place.database).insert_many(twice)
    assert place.minutes() == {"/docs/paper.pdf": 50}
    span = Interval(NINE_MS, NINE_MS + 10 * MINUTE_MS)
    place.corrections.append(Correction(CorrectionKind.DELETE, span, NINE_MS))
    assert place.minutes() == {"/docs/paper.pdf": 40}


def test_a_file_outside_the_folders_is_nobody(place: Place) -> None:
    place.document("/docs/paper.pdf")
    place.history((30, reading("paper.pdf", "/tmp/paper.pdf")), (10, reading("paper.pdf (/tmp)", "", "gedit")))
    assert place.minutes() == {}


def test_nothing_new_costs_nothing_and_without_documents_nothing_is_stored(place: Place) -> None:
    place.history((30, reading("paper.pdf")))
    assert place.uses.match() == 0
    place.document("/docs/paper.pdf")
    assert place.uses.match() == 1
    before = place.database.data_version()
    assert place.uses.match() == 0
    assert place.database.data_version() == before


def test_what_is_said_of_a_moment_and_by_whom(place: Place) -> None:
    paper, other = place.document("/docs/paper.pdf"), place.document("/docs/other.pdf")
    place.history((10, reading("paper.pdf")), (10, reading("Settings")))
    place.uses.match()
    first, second = NINE_MS, NINE_MS + 15 * MINUTE_MS
    assert (place.uses.said(first).document, place.uses.said(first).said_by) == (paper, MatchedBy.TITLE)
    assert (place.uses.said(second).document, place.uses.said(second).said_by) == (None, None)
    place.uses.correct(first, None)
    place.uses.correct(second, other.id)
    assert (place.uses.said(first).document, place.uses.said(first).said_by) == (None, MatchedBy.PERSON)
    assert (place.uses.said(second).document, place.uses.said(second).said_by) == (other, MatchedBy.PERSON)
    place.uses.take_back(first)
    assert place.uses.said(first).said_by is MatchedBy.TITLE
    with pytest.raises(UsageError, match="Nothing was recorded by title"):
        place.uses.said(NINE_MS - MINUTE_MS)


def test_choices_are_by_name_before_folder_and_without_words_those_used_last(place: Place) -> None:
    for path in ("/docs/plan/notes.txt", "/docs/annual plan.md", "/docs/Plan.txt", "/docs/other.pdf"):
        place.document(path)
    found = [Path(one.identity.path).name for one in place.uses.choices("PLAN")]
    assert found == ["Plan.txt", "annual plan.md", "notes.txt"]
    assert [one.identity.path for one in place.uses.choices("plan txt", 1)] == ["/docs/Plan.txt"]
    assert place.uses.choices("plan glacier") == []
    assert place.uses.choices(" ") == []
    place.history((5, reading("other.pdf")), (5, reading("Plan.txt")))
    place.uses.match()
    assert [one.identity.path for one in place.uses.choices("")] == ["/docs/Plan.txt", "/docs/other.pdf"]
