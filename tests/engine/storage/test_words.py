from __future__ import annotations

from itertools import count

import pytest
from helpers.storage_documents import folder, put

from engine.domain.documents import DocumentKind, SearchFilters
from engine.domain.word_tokens import WordTerm, phrase, terms
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.documents import DocumentStore
from engine.storage.queries import word_match
from engine.storage.words import WordQuery, WordStore, budget_for


@pytest.fixture
def words(database: Database) -> WordStore:
    """The index of words of that database."""
    return WordStore(database)


def _paths(database: Database, words: WordStore, query: WordQuery, **how: float) -> list[str]:
    hits = words.find(query, **how)  # type: ignore[arg-type]
    by_id = DocumentStore(database).by_id([hit.document_id for hit in hits])
    return [by_id[hit.document_id].identity.path for hit in hits]


def _any(text: str, *, typing: bool = False, filters: SearchFilters | None = None) -> WordQuery:
    return WordQuery(terms(text, typing=typing), filters=filters or SearchFilters())


def _must(text: str) -> tuple[WordTerm, ...]:
    one = phrase(text)
    return () if one is None else (one,)


def test_nothing_is_found_where_nothing_is_or_nothing_is_asked(database: Database, words: WordStore) -> None:
    assert words.find(_any("word")) == []
    put(database, folder(database), "/docs/a", "word")
    assert words.find(_any("")) == []
    assert words.find(_any("other")) == []
    assert words.find(WordQuery(must=(*_must("word"), *_must("other")))) == []


def test_the_rarer_the_word_and_the_more_often_it_stands_there_the_better(database: Database, words: WordStore) -> None:
    number = folder(database)
    for name, text in {
        "often": "kalman kalman kalman filter",
        "once": "a kalman filter and some other words beside",
        "common": "filter and nothing else of it all here",
        "none": "unrelated",
    }.items():
        put(database, number, f"/docs/{name}", text)
    for at in range(6):
        put(database, number, f"/docs/filler {at}", "filters were filtering here")
    found = _paths(database, words, _any("the Kalman filter"))
    assert found[:2] == ["/docs/often", "/docs/once"]
    assert "/docs/none" not in found
    hits = words.find(_any("the Kalman filter"), 3)
    assert len(hits) == 3
    assert hits[0].score > hits[1].score > hits[2].score > 0


def test_a_word_said_twice_counts_twice(database: Database, words: WordStore) -> None:
    number = folder(database)
    put(database, number, "/docs/apples", "apple")
    put(database, number, "/docs/pears", "pear")
    for at in range(8):
        put(database, number, f"/docs/{at}", "stone")
    assert _paths(database, words, _any("pear apple pear"))[0] == "/docs/pears"
    assert _paths(database, words, _any("apple pear apple"))[0] == "/docs/apples"


def test_endings_accents_widths_and_capitals_do_not_matter(database: Database, words: WordStore) -> None:
    number = folder(database)
    put(database, number, "/docs/a", "The studies of ＡＰＰＬＥ cafés")
    for question in ("study", "STUDYING", "apple", "cafe", "cafés"):
        assert _paths(database, words, _any(question)) == ["/docs/a"], question


@pytest.mark.parametrize(
    "question", ["机器学习", "学习", "机", "习", "器", "深", "データ", "タ", "한국", "국", "机器 deep"]
)
def test_unspaced_scripts_are_found_by_any_run_and_any_single_sign(
    database: Database, words: WordStore, question: str
) -> None:
    number = folder(database)
    put(database, number, "/docs/a", "深度机器学习与データ。한국어")
    put(database, number, "/docs/b", "天气很好")
    assert _paths(database, words, _any(question)) == ["/docs/a"]


def test_a_phrase_is_words_in_a_row(database: Database, words: WordStore) -> None:
    number = folder(database)
    put(database, number, "/docs/a", "the state of the art")
    put(database, number, "/docs/b", "the art of the state")
    put(database, number, "/docs/c", "学习机器")
    assert _paths(database, words, WordQuery(must=_must("state of the art"))) == ["/docs/a"]
    assert _paths(database, words, WordQuery(must=_must("机器学习"))) == []
    assert _paths(database, words, WordQuery(must=_must("习机器"))) == ["/docs/c"]


