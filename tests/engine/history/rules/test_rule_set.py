"""Rules decide as trying everything would, and say why."""

from __future__ import annotations

import pytest
from helpers.rule_reference import label
from helpers.rule_strategies import looks, rule_lists, trees
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.categories import NO_LABELS, Category, CategoryTree, Facet
from engine.domain.errors import PatternError
from engine.domain.labelling import WonBy
from engine.domain.look import Look
from engine.domain.rules import All, Expression, Field, How, Not, Rule, Test
from engine.history.rules.rule_set import RuleSet

TREE = CategoryTree([Category(1, "Work"), Category(2, "Programming", 1), Category(3, "Fun")])


def on(field: Field, text: str, how: How = How.CONTAINS) -> Test:
    return Test(field, how, text)


def rule(number: int, target: int | str, match: Expression, facet: Facet = Facet.CATEGORY) -> Rule:
    return Rule(number, facet, target, match, position=number)


@given(rule_lists, trees(), st.lists(looks, max_size=6))
def test_labels_are_those_of_trying_everything(rules: list[Rule], tree: list[Category], some: list[Look]) -> None:
    ready = RuleSet(rules, CategoryTree(tree))
    expected = [(look.id, label(look, rules, tree)) for look in some]
    assert list(ready.label_many(some)) == expected
    assert [(look.id, ready.decide(look).labels) for look in some] == expected


@given(rule_lists, trees(), looks)
def test_the_explanation_fits_the_labels(rules: list[Rule], tree: list[Category], look: Look) -> None:
    decision = RuleSet(rules, CategoryTree(tree)).decide(look)
    targets = [one.winner.rule.target if one.winner else None for one in decision.facets]
    assert targets == [
        decision.labels.category_id,
        decision.labels.project or None,
        decision.labels.tag or None,
    ]
    assert all((one.winner is None) == (one.won_by is None) for one in decision.facets)
    assert all((one.won_by is WonBy.ALONE) == (not one.others) for one in decision.facets if one.winner)


@pytest.mark.parametrize(
    ("rules", "winner", "why"),
    [
        ([rule(1, 2, on(Field.APP, "code")), rule(2, 3, on(Field.DOCUMENT, "plan"))], 1, WonBy.DEEPER),
        ([rule(1, 1, on(Field.DOCUMENT, "plan")), rule(2, 3, on(Field.APP, "code"))], 1, WonBy.MORE_SPECIFIC),
        ([rule(1, 1, on(Field.SITE, "git")), rule(2, 3, on(Field.TITLE, "p"))], 1, WonBy.MORE_SPECIFIC),
        ([rule(1, 1, on(Field.TITLE, "p")), rule(2, 3, on(Field.APP, "code"))], 1, WonBy.MORE_SPECIFIC),
        ([rule(1, 1, on(Field.TITLE, "p")), rule(2, 3, on(Field.TITLE, "plan"))], 2, WonBy.LATER),
        ([rule(1, 1, Not(on(Field.TITLE, "x"))), rule(2, 3, on(Field.APP, "code"))], 2, WonBy.MORE_SPECIFIC),
        ([rule(1, 1, on(Field.TITLE, "p")), rule(2, 3, on(Field.TITLE, "x"))], 1, WonBy.ALONE),
    ],
)
def test_who_wins_and_why(rules: list[Rule], winner: int, why: WonBy) -> None:
    look = Look(1, "code", "plan.py", "github.com", "src/plan.py")
    decided = RuleSet(rules, TREE).decide(look).of(Facet.CATEGORY)
    assert decided.winner is not None
    assert (decided.winner.rule.id, decided.won_by) == (winner, why)
    assert len(decided.others) == (0 if why is WonBy.ALONE else 1)


def test_facets_are_decided_each_on_its_own() -> None:
    rules = [
        rule(1, 2, on(Field.APP, "code")),
        rule(2, "atlas", on(Field.TITLE, "atlas"), Facet.PROJECT),
        rule(3, "deep", All((on(Field.APP, "code"), on(Field.TITLE, "atlas"))), Facet.TAG),
    ]
    labels = RuleSet(rules, TREE).label(Look(1, "Code", "plan.py - Atlas"))
    assert (labels.category_id, labels.project, labels.tag) == (2, "atlas", "deep")


def test_time_of_which_nothing_is_known_gets_no_labels() -> None:
    everything = RuleSet([rule(1, 1, Not(on(Field.TITLE, "x")))], TREE)
    assert everything.label(Look(1, "", "")) == NO_LABELS
    assert everything.decide(Look(1, "", "")).labels == NO_LABELS
    assert everything.label(Look(2, "app", "")).category_id == 1


def test_sites_and_documents_are_read_off_titles_where_a_look_has_none() -> None:
    rules = [rule(1, 1, on(Field.SITE, "zhihu.com", How.EQUALS)), rule(2, 3, on(Field.DOCUMENT, "*.odt", How.GLOB))]
    ready = RuleSet(rules, TREE)
    decision = ready.decide(Look(1, "firefox", "为什么 - 知乎 — Mozilla Firefox"))
    assert (decision.labels.category_id, decision.site) == (1, "zhihu.com")
    assert ready.label(Look(2, "libreoffice-writer", "draft.odt - LibreOffice Writer")).category_id == 3
    assert ready.label(Look(3, "firefox", "为什么 - 知乎 — Mozilla Firefox", "example.org")) == NO_LABELS


@pytest.mark.parametrize(
    ("text", "matched"),
    [
        ("github.com", True),
        ("GitHub.com/", True),
        ("github.com/user", True),
        ("hub.com", False),
        ("github.com/us", False),
        ("https://www.github.com/user/?q=1", True),
        ("www.github.com", True),
    ],
)
def test_a_site_holds_what_lies_below_it(text: str, matched: bool) -> None:
    ready = RuleSet([rule(1, 1, on(Field.SITE, text, How.EQUALS))], TREE)
    labels = ready.label(Look(1, "firefox", "x", "gist.github.com/user/project"))
    assert (labels.category_id == 1) is matched


def test_rules_that_are_off_or_lead_nowhere_are_passed_over() -> None:
    rules = [Rule(1, Facet.CATEGORY, 1, on(Field.APP, "code"), enabled=False), rule(2, 9, on(Field.APP, "code"))]
    assert RuleSet(rules, TREE).label(Look(1, "code", "")) == NO_LABELS


def test_a_bad_pattern_is_refused_before_anything_is_labelled() -> None:
    with pytest.raises(PatternError, match="looks ahead or behind"):
        RuleSet([rule(1, 1, on(Field.TITLE, "a(?=b)", How.REGEX))], TREE)


def test_text_that_is_no_text_is_compared_all_the_same() -> None:
    ready = RuleSet([rule(1, 1, on(Field.TITLE, "plan", How.REGEX)), rule(2, 2, on(Field.APP, "\x00b"))], TREE)
    assert ready.label(Look(1, "a\x00B", "\ud800 plan \U0010ffff")).category_id == 2
    assert ready.label(Look(2, "", "\ud800 plan")).category_id == 1
