from __future__ import annotations

import pytest

from engine.domain.word_tokens import WordTerm, compatible, phrase, prepared, terms, tokens


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Plain words, kept.", "Plain words, kept."),
        ("机器学习", "机器 器学 学习 习"),
        ("用JavaScript写", "用 JavaScript 写"),
        ("データ", "デー ータ タ"),
        ("한국어 책", "한국 국어 어 책"),
        ("ｶﾀｶﾅ ＡＢＣ", "カタ タカ カナ ナ ABC"),
        ("ﬁle soft\u00adly\u200b", "file softly"),
        ("人々〇", "人々 々〇 〇"),
        ("𠮷野家", "𠮷野 野家 家"),
        ("a\0b \ud800", "a b"),
        ("", ""),
    ],
)
def test_spaced_words_stay_and_unspaced_runs_become_pairs(text: str, wanted: str) -> None:
    assert prepared(text).split() == wanted.split()


def test_accents_are_composed() -> None:
    assert compatible("cafe\u0301") == "café"


def test_a_question_gives_the_same_tokens_without_the_lone_last_one() -> None:
    assert tokens("机器学习 of Bits_and-bytes 3月") == ("机器", "器学", "学习", "of", "bits", "and", "bytes", "3", "月")
    assert tokens("?!") == ()


def test_words_said_twice_weigh_twice_and_words_that_say_nothing_are_left_out() -> None:
    assert terms("What is the filter of a Kalman filter?") == (
        WordTerm(("filter",), weight=2.0),
        WordTerm(("kalman",)),
    )
    assert terms("to be or not to be") == tuple(
        WordTerm((word,), weight=times) for word, times in (("to", 2.0), ("be", 2.0), ("or", 1.0), ("not", 1.0))
    )


def test_a_single_sign_begins_every_pair_it_stands_in() -> None:
    assert terms("机") == (WordTerm(("机",), prefix=True),)
    assert phrase("机") == WordTerm(("机",), prefix=True)
    assert terms("机器") == (WordTerm(("机器",)),)
    assert terms("k") == (WordTerm(("k",)),)


def test_while_typing_the_last_word_may_go_on() -> None:
    assert terms("kalman filt", typing=True) == (WordTerm(("kalman",)), WordTerm(("filt",), prefix=True))
    assert terms("kalman filter ", typing=True) == (WordTerm(("kalman",)), WordTerm(("filter",)))
    assert terms("the", typing=True) == (WordTerm(("the",)),)
    assert terms("the kalman of", typing=True) == (WordTerm(("kalman",)),)
    assert terms(" ", typing=True) == ()


def test_a_phrase_keeps_every_word_in_order() -> None:
    assert phrase("To be, or 机器学") == WordTerm(("to", "be", "or", "机器", "器学"))
    assert phrase("…") is None