def test_what_must_and_what_must_not_be_there(database: Database, words: WordStore) -> None:
    number = folder(database)
    put(database, number, "/docs/1", "apple pear")
    put(database, number, "/docs/2", "apple apple plum")
    put(database, number, "/docs/3", "pear")
    for at in range(6):
        put(database, number, f"/docs/stone {at}", "stone")
    apple, pear = terms("apple"), terms("pear")
    assert _paths(database, words, WordQuery(apple, must_not=pear)) == ["/docs/2"]
    assert _paths(database, words, WordQuery(apple, must=pear)) == ["/docs/1", "/docs/3"]
    assert _paths(database, words, WordQuery(must=(*pear, *apple))) == ["/docs/1"]
    assert _paths(database, words, WordQuery(must=apple, must_not=terms("nowhere plum"))) == ["/docs/1"]


def test_while_typing_the_last_word_is_found_by_how_it_begins(database: Database, words: WordStore) -> None:
    number = folder(database)
    put(database, number, "/docs/a", "spectrogram")
    put(database, number, "/docs/b", "spectacle")
    assert set(_paths(database, words, _any("spect", typing=True))) == {"/docs/a", "/docs/b"}
    assert _paths(database, words, _any("spectr", typing=True)) == ["/docs/a"]
    assert _paths(database, words, _any("spectr")) == []


def test_a_beginning_of_too_much_is_asked_for_by_its_most_frequent_endings(
    database: Database, words: WordStore
) -> None:
    number = folder(database)
    for at in range(30):
        put(database, number, f"/docs/{at}", f"prefix{at:02} prefixed")
    with database.reading() as connection:
        numbers = word_match.extent_of(connection)
        assert numbers is not None
        term = WordTerm(("pref",), prefix=True)
        whole = word_match.sought(connection, term, numbers, 1_000)
        part = word_match.sought(connection, term, numbers, 31)
    assert whole is not None
    assert whole.match == '"pref" *'
    assert part is not None
    assert part.match == '("pref" OR "prefix" OR "prefix00")'
    assert part.chunks == 30


def test_the_title_weighs_more_than_the_text(database: Database, words: WordStore) -> None:
    number = folder(database)
    put(database, number, "/docs/text", "alpha budget beta", title="Report")
    put(database, number, "/docs/title", "alpha report beta", title="Budget")
    for at in range(6):
        put(database, number, f"/docs/{at}", "stone")
    assert _paths(database, words, _any("budget"))[0] == "/docs/title"
    reversed_weights = words.find(_any("budget"), field_weights=(0.1, 1.0, 1.0))
    assert DocumentStore(database).by_id([reversed_weights[0].document_id]).popitem()[1].identity.path == "/docs/text"


def test_filters_let_only_some_documents_through(database: Database, words: WordStore) -> None:
    number, day = folder(database, "/"), 86_400_000
    put(database, number, "/a/old.txt", "word", mtime_ns=1_000_000 * day)
    put(database, number, "/a/b/new.pdf", "word", kind=DocumentKind.PDF, mtime_ns=3_000_000 * day)
    put(database, number, "/ab/new.txt", "word", mtime_ns=3_000_000 * day)
    for wanted, filters in {
        ("/a/b/new.pdf",): SearchFilters(kinds=frozenset({DocumentKind.PDF})),
        ("/a/old.txt", "/a/b/new.pdf"): SearchFilters(folders=("/a",)),
        ("/ab/new.txt",): SearchFilters(folders=("/ab/",)),
        ("/a/old.txt", "/ab/new.txt"): SearchFilters(folders=("/a/old.txt", "/ab")),
        ("/a/b/new.pdf", "/ab/new.txt"): SearchFilters(after_ms=2 * day),
        ("/a/old.txt",): SearchFilters(before_ms=3 * day),
        (): SearchFilters(used_after_ms=0),
    }.items():
        assert sorted(_paths(database, words, _any("word", filters=filters))) == sorted(wanted), filters
    for year in (-2_000, 530):  # about 1970; further than a column of nanoseconds reaches
        far_ms = year * 365 * day
        earlier = _paths(database, words, _any("word", filters=SearchFilters(before_ms=far_ms)))
        later = _paths(database, words, _any("word", filters=SearchFilters(after_ms=far_ms)))
        assert (len(earlier), len(later)) == ((0, 3) if year < 0 else (3, 0))
    assert words.ranges(SearchFilters()) is None
    assert words.ranges(SearchFilters(folders=("/ab",))) == [(3, 4)]
    assert len(words.find(_any("word"))) == 3


