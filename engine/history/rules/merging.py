"""A pack among the categories and rules that are there already, and the other way round."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from engine.domain.categories import CategoryTree, Facet
from engine.domain.rule_pack import Pack, PackCategory, PackRule
from engine.domain.rules import Rule
from engine.history.rules.rule_set import in_order


@dataclass(frozen=True, slots=True)
class Additions:
    """What a pack has that is not there yet: categories, parents before children, and rules."""

    categories: tuple[PackCategory, ...]
    rules: tuple[PackRule, ...]
    known_rules: int


def additions(pack: Pack, tree: CategoryTree, rules: Iterable[Rule]) -> Additions:
    """Return what is to be added. Categories of the same path, case aside, are one, and theirs stay as they are."""
    there = {_identity(rule) for rule in as_pack_rules(tree, rules)}
    new: dict[tuple[object, ...], PackRule] = {}
    for rule in pack.rules:
        if _identity(rule) not in there:
            new.setdefault(_identity(rule), rule)
    categories = {_folded(one.path): one for one in pack.categories if tree.find(one.path) is None}
    return Additions(tuple(categories.values()), tuple(new.values()), len(pack.rules) - len(new))


def _identity(rule: PackRule) -> tuple[object, ...]:
    return (rule.facet, _folded(rule.target), rule.match)


def _folded(path: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.casefold() for name in path)


def as_pack(tree: CategoryTree, rules: Iterable[Rule], name: str = "") -> Pack:
    """Return all categories, and all rules that have a target, as a pack."""
    categories = tuple(PackCategory(tree.path(one.id), one.colour, one.weight) for one in tree.in_order())
    return Pack(categories, as_pack_rules(tree, rules), name)


def as_pack_rules(tree: CategoryTree, rules: Iterable[Rule]) -> tuple[PackRule, ...]:
    """Return the rules that have a target by their names, in their order."""
    named = ((rule, _target(rule, tree)) for rule in in_order(rules))
    return tuple(PackRule(rule.facet, target, rule.match, rule.enabled) for rule, target in named if target)


def _target(rule: Rule, tree: CategoryTree) -> tuple[str, ...]:
    if rule.facet is Facet.CATEGORY:
        return tree.path(rule.target) if isinstance(rule.target, int) else ()
    return (str(rule.target),) if rule.target else ()
