"""How a pack writes an expression: as tables of TOML.

{ app = { equals = "code" } }                           one comparison
{ title = { contains = ["Invoice", "Rechnung"] } }      any of these texts
{ site = { regex = "...", case = true } }               capital and small letters differ
{ all = [{...}, {...}] }   { any = [{...}] }   { not = {...} }
"""

from __future__ import annotations

from typing import Any as Anything

from engine.domain.errors import UsageError
from engine.domain.rules import All, Any, Expression, Field, How, Not, Test
from engine.domain.rules_json import DEEPEST

_FIELDS = ", ".join(Field)
_HOWS = ", ".join(How)


def expression_from_table(table: object, deep: int = DEEPEST) -> Expression:
    """Return the expression a table stands for; UsageError says what is wrong with it."""
    if deep <= 0:
        raise UsageError(f"is nested more than {DEEPEST} deep")
    if not isinstance(table, dict) or len(table) != 1:
        raise UsageError(f"must be a table with one key: all, any, not, {_FIELDS}")
    ((word, inner),) = table.items()
    if word == "not":
        return Not(expression_from_table(inner, deep - 1))
    if word in {"all", "any"}:
        if not isinstance(inner, list) or not inner:
            raise UsageError(f"“{word}” must be a list of matches")
        parts = tuple(expression_from_table(part, deep - 1) for part in inner)
        return All(parts) if word == "all" else Any(parts)
    return _comparison(word, inner)


def _comparison(word: str, inner: object) -> Expression:
    if word not in set(Field):
        raise UsageError(f"knows no “{word}”; use all, any, not, {_FIELDS}")
    if not isinstance(inner, dict) or len(set(inner) - {"case"}) != 1:
        raise UsageError(f"“{word}” must be a table with one of {_HOWS}")
    case = inner.get("case", False)
    ((how, texts),) = ((key, value) for key, value in inner.items() if key != "case")
    if how not in set(How) or not isinstance(case, bool):
        raise UsageError(f"“{word}” knows no “{how}”; use one of {_HOWS}, and case = true or false")
    several = texts if isinstance(texts, list) else [texts]
    if not several or not all(isinstance(text, str) for text in several):
        raise UsageError(f"“{word}.{how}” must be a text or a list of texts")
    tests = tuple(Test(Field(word), How(how), text, case) for text in several)
    return Any(tests) if isinstance(texts, list) else tests[0]


def table_of(expression: Expression) -> dict[str, Anything]:
    """Return the table that stands for the expression."""
    if isinstance(expression, Test):
        return _comparison_table(expression, expression.text)
    if isinstance(expression, Not):
        return {"not": table_of(expression.part)}
    if isinstance(expression, Any) and (alike := _alike(expression)) is not None:
        return _comparison_table(alike, [part.text for part in expression.parts if isinstance(part, Test)])
    return {"all" if isinstance(expression, All) else "any": [table_of(part) for part in expression.parts]}


def _comparison_table(test: Test, texts: str | list[str]) -> dict[str, Anything]:
    inner: dict[str, Anything] = {test.how.value: texts}
    return {test.field.value: {**inner, "case": True} if test.case else inner}


def _alike(expression: Any) -> Test | None:
    """Return one of the comparisons where they differ in their texts alone."""
    kinds = {(part.field, part.how, part.case) if isinstance(part, Test) else None for part in expression.parts}
    first = expression.parts[0] if expression.parts else None
    return first if len(kinds) == 1 and isinstance(first, Test) else None
