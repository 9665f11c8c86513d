"""A summary is made of the text's own sentences, in their order, and never of anything else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.insights.digest.summary import MOST_SENTENCES, sentences, summary_of

ENGLISH = (
    "Report\n\nThe tide gauge was moved in March. Its readings before March are 3.2 cm too low. "
    "The weather was fine and everybody had lunch outside. All readings of the tide gauge since March are good. "
    "Use the readings of the tide gauge since March only."
)
CHINESE = "潮位计在三月移动过。三月以前的读数偏低三厘米。“三月以后的潮位计读数都可以用。”午饭大家在外面吃。"


def test_sentences_stand_as_they_are_written() -> None:
    assert sentences(ENGLISH)[:2] == [
        "Report\n\nThe tide gauge was moved in March."[8:],
        "Its readings before March are 3.2 cm too low.",
    ]
    assert sentences(CHINESE)[2] == "“三月以后的潮位计读数都可以用。”"


def test_what_the_text_is_about_is_chosen_before_what_stands_aside() -> None:
    found = summary_of([ENGLISH])
    assert 2 <= len(found) <= MOST_SENTENCES
    assert found[0] == "The tide gauge was moved in March."
    assert not any("lunch" in one for one in found)
    assert [ENGLISH.index(one) for one in found] == sorted(ENGLISH.index(one) for one in found)
    assert not any("午饭" in one for one in summary_of([CHINESE])[:2])


def test_a_text_said_twice_is_summed_up_once() -> None:
    assert len(summary_of(["The harbour wall needs another look this spring. " * 9])) == 1
    assert summary_of([]) == summary_of(["", "no sentence"]) == ()


@given(st.lists(st.text(st.sampled_from('ab .!?\n。词汇”’)"é3\u0301') | st.characters(), max_size=300), max_size=3))
def test_no_word_is_invented(texts: list[str]) -> None:
    found = summary_of(texts)
    assert len(found) <= MOST_SENTENCES
    assert all(any(one in text for text in texts) for one in found)