def test_what_the_budget_does_not_reach_still_lifts_and_something_is_always_found(
    database: Database, words: WordStore
) -> None:
    number = folder(database)
    for at in range(40):
        put(database, number, f"/docs/{at:02}", "everywhere stone" if at % 4 else "everywhere leaf")
    put(database, number, "/docs/rare", "seldom")
    put(database, number, "/docs/wanted", "seldom leaf")
    tiny = 0.003  # ten entries
    assert _paths(database, words, _any("seldom leaf"), budget_ms=tiny)[0] == "/docs/wanted"
    assert set(_paths(database, words, _any("seldom leaf"), budget_ms=tiny)) == {"/docs/wanted", "/docs/rare"}
    latest = _paths(database, words, _any("everywhere"), budget_ms=tiny)
    assert 0 < len(latest) < 40
    assert min(latest) > "/docs/20"
    assert len(_paths(database, words, _any("everywhere"), budget_ms=1_000)) == 40


def test_an_answer_that_takes_too_long_is_broken_off_and_less_is_asked(database: Database) -> None:
    number = folder(database)
    for at in range(30):
        put(database, number, f"/docs/{at:02}", *["word other"] * 40)
    ticks = count()
    hasty = WordStore(database, lambda: float(next(ticks)))  # a second goes by with every look at the clock
    assert 0 < len(hasty.find(_any("word"), 2_000)) <= 1_200
    assert len(WordStore(database).find(_any("word"), 2_000, 1_000)) == 1_200
    assert ActivityStore(database).count() == 0


def test_a_book_that_says_it_on_every_page_hides_no_note(database: Database, words: WordStore) -> None:
    number = folder(database)
    put(database, number, "/docs/note", "a figurine of a narwhal for Anna and much else that makes this long")
    put(database, number, "/docs/book", *["narwhal narwhal"] * 200)
    put(database, number, "/docs/saga", *["narwhal narwhal narwhal"] * 200)
    found = _paths(database, words, _any("narwhal"), limit=20)
    assert set(found) == {"/docs/note", "/docs/book", "/docs/saga"}
    assert len(found) == 20


def test_a_book_longer_than_what_may_be_read_hides_no_older_note(database: Database) -> None:
    words = WordStore(database, lambda: 0.0)  # never overdue
    number = folder(database)
    notes = {f"/docs/{at:02}" for at in range(8)}
    for note in sorted(notes):
        put(database, number, note, "narwhal and some more")
    put(database, number, "/docs/book", *["narwhal"] * 300)
    found = _paths(database, words, _any("narwhal"), limit=12, budget_ms=0.04)  # fifty entries
    assert set(found) == notes | {"/docs/book"}


def test_passages_come_in_the_order_asked(database: Database, words: WordStore) -> None:
    document = put(database, folder(database), "/docs/a", "one", "two")
    first, second = sorted(hit.chunk_id for hit in words.find(_any("one two")))
    assert [(one.text, one.document_id) for one in words.passages([second, 99, first])] == [
        ("two", document.id),
        ("one", document.id),
    ]


def test_a_whole_text_may_be_pasted(database: Database, words: WordStore) -> None:
    number = folder(database)
    put(database, number, "/docs/a", "wanted " + " ".join(f"word{at}" for at in range(150)))
    for at in range(3):
        put(database, number, f"/docs/{at}", "stone")
    assert _paths(database, words, _any(" ".join(f'word{at} "quoted*" (AND' for at in range(3_000)))) == ["/docs/a"]


def test_a_larger_index_gets_more_time_but_not_in_proportion() -> None:
    assert budget_for(5, 12) == budget_for(100_000, 12) == 12
    assert 4 * 12 < budget_for(1_000_000, 12) < 5 * 12
