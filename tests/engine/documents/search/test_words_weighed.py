"""Words as the index counts them, weighed, and marked in what is shown."""

from __future__ import annotations

import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.documents.search.passage_words import TermFinder, passage_words
from engine.documents.search.snippet import LENGTH, said_words, snippet
from engine.documents.search.stem import stem
from engine.documents.search.weighing import Frequencies, Weigher, whole
from engine.domain.word_tokens import WordTerm, terms

WORDS = """caresses ponies ties caress cats feed agreed plastered bled motoring sing conflated troubled sized hopping
tanned falling hissing fizzed failing filing happy sky relational conditional rational valenci hesitanci digitizer
conformabli radicalli differentli vileli analogousli vietnamization predication operator feudalism decisiveness
hopefulness callousness formaliti sensitiviti sensibiliti triplicate formative formalize electriciti electrical hopeful
goodness revival allowance inference airliner gyroscopic adjustable defensible irritant replacement adjustment dependent
adoption homologou communism activate angulariti homologous effective bowdlerize probate rate cease controll roll by dy
oaten tree trees y yes yy ion station question aeroelastic slipstreams archaeology apology sses ing ed eed""".split()


def _as_the_index_does(words: list[str]) -> list[str]:
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE words USING fts5(word, tokenize='porter unicode61')")
    index.executemany("INSERT INTO words (rowid, word) VALUES (?, ?)", enumerate(words))
    index.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, instance)")
    found = dict(index.execute("SELECT doc, term FROM vocabulary").fetchall())
    index.close()
    return [found[number] for number in range(len(words))]


def test_endings_go_as_in_the_index() -> None:
    assert [stem(word) for word in WORDS] == _as_the_index_does(WORDS)


@given(st.lists(st.text("aeilostyngbdzmu", min_size=1, max_size=12), min_size=1, max_size=50))
def test_endings_of_any_letters_go_as_in_the_index(words: list[str]) -> None:
    assert [stem(word) for word in words] == _as_the_index_does(words)


def _scores(question: str, *texts: str) -> list[float]:
    wanted = terms(question)
    known = Frequencies(1_000, {term.words[0]: 10 for term in wanted})
    weigher = Weigher(wanted, known, question)
    return weigher.scores([weigher.seen(passage_words(text)) for text in texts])


def test_more_of_the_words_weighs_more_whatever_their_endings() -> None:
    both, one, none = _scores("heated wings", "the wing was heating up", "a wing of the house", "nothing of it")
    assert both > one > none == 0


def test_words_that_stand_together_weigh_more() -> None:
    near, far = _scores("boundary layer", "a boundary layer of air", "the layer of a boundary")
    assert near > far


def test_passages_of_a_document_weigh_together_as_one_would() -> None:
    wanted = terms("boundary layer")
    weigher = Weigher(wanted, Frequencies(100, {"boundary": 3, "layer": 5}), "boundary layer")
    parts = ["a boundary layer of air.", "it has a boundary", "nothing", "layers of boundary layers"]
    (as_one,) = weigher.scores([weigher.seen(passage_words(" ".join(parts)))])
    (together,) = weigher.scores([whole([weigher.seen(passage_words(part)) for part in parts])])
    assert together == pytest.approx(as_one)


def test_a_word_in_two_forms_counts_as_said_twice() -> None:
    (once,) = _scores("article", "an article about it")
    (twice,) = _scores("article articles", "an article about it")
    assert twice > 1.9 * once


def test_titles_count_and_make_nothing_longer() -> None:
    wanted = terms("budget")
    words = [passage_words("a text of some words", title=["budget"]), passage_words("a text of some words")]
    weigher = Weigher(wanted, Frequencies(100, {"budget": 3}))
    with_title, without = weigher.scores([weigher.seen(one) for one in words])
    assert with_title > without == 0
    assert words[0].length == words[1].length


def _snippet(question: str, text: str) -> list[str]:
    found = snippet(text, TermFinder(terms(question)))
    return [found.text[start:end] for start, end in found.marks]


def test_what_was_found_is_marked_in_any_script() -> None:
    assert _snippet("travelling budgets", "The Budget pays for travel.") == ["Budget", "travel"]
    assert _snippet("年度预算", "本年度预算比去年增加") == ["年度预算"]
    assert _snippet("cafe", "Im CAFÉ um drei") == ["CAFÉ"]
    assert _snippet("第3章", "见第3章和第4章") == ["第3章", "第", "章"]


def test_the_best_stretch_is_shown() -> None:
    text = "Filler comes first. " * 40 + "Here the annual budget is told. " + "Filler comes last. " * 40
    found = snippet(text, TermFinder(terms("annual budget")))
    assert [found.text[start:end] for start, end in found.marks] == ["annual", "budget"]
    assert found.text.startswith("…Here the annual")
    assert found.text.endswith("…")
    assert len(found.text) <= LENGTH + 2


@given(st.text(max_size=600))
def test_marks_lie_within_harmless_text_whatever_it_is(text: str) -> None:
    found = snippet(text, TermFinder((WordTerm(("a",), prefix=True), WordTerm(("的",), prefix=True))))
    assert all(0 <= start < end <= len(found.text) for start, end in found.marks)
    assert all(before[1] <= after[0] for before, after in zip(found.marks, found.marks[1:], strict=False))
    assert not any(unicodedata.category(one) in {"Cc", "Cs"} or one == "\u202e" for one in found.text)


def test_escapes_and_reversed_text_are_gone() -> None:
    found = snippet("a \x1b[31mred\x1b[0m \u202egnp.exe budget", TermFinder(terms("budget")))
    assert found.text == "a red gnp.exe budget"


def test_why_names_the_words_as_they_were_asked() -> None:
    finder = TermFinder(terms("Budgets of 年度预算 travel"))
    found = set(finder.counts(passage_words("the budget 年度预算")))
    assert said_words("Budgets of 年度预算 travel", finder, found) == ("Budgets", "年度预算")
