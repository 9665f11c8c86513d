"""Packs are stored whole, among what is there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from engine.domain.categories import CategoryTree, Facet
from engine.domain.rule_pack import PackCategory, PackRule
from engine.domain.rules import Expression, Field, How, Rule, Test
from engine.storage.categories import CategoryStore
from engine.storage.database import Database
from engine.storage.rule_packs import PackStore
from engine.storage.rules import RuleStore

CODE = Test(Field.APP, How.EQUALS, "code")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(Database.open(tmp_path / "kairos.sqlite3")) as opened:
        yield opened


def paths(database: Database) -> list[tuple[str, ...]]:
    tree = CategoryTree(CategoryStore(database).all())
    return [tree.path(one.id) for one in tree.in_order()]


def test_categories_and_rules_come_in_order_with_their_parents(database: Database) -> None:
    work = CategoryStore(database).add("Work", None, "#123456", 1)
    RuleStore(database).add(Rule(None, Facet.TAG, "old", CODE))
    revision = RuleStore(database).revision()
    changed = PackStore(database).add(
        [PackCategory(("work",), "#FFFFFF", -2), PackCategory(("work", "Code"), "#000000", 2)],
        [
            PackRule(Facet.CATEGORY, ("WORK", "code"), CODE),
            PackRule(Facet.PROJECT, ("atlas",), CODE, enabled=False),
            PackRule(Facet.CATEGORY, ("Fun", "Games"), CODE),
        ],
    )
    assert paths(database) == [("Work",), ("Work", "Code"), ("Fun",), ("Fun", "Games")]
    tree = CategoryTree(CategoryStore(database).all())
    assert (tree.colour(work), tree.weight(work)) == ("#123456", 1)
    rules = RuleStore(database).all()
    assert [(rule.facet, rule.enabled) for rule in rules[1:]] == [
        (Facet.CATEGORY, True),
        (Facet.PROJECT, False),
        (Facet.CATEGORY, True),
    ]
    assert tree.path(int(rules[1].target)) == ("Work", "Code")
    assert [rule.position for rule in rules] == [1, 2, 3, 4]
    assert changed.rules == {rule.id for rule in rules[1:]}
    assert len(changed.categories) == 3
    assert changed.labels
    assert RuleStore(database).revision() > revision


def test_what_fails_half_way_leaves_nothing(database: Database) -> None:
    class Broken(PackRule):
        @property
        def match(self) -> Expression:
            raise RuntimeError("half-way")

    before = RuleStore(database).revision()
    bad = object.__new__(Broken)
    object.__setattr__(bad, "facet", Facet.TAG)
    object.__setattr__(bad, "target", ("x",))
    with pytest.raises(RuntimeError, match="half-way"):
        PackStore(database).add([PackCategory(("A",))], [PackRule(Facet.CATEGORY, ("A",), CODE), bad])
    assert paths(database) == []
    assert RuleStore(database).all() == []
    assert RuleStore(database).revision() == before


def test_rules_are_put_into_another_order_all_at_once(database: Database) -> None:
    store = RuleStore(database)
    numbers = [store.add(Rule(None, Facet.TAG, name, CODE)) for name in "abc"]
    store.arrange([numbers[2], numbers[0], numbers[1]])
    assert [rule.target for rule in store.all()] == ["c", "a", "b"]
