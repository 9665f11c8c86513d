"""Finding documents through the product's own chunks, index and vectors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from helpers.document_library import SHELF, DocumentLibrary, document_library
from helpers.small_encoder import SmallEncoder, SmallNearest

from engine.documents.search.meaning import Meaning
from engine.domain.documents import DocumentKind, SearchHit
from engine.domain.errors import UsageError

TEXTS = {
    "garage.txt": "The automobile stands in the garage. An automobile needs oil.",
    "car.txt": "My car is red. The car was bought last year.",
    "pets.txt": "A kitten sleeps all day, says the feline doctor.",
    "plan.txt": "The budget for travel is small. A plan was made for the budget.",
    "年度.txt": "本年度预算比去年增加百分之八，主要用于员工培训和新办公室的搬迁。",
    "报告.txt": "这份报告说明了办公室的搬迁情况。",
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[DocumentLibrary]:
    with document_library(tmp_path) as made:
        made.add_all(TEXTS)
        yield made


def _meaning(library: DocumentLibrary) -> Meaning:
    encoder = SmallEncoder()
    library.embed(encoder)
    return library.meaning(encoder, SmallNearest())


def _names(hits: Sequence[SearchHit]) -> list[str]:
    return [Path(hit.document.identity.path).name for hit in hits]


def test_words_find_the_best_passage_of_each_document_once(library: DocumentLibrary) -> None:
    library.add(
        "long.txt", "\n\n".join(["Nothing of it is told here. " * 12, "Budget budget. " * 30, "The end. " * 60])
    )
    hits = library.search().words("budgets")
    assert sorted(_names(hits)) == ["long.txt", "plan.txt"]
    assert all("udget" in hit.snippet.text for hit in hits)
    assert hits[0].reasons.words == ("budgets",)
    assert hits[0].reasons.similarity is None


def test_equal_answers_come_in_a_steady_order(library: DocumentLibrary) -> None:
    for number in range(5):
        library.add(f"same{number}.txt", "Exactly the same zebra.")
    assert _names(library.search().words("zebra")) == [f"same{number}.txt" for number in range(5)]


def test_while_typing_the_last_word_may_go_on(library: DocumentLibrary) -> None:
    assert _names(library.search().words("bud", typing=True)) == ["plan.txt"]
    assert library.search().words("bud") == []


def test_chinese_is_found_by_its_characters(library: DocumentLibrary) -> None:
    hits = library.search().words("年度预算")
    assert _names(hits) == ["年度.txt"]
    assert [hits[0].snippet.text[start:end] for start, end in hits[0].snippet.marks] == ["年度预算"]


def test_meaning_finds_what_words_do_not(library: DocumentLibrary) -> None:
    hits = library.search().full("vehicle", 20, _meaning(library))
    assert set(_names(hits)[:2]) == {"garage.txt", "car.txt"}
    assert hits[0].reasons.similarity is not None
    assert hits[0].reasons.similarity > 0.9
    assert hits[0].reasons.words == ()


def test_chinese_questions_are_answered_by_words_alone(library: DocumentLibrary) -> None:
    search, meaning = library.search(), _meaning(library)
    assert search.full("办公室的搬迁", 20, meaning) == search.words("办公室的搬迁", 20)


def test_what_the_encoder_cannot_read_is_neither_near_nor_far(library: DocumentLibrary) -> None:
    library.add("mixed.txt", "关于 automobile 的说明，关于汽车的说明，以及其他的说明。")

    class Latin(SmallEncoder):
        def reads(self, text: str) -> bool:
            return text.isascii()

    encoder = Latin()
    library.embed(encoder)
    hits = library.search().full("automobile", 20, library.meaning(encoder, SmallNearest()))
    assert "mixed.txt" in _names(hits)[:3]
    assert next(hit for hit in hits if "mixed" in hit.document.identity.path).reasons.similarity is None


def test_filters_and_exclusions_hold_for_meaning_too(library: DocumentLibrary) -> None:
    library.add("old.md", "A vehicle of old times.", DocumentKind.MARKDOWN, day=400)
    search, meaning = library.search(), _meaning(library)
    assert _names(search.full("vehicle type:markdown", 20, meaning)) == ["old.md"]
    assert "old.md" not in _names(search.full("vehicle after:2026", 20, meaning))
    assert "car.txt" not in _names(search.full("vehicle -red", 20, meaning))
    assert _names(search.full('vehicle "of old times"', 20, meaning)) == ["old.md"]
    assert search.full("vehicle used:today", 20, meaning) == []
    assert _names(search.words("budget in:shelf")) == ["plan.txt"]
    assert search.words(f"budget in:{SHELF}/elsewhere") == []


@pytest.mark.parametrize("named", ["in:", "IN:", "in\uff1a", "位于:", "位于\uff1a"])
def test_a_folder_is_named_in_either_language_and_with_either_colon(library: DocumentLibrary, named: str) -> None:
    search, meaning = library.search(), _meaning(library)
    assert _names(search.words(f"budget {named}shelf")) == ["plan.txt"]
    assert _names(search.full(f"budget {named}shelf", 20, meaning))[0] == "plan.txt"
    assert search.words(f"budget {named}elsewhere") == search.full(f"budget {named}elsewhere", 20, meaning) == []


def test_what_changes_is_followed(library: DocumentLibrary) -> None:
    encoder = SmallEncoder()
    library.embed(encoder)
    search, meaning = library.search(), library.meaning(encoder, SmallNearest())
    search.full("vehicle", 20, meaning)
    library.add("new.txt", "driving driving driving")
    library.embed(encoder)
    assert "new.txt" in _names(search.full("vehicle", 20, meaning))
    found = library.documents.get(f"{SHELF}/car.txt")
    assert found is not None
    library.documents.remove([found.id])
    assert "car.txt" not in _names(search.full("vehicle", 20, meaning))


def test_without_vectors_meaning_is_words(library: DocumentLibrary) -> None:
    hits = library.search().full("budget", 20, library.meaning(SmallEncoder(), SmallNearest()))
    assert _names(hits) == ["plan.txt"]


def test_an_empty_library_finds_nothing(tmp_path: Path) -> None:
    with document_library(tmp_path) as empty:
        meaning = empty.meaning(SmallEncoder(), SmallNearest())
        assert empty.search().words("budget") == empty.search().full("budget", 20, meaning) == []


def test_what_cannot_be_asked_is_refused(library: DocumentLibrary) -> None:
    with pytest.raises(UsageError):
        library.search().words("type:pdf")
