"""Category files of ActivityWatch: {"id", "categories": [...]} as of 2026, without id before, or the bare list.

A category is {"name": [path], "rule": {"type": "regex", "regex", "ignore_case"} or {"type": "none"} or null,
"data": {"color", "score"}}. A regex is searched in app and title; the deepest category wins, then the later one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any as Anything

from engine.domain.categories import HIGHEST_WEIGHT, Facet
from engine.domain.errors import PatternError, UsageError
from engine.domain.rule_pack import Pack, PackCategory, PackRule, Remark, RulesFileError
from engine.domain.rules import Any, Field, How, Test
from engine.history.rules.dialects import to_re2
from engine.history.rules.expressions import check
from engine.history.rules.pack_reading import MOST_RULES, path_from, with_parents

_POINTS_PER_WEIGHT = 5  # its scores go from -10 to 10
_SHORT_COLOUR = re.compile(r"#([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])[0-9A-Fa-f]?")
_COLOUR = re.compile(r"(#[0-9A-Fa-f]{6})(?:[0-9A-Fa-f]{2})?")
_NAMED = {
    "red": "#FF0000", "green": "#008000", "blue": "#0000FF", "yellow": "#FFFF00", "orange": "#FFA500",
    "purple": "#800080", "cyan": "#00FFFF", "magenta": "#FF00FF", "pink": "#FFC0CB", "brown": "#A52A2A",
    "black": "#000000", "white": "#FFFFFF", "gray": "#808080", "grey": "#808080", "teal": "#008080",
    "lime": "#00FF00", "navy": "#000080", "gold": "#FFD700",
}  # fmt: skip
_NOT_A_CATEGORY = ("Uncategorized",)


def read_activitywatch(text: str) -> Pack:
    """Return the categories and rules of the file as a pack; RulesFileError for anything else.

    Rules that cannot be taken over are in left_out, those that mean something a little different in notes.
    """
    left_out: list[Remark] = []
    notes: list[Remark] = []
    named: dict[tuple[str, ...], PackCategory] = {}
    rules: list[PackRule] = []
    for place, one in enumerate(_entries(text), 1):
        path = path_from(one.get("name"), f"Category {place}")
        if path == _NOT_A_CATEGORY:
            continue
        named[path] = _category(path, one.get("data"), notes)
        rules.extend(_rule(path, one.get("rule"), left_out, notes))
    for path in list(named):
        for above in with_parents(path):
            named.setdefault(above, PackCategory(above))
    categories = tuple(sorted(named.values(), key=lambda category: len(category.path)))
    return Pack(categories, tuple(rules), "ActivityWatch", tuple(left_out), tuple(notes))


def _entries(text: str) -> list[dict[str, Anything]]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as cause:
        raise RulesFileError(f"This is no category file of ActivityWatch: it is not JSON ({cause}).") from None
    entries = found.get("categories") if isinstance(found, dict) else found
    if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
        raise RulesFileError("This is no category file of ActivityWatch: it holds no list of categories.")
    if len(entries) > MOST_RULES:
        raise RulesFileError(f"There are {len(entries)} categories; at most {MOST_RULES} can be taken at once.")
    return entries


def _category(path: tuple[str, ...], data: object, notes: list[Remark]) -> PackCategory:
    values = data if isinstance(data, dict) else {}
    colour = _colour(values.get("color"))
    if values.get("color") and colour is None:
        notes.append(Remark(_name(path), f"its colour {str(values['color'])[:40]!r} is not known here"))
    return PackCategory(path, colour, _weight(values.get("score")))


def _colour(value: object) -> str | None:
    text = value.strip() if isinstance(value, str) else ""
    if full := _COLOUR.fullmatch(text):
        return full.group(1).upper()
    if short := _SHORT_COLOUR.fullmatch(text):
        return "#" + "".join(digit * 2 for digit in short.groups()).upper()
    return _NAMED.get(text.lower())


def _weight(score: object) -> int | None:
    """Return the focus weight of a score; any score but 0 counts at least as 1 in its direction."""
    if not isinstance(score, int | float) or isinstance(score, bool) or score != score:  # noqa: PLR0124  (not a number)
        return None
    size = min(HIGHEST_WEIGHT, max(1, round(min(abs(score), 10) / _POINTS_PER_WEIGHT))) if score else 0
    return size if score > 0 else -size


def _rule(path: tuple[str, ...], rule: object, left_out: list[Remark], notes: list[Remark]) -> Iterator[PackRule]:
    if rule is None or (isinstance(rule, dict) and rule.get("type") in {None, "none"}):
        return
    regex = rule.get("regex") if isinstance(rule, dict) and rule.get("type") == "regex" else None
    if not isinstance(rule, dict) or not isinstance(regex, str):
        left_out.append(Remark(_name(path), "its rule is of a kind that is not known here"))
        return
    if not regex:  # it matches nothing there either
        return
    translated, difference = to_re2(regex)
    case = rule.get("ignore_case") is not True
    match = Any(tuple(Test(field, How.REGEX, translated, case) for field in (Field.APP, Field.TITLE)))
    try:
        check(match)
    except (PatternError, UsageError) as cause:
        left_out.append(Remark(_name(path), cause.message))
        return
    if difference:
        notes.append(Remark(_name(path), difference))
    yield PackRule(Facet.CATEGORY, path, match)


def _name(path: tuple[str, ...]) -> str:
    return " > ".join(path)
