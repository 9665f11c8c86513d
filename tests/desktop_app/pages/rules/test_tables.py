"""The page's item models keep Qt's rules, whatever is in them."""

from __future__ import annotations

from helpers.dressed import dressed
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.dialogs.seen_table import SeenTable
from desktop_app.pages.rules.rule_table import RuleTable
from desktop_app.pages.rules.scope_tree import ScopeTree
from desktop_app.pages.rules.sheet import Scope, Sheet
from desktop_app.pages.rules.unsorted_table import UnsortedTable
from desktop_app.theme import DARK
from desktop_app.widgets.format import Wording
from engine.domain.categories import Category, CategoryTree, Facet
from engine.domain.labelling import Seen, Unknown
from engine.domain.look import Look
from engine.domain.rules import Field, How, Rule, Test

TREE = CategoryTree([Category(1, "Work", None, "#1F5FBF", 2), Category(2, "<i>Code</i>", 1)])
CODE = Test(Field.APP, How.EQUALS, "code")
RULES = (
    Rule(1, Facet.CATEGORY, 2, CODE),
    Rule(2, Facet.PROJECT, "atlas", CODE),
    Rule(3, Facet.TAG, "x", CODE),
)
SEEN = (Seen(Look(1, "code", "a" * 2_000_000), 60_000), Seen(Look(2, "", "", "github.com/a"), 0))


def test_rules(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = RuleTable(dressed(DARK))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_rules(RULES, TREE)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert [model.data(model.index(row, 2)) for row in range(3)] == ["Work › <i>Code</i>", "atlas", "x"]


def test_looks(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = SeenTable(Wording())
    model.show_seen(SEEN)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert len(str(model.data(model.index(0, 1)))) <= 300
    assert [model.data(model.index(1, column)) for column in range(3)] == ["—", "github.com/a", "0 s"]


def test_groups(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = UnsortedTable(Wording())
    model.app_name = str.upper
    model.show_groups([Unknown(CODE, "code", SEEN, 60_000), Unknown(Test(Field.TITLE, How.CONTAINS, "a"), "a", (), 0)])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert [model.data(model.index(row, 0)) for row in range(2)] == ["CODE", "a"]
    assert model.data(model.index(0, 1)) == "2"


def test_the_tree_keeps_what_was_chosen_and_what_is_closed(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    tree = ScopeTree(dressed(DARK))
    qtbot.addWidget(tree)
    tree.show_sheet(Sheet(TREE, RULES))
    qtmodeltester.check(tree.items)  # type: ignore[no-untyped-call]
    tree.choose(Scope(Facet.CATEGORY, 2))
    tree.show_sheet(Sheet(TREE, RULES[:1]))
    assert tree.scope == Scope(Facet.CATEGORY, 2)
    assert tree.category == TREE.get(2)
    tree.choose(Scope())
    tree.collapse(tree.items.index(1, 0))
    tree.show_sheet(Sheet(TREE, RULES))
    assert not tree.isExpanded(tree.items.index(1, 0))
    tree.choose(Scope(Facet.CATEGORY, 2))
    tree.show_sheet(Sheet(CategoryTree([]), ()))
    assert tree.scope == Scope()
