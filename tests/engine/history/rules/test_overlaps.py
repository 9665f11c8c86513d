"""Warnings about rules that stand in each other's way."""

from __future__ import annotations

from engine.domain.categories import Category, CategoryTree, Facet
from engine.domain.labelling import Fault
from engine.domain.look import Look
from engine.domain.rules import Field, How, Rule, Test
from engine.history.rules.overlaps import find_overlaps

TREE = CategoryTree([Category(1, "Work"), Category(2, "Code", 1)])
LOOKS = [Look(1, "code", "plan.py"), Look(2, "code", "notes"), Look(3, "mail", "plan"), Look(4, "", "")]


def rule(number: int, target: int | str, field: Field, text: str, facet: Facet = Facet.CATEGORY) -> Rule:
    return Rule(number, facet, target, Test(field, How.CONTAINS, text), position=number)


def faults(*rules: Rule) -> list[tuple[int | None, Fault, int | None]]:
    found = find_overlaps(rules, TREE, LOOKS)
    return [(one.rule.id, one.fault, one.other.id if one.other else None) for one in found]


def test_a_rule_that_wins_somewhere_is_fine() -> None:
    assert faults(rule(1, 1, Field.APP, "code"), rule(2, 2, Field.TITLE, "plan")) == []


def test_a_rule_that_always_loses_names_who_takes_its_looks() -> None:
    losing = rule(1, 1, Field.TITLE, "plan.py")
    assert faults(losing, rule(2, 2, Field.APP, "code"), rule(3, 1, Field.APP, "mail")) == [(1, Fault.ALWAYS_LOSES, 2)]


def test_a_rule_that_matches_nothing_is_told() -> None:
    assert faults(rule(1, 1, Field.TITLE, "nowhere")) == [(1, Fault.NEVER_MATCHES, None)]


def test_of_identical_rules_the_earlier_is_told() -> None:
    same = [rule(1, 1, Field.APP, "code"), rule(2, 1, Field.APP, "code"), rule(3, "code", Field.APP, "code", Facet.TAG)]
    assert faults(*same) == [(1, Fault.IDENTICAL, 2)]


def test_a_rule_without_its_category_is_told() -> None:
    assert faults(rule(1, 9, Field.APP, "code")) == [(1, Fault.NO_TARGET, None)]


def test_facets_do_not_compete_and_rules_that_are_off_are_left_alone() -> None:
    off = Rule(2, Facet.CATEGORY, 1, Test(Field.APP, How.CONTAINS, "zzz"), enabled=False)
    assert faults(rule(1, "x", Field.APP, "code", Facet.PROJECT), off, rule(3, 2, Field.DOCUMENT, ".py")) == []
