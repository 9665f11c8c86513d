"""Expressions as compact JSON, as they are stored: ["app","equals","code"], {"any":[...]}, {"not":...}."""

from __future__ import annotations

import json
from typing import Any as Anything

from engine.domain.errors import UsageError
from engine.domain.rules import All, Any, Expression, Field, How, Not, Test

DEEPEST = 32
_PLAIN, _WITH_CASE = 3, 4


def expression_to_json(expression: Expression) -> str:
    """Return the expression as one line of JSON; equal expressions give equal texts."""
    return json.dumps(_plain(expression), ensure_ascii=False, separators=(",", ":"))


def expression_from_json(text: str) -> Expression:
    """Return the expression a text stands for; UsageError for anything else."""
    try:
        return _expression(json.loads(text), DEEPEST)
    except (ValueError, RecursionError):
        raise UsageError("A stored rule cannot be understood: its match is no expression.") from None


def _plain(expression: Expression) -> Anything:
    if isinstance(expression, Test):
        short = [expression.field.value, expression.how.value, expression.text]
        return [*short, True] if expression.case else short
    if isinstance(expression, Not):
        return {"not": _plain(expression.part)}
    return {"all" if isinstance(expression, All) else "any": [_plain(part) for part in expression.parts]}


def _expression(value: Anything, deep: int) -> Expression:
    if isinstance(value, list):
        return _test(value)
    if not isinstance(value, dict) or len(value) != 1 or deep <= 0:
        raise ValueError("no expression")
    ((word, inner),) = value.items()
    if word == "not":
        return Not(_expression(inner, deep - 1))
    if word not in {"all", "any"} or not isinstance(inner, list):
        raise ValueError(word)
    parts = tuple(_expression(part, deep - 1) for part in inner)
    return All(parts) if word == "all" else Any(parts)


def _test(value: list[Anything]) -> Test:
    field, how, text = value[:_PLAIN] if len(value) in {_PLAIN, _WITH_CASE} else (None, None, None)
    case = value[_PLAIN] if len(value) == _WITH_CASE else False
    if not isinstance(text, str) or not isinstance(case, bool):
        raise ValueError("no comparison")
    return Test(Field(str(field)), How(str(how)), text, case)
