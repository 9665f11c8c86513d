"""A pack as TOML that a person can read and edit, and that reads back as the same pack."""

from __future__ import annotations

import json
from typing import Any as Anything

from engine.domain.categories import Facet
from engine.domain.rule_pack import Pack, PackCategory, PackRule
from engine.history.rules.pack_notation import table_of
from engine.history.rules.pack_reading import FORMAT


def write_pack(pack: Pack) -> str:
    """Return the pack as TOML."""
    head = f"format = {FORMAT}\n" + (f"name = {_text(pack.name)}\n" if pack.name else "")
    return "\n".join([head, *(_category(one) for one in pack.categories), *(_rule(one) for one in pack.rules)])


def _category(category: PackCategory) -> str:
    lines = ["[[category]]", f"path = {_value(list(category.path))}"]
    if category.colour is not None:
        lines.append(f"colour = {_text(category.colour)}")
    if category.weight is not None:
        lines.append(f"weight = {category.weight}")
    return "\n".join(lines) + "\n"


def _rule(rule: PackRule) -> str:
    target = list(rule.target) if rule.facet is Facet.CATEGORY else rule.target[0]
    lines = ["[[rule]]", f"{rule.facet.value} = {_value(target)}", f"match = {_value(table_of(rule.match))}"]
    return "\n".join(lines if rule.enabled else [*lines, "enabled = false"]) + "\n"


def _value(value: Anything) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_value(inner) for inner in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _text(value)


def _text(text: str) -> str:
    # JSON's text is TOML's, but for the one control character that JSON lets pass.
    return json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007F")
