"""Expressions in plain words."""

from __future__ import annotations

import pytest

from engine.domain.rules import All, Any, Expression, Field, How, Not, Test
from engine.history.rules.words import in_words

CODE = Test(Field.APP, How.EQUALS, "code")
PLAN = Test(Field.TITLE, How.CONTAINS, "Plan", case=True)


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (CODE, "app is “code”"),
        (PLAN, "title contains exactly “Plan”"),
        (Test(Field.DOCUMENT, How.GLOB, "*.py"), "document is like “*.py”"),
        (Not(Test(Field.SITE, How.REGEX, "a|b")), "not (site matches “a|b”)"),
        (All((CODE, Not(PLAN))), "app is “code” and not (title contains exactly “Plan”)"),
        (All((CODE, Any((PLAN, CODE)))), "app is “code” and (title contains exactly “Plan” or app is “code”)"),
        (Any((CODE, Test(Field.APP, How.EQUALS, "微信"))), "app is “code” or “微信”"),
        (
            Any(tuple(Test(Field.APP, How.EQUALS, name) for name in "abcdefgh")),
            "app is “a”, “b”, “c”, “d”, “e”, “f” or 2 more",
        ),
        (All(()), "anything"),
        (Any(()), "nothing"),
    ],
)
def test_in_words(expression: Expression, words: str) -> None:
    assert in_words(expression) == words
