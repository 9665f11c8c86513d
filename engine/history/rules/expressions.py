"""Expressions made ready: from the bits of the comparisons that hold to how strongly the whole matches."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from engine.domain.errors import UsageError
from engine.domain.rules import All, Expression, How, Not, Test, depth_of, tests_of
from engine.domain.rules_json import DEEPEST
from engine.history.rules.patterns import compiled

NO_MATCH = -1
LONGEST_TEXT = 1_000
MOST_TESTS = 2_000
Strength: TypeAlias = Callable[[int], int]


def strength_of(expression: Expression, bits: Mapping[Test, int]) -> Strength:
    """Return the function from bits to strength: the rank of the most specific field that took part in the match.

    0 where it holds by what is absent alone, NO_MATCH where it does not hold.
    """
    if isinstance(expression, Test):
        bit, rank = bits[expression], expression.field.rank
        return lambda hits: rank if hits & bit else NO_MATCH
    if isinstance(expression, Not):
        part = strength_of(expression.part, bits)
        return lambda hits: 0 if part(hits) == NO_MATCH else NO_MATCH
    parts = [strength_of(one, bits) for one in expression.parts]
    if isinstance(expression, All):
        return lambda hits: _of_all(parts, hits)
    return lambda hits: max((one(hits) for one in parts), default=NO_MATCH)


def _of_all(parts: list[Strength], hits: int) -> int:
    strongest = 0
    for one in parts:
        strength = one(hits)
        if strength == NO_MATCH:
            return NO_MATCH
        strongest = max(strongest, strength)
    return strongest


def check(expression: Expression) -> None:
    """Raise UsageError or PatternError, saying what to do, for an expression that cannot or should not be a rule."""
    if depth_of(expression) > DEEPEST:
        raise UsageError(f"The rule is nested more than {DEEPEST} deep. Make several rules of it.")
    tests = list(tests_of(expression))
    if not tests:
        raise UsageError("The rule compares nothing. Say which app, title, site or document it is about.")
    if len(tests) > MOST_TESTS:
        raise UsageError(f"The rule makes {len(tests)} comparisons; at most {MOST_TESTS} can be used.")
    for test in tests:
        _check_test(test)


def _check_test(test: Test) -> None:
    if test.how is How.REGEX:
        compiled(test.text, case=test.case)
    if len(test.text) > LONGEST_TEXT:
        raise UsageError(f"A text of the rule has {len(test.text)} characters; at most {LONGEST_TEXT} can be used.")
    if test.how is How.CONTAINS and not test.text:
        raise UsageError(f"“{test.field.value} contains” needs a text to look for.")
    if test.text != test.text.encode("utf-8", "replace").decode():
        raise UsageError(f"A text of the rule ({test.field.value}) holds characters that are no text. Type it anew.")
