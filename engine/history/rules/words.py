"""Expressions in plain words, for terminals and logs of changes."""

from __future__ import annotations

from engine.domain.rules import All, Any, Expression, How, Not, Test

_HOW = {How.EQUALS: "is", How.CONTAINS: "contains", How.GLOB: "is like", How.REGEX: "matches"}
_SHOWN = 6


def in_words(expression: Expression, shown: int = _SHOWN) -> str:
    """Return the expression as a sentence; of long lists the first entries and how many there are."""
    if isinstance(expression, Test):
        return f"{_head(expression)} “{expression.text}”"
    if isinstance(expression, Not):
        return f"not ({in_words(expression.part, shown)})"
    alike = _alike(expression)
    if isinstance(expression, Any) and alike:
        return f"{_head(alike[0])} {_listed([f'“{test.text}”' for test in alike], ', ', shown, 'or')}"
    parts = [_bracketed(part, shown) for part in expression.parts]
    word = " and " if isinstance(expression, All) else " or "
    return _listed(parts, word, shown, word.strip()) if parts else ("anything" if word == " and " else "nothing")


def _head(test: Test) -> str:
    return f"{test.field.value} {_HOW[test.how]}{' exactly' if test.case else ''}"


def _alike(expression: All | Any) -> list[Test]:
    tests = [part for part in expression.parts if isinstance(part, Test)]
    kinds = {(test.field, test.how, test.case) for test in tests}
    return tests if len(kinds) == 1 and len(tests) == len(expression.parts) else []


def _bracketed(part: Expression, shown: int) -> str:
    words = in_words(part, shown)
    return words if isinstance(part, Test | Not) else f"({words})"


def _listed(parts: list[str], between: str, shown: int, last: str) -> str:
    if len(parts) > shown:
        return between.join(parts[:shown]) + f" {last} {len(parts) - shown} more"
    if between == ", " and len(parts) > 1:
        return ", ".join(parts[:-1]) + f" {last} {parts[-1]}"
    return between.join(parts)
