"""Rule packs are TOML; a file that is wrong anywhere is refused whole, with the place and what to do."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from typing import Any as Anything

from engine.domain.categories import HIGHEST_WEIGHT, LOWEST_WEIGHT, Facet
from engine.domain.errors import UsageError
from engine.domain.plain_text import plain
from engine.domain.rule_pack import Pack, PackCategory, PackRule, RulesFileError
from engine.history.rules.expressions import check
from engine.history.rules.pack_notation import expression_from_table

FORMAT = 1
MOST_RULES = 5_000
DEEPEST_CATEGORY = 8
LONGEST_NAME = 100
# The colours of the design by name, as they are on a light ground.
COLOURS = {
    "focus": "#1F5FBF",
    "meeting": "#0B7A62",
    "communication": "#B86E00",
    "admin": "#8E4A9E",
    "learning": "#2E9BD6",
    "distraction": "#C9302C",
    "idle": "#7A828A",
}
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


def read_pack(text: str) -> Pack:
    """Return the pack a text of TOML holds; RulesFileError for anything else."""
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as cause:  # no TOML, or a number of thousands of digits
        raise RulesFileError(f"This is no rule pack: it is not TOML ({cause}).") from None
    if table.get("format") != FORMAT:
        raise RulesFileError(
            f"This is no rule pack of a kind known here: it must say “format = {FORMAT}”. "
            "A newer Kairos may have written it."
        )
    named = {one.path: one for one in categories_of(_list(table, "category"))}
    rules = tuple(rules_of(_list(table, "rule")))
    mentioned = [*named, *(rule.target for rule in rules if rule.facet is Facet.CATEGORY)]
    for path in [above for one in mentioned for above in with_parents(one)]:
        named.setdefault(path, PackCategory(path))
    categories = tuple(sorted(named.values(), key=lambda one: len(one.path)))
    return Pack(categories, rules, name=str(table.get("name", "")))


def _list(table: dict[str, Anything], key: str) -> list[dict[str, Anything]]:
    found = table.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise RulesFileError(f"“{key}” must be written as [[{key}]].")
    if len(found) > MOST_RULES:
        raise RulesFileError(f"There are {len(found)} of [[{key}]]; at most {MOST_RULES} can be taken at once.")
    return found


def categories_of(found: Sequence[dict[str, Anything]], first: int = 1) -> Iterator[PackCategory]:
    """Yield the categories that tables stand for; first: what the first is called where one is refused."""
    for place, one in enumerate(found, first):
        where = f"Category {place}"
        path = path_from(one.get("path"), where)
        yield PackCategory(path, _colour(one.get("colour"), where), _weight(one.get("weight"), where))


def with_parents(path: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the paths of everything above a category and of itself, the topmost first."""
    return [path[:length] for length in range(1, len(path) + 1)]


def path_from(value: object, where: str) -> tuple[str, ...]:
    """Return the names of a category's path; RulesFileError, beginning with where, for anything else."""
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not names or not all(isinstance(name, str) and name.strip() for name in names):
        raise RulesFileError(f'{where}: a category is a list of names, the topmost first: ["Work", "Writing"].')
    try:
        return tidy_path(names)
    except UsageError as cause:
        raise RulesFileError(f"{where}: {cause.message}") from None


def tidy_path(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names as they are kept: without what cannot be seen; UsageError for too deep, too long or empty."""
    tidy = tuple(" ".join(plain(name).split()) for name in names)
    if len(tidy) > DEEPEST_CATEGORY or any(len(name) > LONGEST_NAME for name in tidy):
        raise UsageError(f"A category can lie {DEEPEST_CATEGORY} deep and a name can have {LONGEST_NAME} characters.")
    if not tidy or not all(tidy):
        raise UsageError("A name is empty. Write what matches is to be counted as.")
    return tidy


def _colour(value: object, where: str) -> str | None:
    if value is None:
        return None
    if isinstance(value, str) and value in COLOURS:
        return COLOURS[value]
    if isinstance(value, str) and _HEX.fullmatch(value):
        return value.upper()
    raise RulesFileError(f'{where}: {value!r} is no colour; write "#1F5FBF" or one of {", ".join(COLOURS)}.')


def _weight(value: object, where: str) -> int | None:
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and LOWEST_WEIGHT <= value <= HIGHEST_WEIGHT:
        return value
    raise RulesFileError(f"{where}: {value!r} is no weight; it can be {LOWEST_WEIGHT} to {HIGHEST_WEIGHT}.")


def rules_of(found: Sequence[dict[str, Anything]], first: int = 1) -> Iterator[PackRule]:
    """Yield the rules that tables stand for; first: what the first is called where one is refused."""
    for place, one in enumerate(found, first):
        where = f"Rule {place}"
        facets = [facet for facet in Facet if facet.value in one]
        enabled = one.get("enabled", True)
        if len(facets) != 1 or not isinstance(enabled, bool):
            raise RulesFileError(f"{where} must name one of category, project, tag; enabled is true or false.")
        target = path_from(one[facets[0].value], where)
        if facets[0] is not Facet.CATEGORY and len(target) != 1:
            raise RulesFileError(f"{where}: a {facets[0].value} is one name.")
        try:
            match = expression_from_table(one.get("match"))
            check(match)
        except UsageError as cause:
            raise RulesFileError(f"{where} ({' > '.join(target)}): the match {cause.message}") from None
        yield PackRule(facets[0], target, match, enabled)
