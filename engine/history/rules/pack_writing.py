"""A pack as TOML that a person can read and edit, and that reads back as the same pack."""

from __future__ import annotations

from engine.domain.categories import Facet
from engine.domain.rule_pack import Pack, PackCategory, PackRule
from engine.domain.toml_text import toml_text, toml_value
from engine.history.rules.pack_notation import table_of
from engine.history.rules.pack_reading import FORMAT


def write_pack(pack: Pack) -> str:
    """Return the pack as TOML."""
    head = f"format = {FORMAT}\n" + (f"name = {toml_text(pack.name)}\n" if pack.name else "")
    return "\n".join([head, *(_category(one) for one in pack.categories), *(_rule(one) for one in pack.rules)])


def _category(category: PackCategory) -> str:
    lines = ["[[category]]", f"path = {toml_value(list(category.path))}"]
    if category.colour is not None:
        lines.append(f"colour = {toml_text(category.colour)}")
    if category.weight is not None:
        lines.append(f"weight = {category.weight}")
    return "\n".join(lines) + "\n"


def _rule(rule: PackRule) -> str:
    target = list(rule.target) if rule.facet is Facet.CATEGORY else rule.target[0]
    lines = ["[[rule]]", f"{rule.facet.value} = {toml_value(target)}", f"match = {toml_value(table_of(rule.match))}"]
    return "\n".join(lines if rule.enabled else [*lines, "enabled = false"]) + "\n"
