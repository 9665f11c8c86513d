from __future__ import annotations

from dataclasses import replace

import pytest

from engine.domain.categories import Category, Facet
from engine.domain.errors import UsageError
from engine.domain.rules import Field, How, Rule, Test
from engine.storage.categories import CategoryStore
from engine.storage.database import Database
from engine.storage.rules import RuleStore

EDITOR = Test(Field.APP, How.EQUALS, "editor")


@pytest.fixture
def categories(database: Database) -> CategoryStore:
    return CategoryStore(database)


@pytest.fixture
def rules(database: Database) -> RuleStore:
    return RuleStore(database)


def test_categories_come_back_as_stored(categories: CategoryStore) -> None:
    work = categories.add("Work", colour="#3366CC", weight=1)
    code = categories.add(" Programming ", work, weight=2)
    assert categories.all() == [
        Category(work, "Work", None, "#3366CC", 1),
        Category(code, "Programming", work, None, 2),
    ]
    categories.change(Category(code, "Code", None, "#000000", -2))
    assert categories.all()[1] == Category(code, "Code", None, "#000000", -2)


def test_what_cannot_be_a_category_is_refused(categories: CategoryStore) -> None:
    work = categories.add("Work")
    inner = categories.add("Inner", work)
    with pytest.raises(UsageError, match="needs a name"):
        categories.add("  ")
    with pytest.raises(UsageError, match="already"):
        categories.add("Work")
    with pytest.raises(UsageError, match="gone"):
        categories.add("Other", 99)
    with pytest.raises(UsageError, match="weight"):
        categories.add("Other", weight=3)
    with pytest.raises(UsageError, match="inside itself"):
        categories.change(Category(work, "Work", inner))
    with pytest.raises(UsageError, match="gone"):
        categories.change(Category(99, "Nowhere"))
    assert categories.add("Work", work) > inner
    assert len(categories.all()) == 3


def test_removing_a_category_moves_up_what_is_below_and_removes_its_rules(
    categories: CategoryStore, rules: RuleStore
) -> None:
    work = categories.add("Work")
    code = categories.add("Code", work)
    review = categories.add("Review", code)
    rules.add(Rule(None, Facet.CATEGORY, code, EDITOR))
    kept = rules.add(Rule(None, Facet.CATEGORY, review, EDITOR))
    removed = categories.remove(code)
    assert (len(removed.rules), removed.below, removed.kept_looks) == (1, frozenset({review}), frozenset())
    assert [(one.id, one.parent_id) for one in categories.all()] == [(work, None), (review, work)]
    assert [one.id for one in rules.all()] == [kept]
    with pytest.raises(UsageError, match="gone"):
        categories.remove(code)
    assert categories.add("Again") > review  # numbers are not given twice


def test_a_name_that_is_taken_keeps_a_category_from_being_removed(categories: CategoryStore) -> None:
    work = categories.add("Work")
    code = categories.add("Code", work)
    categories.add("Review", code)
    categories.add("Review", work)
    with pytest.raises(UsageError, match="already"):
        categories.remove(code)
    assert len(categories.all()) == 4


def test_rules_come_back_in_order(categories: CategoryStore, rules: RuleStore) -> None:
    work = categories.add("Work")
    first = rules.add(Rule(None, Facet.CATEGORY, work, EDITOR))
    second = rules.add(Rule(None, Facet.PROJECT, "kairos", EDITOR, enabled=False))
    third = rules.add(Rule(None, Facet.TAG, "deep", EDITOR, position=1))
    found = rules.all()
    assert [(one.id, one.position) for one in found] == [(first, 1), (third, 1), (second, 2)]
    assert found[2] == Rule(second, Facet.PROJECT, "kairos", EDITOR, enabled=False, position=2)
    rules.change(replace(found[2], target="other", position=9))
    assert rules.all()[2] == Rule(second, Facet.PROJECT, "other", EDITOR, enabled=False, position=9)
    rules.add(Rule(None, Facet.TAG, "a", EDITOR))
    assert [one.position for one in rules.all()] == [1, 1, 9, 10]


def test_what_cannot_be_a_rule_is_refused(rules: RuleStore) -> None:
    with pytest.raises(UsageError, match="gone"):
        rules.remove(1)
    with pytest.raises(UsageError, match="gone"):
        rules.change(Rule(1, Facet.TAG, "t", EDITOR))
    with pytest.raises(UsageError, match="needs its name"):
        rules.add(Rule(None, Facet.PROJECT, " ", EDITOR))


def test_every_change_that_can_alter_a_label_counts_the_revision_up(
    categories: CategoryStore, rules: RuleStore
) -> None:
    seen = [rules.revision()]
    work, play = categories.add("Work"), categories.add("Play")
    assert rules.revision() == seen[0] > 0
    number = rules.add(Rule(None, Facet.CATEGORY, work, EDITOR))
    seen.append(rules.revision())
    rules.change(Rule(number, Facet.CATEGORY, play, EDITOR))
    seen.append(rules.revision())
    categories.change(Category(play, "Play", None, "#112233"))
    assert rules.revision() == seen[-1]
    categories.change(Category(play, "Play", work))
    seen.append(rules.revision())
    rules.remove(number)
    seen.append(rules.revision())
    categories.remove(play)
    seen.append(rules.revision())
    assert seen == sorted(set(seen))
    assert rules.all_with_revision() == ([], seen[-1])
