"""Expressions as JSON and back."""

from __future__ import annotations

import json

import pytest
from helpers.rule_strategies import expressions
from hypothesis import given

from engine.domain.errors import UsageError
from engine.domain.rules import All, Any, Expression, Field, How, Not, Test
from engine.domain.rules_json import expression_from_json, expression_to_json


@given(expressions)
def test_what_is_written_reads_back_the_same(expression: Expression) -> None:
    assert expression_from_json(expression_to_json(expression)) == expression


def test_the_form_is_short_and_stays_readable() -> None:
    match = All((Test(Field.APP, How.EQUALS, "微信"), Not(Any((Test(Field.TITLE, How.REGEX, "a|b", case=True),)))))
    assert (
        expression_to_json(match) == '{"all":[["app","equals","微信"],{"not":{"any":[["title","regex","a|b",true]]}}]}'
    )


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "null", "[]", "7", '["app","equals"]', '["app","is","x"]', '["window","equals","x"]', '{"all":3}',
        '{"xor":[]}', '{"not":[],"all":[]}', '["app","equals",3]', '["app","equals","x",1]', "[" * 100_000,
        '{"not":' * 50 + '["app","equals","x"]' + "}" * 50, json.dumps([["app"], ["equals"], "x"]),
    ],
)  # fmt: skip
def test_anything_else_is_refused_in_words(text: str) -> None:
    with pytest.raises(UsageError, match="cannot be understood"):
        expression_from_json(text)
