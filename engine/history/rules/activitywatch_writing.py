"""A pack as a category file of ActivityWatch, which has one regex a category, searched in app and title."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any as Anything

from engine.domain.categories import Facet
from engine.domain.rule_pack import Pack, PackCategory, Remark
from engine.domain.rules import Any, Expression, Field, How, Test

_POINTS_PER_WEIGHT = 5
_SEEN = (Field.APP, Field.TITLE)
_ONLY_RE2 = re.compile(r"\\z|\\p|\\Q|\(\?[^)]*U|\[\[:")
_FLAGS = re.compile(r"^\(\?([ims]+)\)(.*)$", re.DOTALL)  # flags at the start cannot stand in the middle there


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a regex that is searched anywhere."""

    regex: str
    case: bool


def write_activitywatch(pack: Pack) -> tuple[str, tuple[Remark, ...]]:
    """Return the file's text, and what cannot be said in it.

    Left out are rules of projects and tags, on sites and documents, and with "all" or "not". What was to be found in
    the app alone or in the title alone is found in both there.
    """
    left_out: list[Remark] = []
    pieces: dict[tuple[str, ...], list[Piece]] = {}
    for place, rule in enumerate((rule for rule in pack.rules if rule.enabled), 1):
        name = f"Rule {place} ({' > '.join(rule.target)})"
        if rule.facet is not Facet.CATEGORY:
            left_out.append(Remark(name, f"ActivityWatch has no {rule.facet.value}s"))
            continue
        try:
            pieces.setdefault(rule.target, []).extend(_pieces(rule.match))
        except ValueError as cause:
            left_out.append(Remark(name, str(cause)))
    entries = [_entry(place, one, pieces.get(one.path, [])) for place, one in enumerate(pack.categories)]
    text = json.dumps({"id": "default", "categories": entries}, ensure_ascii=False, indent=2)
    return text + "\n", tuple(left_out)


def _pieces(expression: Expression) -> list[Piece]:
    """Return the parts to join by "or"; ValueError says what ActivityWatch cannot express."""
    if isinstance(expression, Any):
        return list(dict.fromkeys(piece for part in expression.parts for piece in _pieces(part)))
    if not isinstance(expression, Test):
        raise ValueError("ActivityWatch has neither “all” nor “not”")
    if expression.field not in _SEEN:
        raise ValueError(f"rules of ActivityWatch do not see the {expression.field.value}")
    if expression.how is How.REGEX:
        if _ONLY_RE2.search(expression.text):
            raise ValueError("its pattern uses a form that ActivityWatch does not know")
        return [Piece(_FLAGS.sub(r"(?\1:\2)", expression.text), expression.case)]
    return [Piece(_regex(expression.how, expression.text), expression.case)]


def _regex(how: How, text: str) -> str:
    if how is How.CONTAINS:
        return re.escape(text)
    return f"^{re.escape(text)}$" if how is How.EQUALS else f"^{_glob(text)}$"


def _glob(text: str) -> str:
    """Return a glob as a plain regex: that of the library uses forms that Rust has not."""
    if "[" in text:
        raise ValueError("its glob has “[…]”, which cannot be said plainly")
    parts = (".*" if char == "*" else "." if char == "?" else re.escape(char) for char in text)
    return "".join(parts)


def _entry(number: int, category: PackCategory, pieces: list[Piece]) -> dict[str, Anything]:
    data: dict[str, Anything] = {}
    if category.colour is not None:
        data["color"] = category.colour
    if category.weight is not None:
        data["score"] = category.weight * _POINTS_PER_WEIGHT
    return {"id": number, "name": list(category.path), "rule": _joined(pieces), "data": data}


def _joined(pieces: list[Piece]) -> dict[str, Anything]:
    if not pieces:
        return {"type": "none"}
    ignore = not any(piece.case for piece in pieces)
    mixed = not ignore and not all(piece.case for piece in pieces)
    parts = [f"(?i:{piece.regex})" if mixed and not piece.case else piece.regex for piece in pieces]
    return {"type": "regex", "regex": "|".join(parts), "ignore_case": ignore}
