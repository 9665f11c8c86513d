"""Rules: what to look at, how to compare, and what a match is counted as."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeAlias

from engine.domain.categories import Facet


class Field(StrEnum):
    """What of a look is compared, the least specific first: of two rules, that on the more specific field wins."""

    APP = "app"
    TITLE = "title"
    SITE = "site"  # host and path without "www." and without a scheme: "github.com/user/project"
    DOCUMENT = "document"  # path or name of the file that is open

    @property
    def rank(self) -> int:
        """Return how specific the field is, 1 to 4."""
        return list(Field).index(self) + 1


class How(StrEnum):
    """How a text is compared with a field."""

    EQUALS = "equals"  # the whole field; of a site also all that lies below it: "github.com" has "gist.github.com/x"
    CONTAINS = "contains"
    GLOB = "glob"  # the whole field; * is any text, ? one character, [abc] one of them, [!abc] none of them
    REGEX = "regex"  # RE2, searched anywhere in the field


@dataclass(frozen=True, slots=True)
class Test:
    """One comparison; case says whether small and capital letters differ."""

    __test__: ClassVar[bool] = False  # no test case, whatever its name suggests to a collector of tests

    field: Field
    how: How
    text: str
    case: bool = False


@dataclass(frozen=True, slots=True)
class All:
    """Holds where every part holds; without parts it always does."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Holds where at least one part holds; without parts it never does."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Holds where its part does not."""

    part: Expression


Expression: TypeAlias = Test | All | Any | Not


@dataclass(frozen=True, slots=True)
class Rule:
    """What matches is counted as target: a category's number, or the name of a project or tag.

    position: the order of rules; of two that are equally deep and specific the later wins.
    """

    id: int | None
    facet: Facet
    target: int | str
    match: Expression
    enabled: bool = True
    position: int = 0


def comparisons_in(expression: Expression) -> Iterator[Test]:
    """Yield every comparison of an expression, from left to right."""
    waiting: list[Expression] = [expression]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Test):
            yield one
        elif isinstance(one, Not):
            waiting.append(one.part)
        else:
            waiting.extend(reversed(one.parts))


def depth_of(expression: Expression) -> int:
    """Return how many expressions lie inside each other at most: 1 for a lone comparison."""
    if isinstance(expression, Test):
        return 1
    parts = (expression.part,) if isinstance(expression, Not) else expression.parts
    return 1 + max((depth_of(part) for part in parts), default=0)
