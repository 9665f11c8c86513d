"""Patterns cost milliseconds whatever they are, and bad ones are explained."""

from __future__ import annotations

import random
from time import thread_time

import pytest

from engine.domain.errors import PatternError
from engine.domain.look import Look
from engine.domain.rules import Any, Field, How, Test
from engine.history.rules.expressions import check
from engine.history.rules.patterns import PatternSet, compiled
from engine.history.rules.trial import try_out

LONG = "a" * 100_000 + "!"
MIXED = "".join(random.Random(1).choices("ab", k=100_000))


@pytest.mark.parametrize(
    "pattern", ["(a+)+$", "(a|a)*b", "(a|aa)+$", "(.*a){20}b", "(x+x+)+y", "(a?){100}a{100}b", "(?:a{1,60}){1,16}b"]
)
def test_no_pattern_can_hang(pattern: str) -> None:
    ready = PatternSet([(pattern, False)])
    began = thread_time()
    ready.found_in(LONG)
    ready.found_in(MIXED)
    assert thread_time() - began < 0.5  # measured: 0.002


def test_globs_and_texts_cannot_hang_either() -> None:
    tests = (Test(Field.TITLE, How.GLOB, "*a" * 50 + "*b"), Test(Field.TITLE, How.CONTAINS, "a" * 500 + "b"))
    began = thread_time()
    assert try_out(Any(tests), []).hit_count == 0
    from engine.domain.labelling import Seen

    assert try_out(Any(tests), [Seen(Look(1, "app", LONG), 1)]).hit_count == 0
    assert thread_time() - began < 0.5


def test_many_patterns_are_searched_at_once_and_told_by_place() -> None:
    patterns = [(f"word{n}\\b", n % 2 == 0) for n in range(300)]
    ready = PatternSet(patterns)
    assert sorted(ready.found_in("word7 WORD9 WORD10 word12")) == [7, 9, 12]
    assert ready.found_in("nothing") == []


def test_patterns_too_big_for_one_set_are_spread_over_several() -> None:
    big = [(f"(?:[a-z]{{1,200}}[0-9]{{1,200}}){{2}}{n}x", False) for n in range(60)]
    ready = PatternSet([*big, ("plan", False)])
    assert len(ready._sets) > 1
    assert ready.found_in("the Plan") == [60]
    assert 3 in ready.found_in("abc1abc13x")


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("", "empty"), ("a" * 8_001, "8001 characters"), ("(a", "missing"), ("a(?!b)", "looks ahead"),
        ("(?<=a)b", "looks ahead or behind"), (r"(a)\1", "refers back"), ("\ud800", "no text"),
        ("a**+", "cannot be used"),
    ],
)  # fmt: skip
def test_bad_patterns_are_explained(pattern: str, words: str) -> None:
    with pytest.raises(PatternError, match=words):
        check(Test(Field.TITLE, How.REGEX, pattern))


def test_case_is_as_asked() -> None:
    assert compiled("plan", case=False).search("PLAN")
    assert not compiled("plan", case=True).search("PLAN")
