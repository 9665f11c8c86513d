"""Expressions made ready: from the bits of the comparisons that hold to whether the whole does; and checked."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Mapping
from typing import TypeAlias

from engine.domain.errors import UsageError
from engine.domain.rules import All, Expression, Field, How, Not, Test, comparisons_in, depth_of
from engine.domain.rules_json import DEEPEST
from engine.history.rules.patterns import compiled

LONGEST_TEXT = 1_000
MOST_TESTS = 2_000
Holds: TypeAlias = Callable[[int], bool]


def ready(expression: Expression, bits: Mapping[Test, int]) -> Holds:
    """Return the function that says of the bits of all comparisons that hold whether the expression does."""
    if isinstance(expression, Test):
        bit = bits[expression]
        return lambda hits: bool(hits & bit)
    if isinstance(expression, Not):
        part = ready(expression.part, bits)
        return lambda hits: not part(hits)
    parts = [ready(one, bits) for one in expression.parts]
    if isinstance(expression, All):
        return lambda hits: all(holds(hits) for holds in parts)
    plain = [bits[one] for one in expression.parts if isinstance(one, Test)]
    if len(plain) == len(parts):  # a list of names, as most rules are
        either = functools.reduce(operator.or_, plain, 0)
        return lambda hits: bool(hits & either)
    return lambda hits: any(holds(hits) for holds in parts)


def field_of(expression: Expression) -> Field | None:
    """Return the most specific field the expression looks at, None where it only says what must not be."""
    if isinstance(expression, Test):
        return expression.field
    if isinstance(expression, Not):
        return None
    found = [field for part in expression.parts if (field := field_of(part)) is not None]
    return max(found, key=lambda field: field.rank, default=None)


def check(expression: Expression) -> None:
    """Raise UsageError or PatternError, saying what to do, for an expression that cannot or should not be a rule."""
    if depth_of(expression) > DEEPEST:
        raise UsageError(f"The rule is nested more than {DEEPEST} deep. Make several rules of it.")
    tests = list(comparisons_in(expression))
    if not tests:
        raise UsageError("The rule compares nothing. Say which app, title, site or document it is about.")
    if len(tests) > MOST_TESTS:
        raise UsageError(f"The rule makes {len(tests)} comparisons; at most {MOST_TESTS} can be used.")
    for test in tests:
        _check_test(test)


def _check_test(test: Test) -> None:
    if test.how is How.REGEX:
        compiled(test.text, case=test.case)
    elif len(test.text) > LONGEST_TEXT:
        raise UsageError(f"A text of the rule has {len(test.text)} characters; at most {LONGEST_TEXT} can be used.")
    if test.how is How.CONTAINS and not test.text:
        raise UsageError(f"“{test.field.value} contains” needs a text to look for.")
    if test.text != test.text.encode("utf-8", "replace").decode():
        raise UsageError(f"A text of the rule ({test.field.value}) holds characters that are no text. Type it anew.")
