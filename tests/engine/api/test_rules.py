"""Rules behind the front door: each change says what it changed, and the history follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from engine.api import Engine
from engine.api.rules import Rules
from engine.bootstrap import build_engine
from engine.domain.activity import Activity, Observed
from engine.domain.categories import Category, Facet
from engine.domain.clock import MS_PER_MINUTE
from engine.domain.errors import KairosError, UsageError
from engine.domain.labelling import Fault, RulesChange
from engine.domain.look import Look
from engine.domain.presence import Presence
from engine.domain.rule_pack import RulesFormat
from engine.domain.rules import All, Expression, Field, How, Rule, Test
from engine.paths import ProfilePaths
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.looks import LookStore

WINDOWS = (
    ("code", "plan.py - atlas - Visual Studio Code"),
    ("firefox", "A question - Stack Overflow — Mozilla Firefox"),
    ("firefox", "Shift plan - Northwind Portal — Mozilla Firefox"),
    ("firefox", "Holidays - Northwind Portal — Mozilla Firefox"),
)
PLAN = Test(Field.TITLE, How.CONTAINS, "plan")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    paths = ProfilePaths(tmp_path).ensure()
    with closing(Database.open(paths.database)) as database:
        ActivityStore(database).insert_many(
            Activity(n * MS_PER_MINUTE, (n + 1) * MS_PER_MINUTE, Observed(Presence.ACTIVE, app, title), "UTC")
            for n, (app, title) in enumerate(WINDOWS)
        )
    with closing(build_engine(paths)) as built:
        yield built


@pytest.fixture
def rules(engine: Engine) -> Rules:
    return engine.rules


def category(rules: Rules, name: str, parent_id: int | None = None) -> int:
    (number,) = rules.add_category(name, parent_id).categories
    return number


def rule(facet: Facet, target: int | str, match: Expression = PLAN) -> Rule:
    return Rule(None, facet, target, match)


def counted(engine: Engine) -> list[str]:
    """Return the category of each window, by title, as it is stored."""
    with closing(Database.open(engine.paths.database)) as database:
        store = LookStore(database)
        labels, tree = store.labels(), engine.rules.tree()
        return ["/".join(tree.path(labels[look.id].category_id or 0)) for look in store.looks()]


def test_a_rule_counts_after_relabelling_and_says_so(engine: Engine) -> None:
    work = category(engine.rules, "Work")
    change = engine.rules.add_rule(rule(Facet.CATEGORY, work))
    assert change == RulesChange(rules=frozenset({1}), labels=True)
    assert engine.rules.outdated()
    assert engine.rules.relabel_all().changed == 2
    assert not engine.rules.outdated()
    assert counted(engine) == ["Work", "", "Work", ""]


def test_a_category_removed_gives_its_looks_back(engine: Engine) -> None:
    rules = engine.rules
    work = category(rules, "Work")
    code = category(rules, "Code", work)
    rules.add_rule(rule(Facet.CATEGORY, work))
    rules.add_rule(rule(Facet.CATEGORY, code, Test(Field.APP, How.EQUALS, "code")))
    rules.relabel_all()
    assert counted(engine) == ["Work/Code", "", "Work", ""]
    change = rules.remove_category(code)
    assert change == RulesChange(frozenset({code}), frozenset({2}), labels=True)
    rules.relabel_all()
    assert counted(engine) == ["Work", "", "Work", ""]
    assert change.removed is not None
    assert rules.restore_category(change.removed) == change
    rules.relabel_all()
    assert counted(engine) == ["Work/Code", "", "Work", ""]
    with pytest.raises(UsageError, match="there already"):
        rules.restore_category(change.removed)


def test_what_lies_below_a_removed_category_moves_up_and_is_named(rules: Rules) -> None:
    work = category(rules, "Work")
    code = category(rules, "Code", work)
    assert rules.remove_category(work).categories == {work, code}
    assert [rules.tree().path(one.id) for one in rules.tree().in_order()] == [("Code",)]


def test_only_a_move_of_a_category_needs_relabelling(rules: Rules) -> None:
    work, fun = category(rules, "Work"), category(rules, "Fun")
    assert rules.change_category(Category(fun, "Play", None, "#123456", -2)) == RulesChange(frozenset({fun}))
    assert rules.change_category(Category(fun, "Play", work)).labels


def test_rules_are_changed_moved_switched_off_and_removed(engine: Engine) -> None:
    rules = engine.rules
    for name in ("Work", "Fun"):
        rules.add_rule(rule(Facet.CATEGORY, category(rules, name)))
    rules.relabel_all()
    assert counted(engine)[0] == "Fun"
    assert rules.move_rule(2, 1) == RulesChange(rules=frozenset({2}), labels=True)
    assert [one.id for one in rules.all()] == [2, 1]
    rules.relabel_all()
    assert counted(engine)[0] == "Work"
    rules.move_rule(2, None)
    assert [one.id for one in rules.all()] == [1, 2]
    rules.change_rule(replace(rules.all()[1], enabled=False))
    rules.relabel_all()
    assert counted(engine)[0] == "Work"
    rules.remove_rule(1)
    rules.relabel_all()
    assert counted(engine) == ["", "", "", ""]


def test_one_decision_clears_a_group_of_the_unknown(engine: Engine) -> None:
    rules = engine.rules
    groups = rules.unknown()
    assert [(one.name, one.ms) for one in groups] == [
        ("Northwind Portal", 2 * MS_PER_MINUTE),
        ("code", MS_PER_MINUTE),
        ("stackoverflow.com", MS_PER_MINUTE),
    ]
    rules.add_rule(rule(Facet.CATEGORY, category(rules, "Shop"), groups[0].match))
    rules.relabel_all()
    assert [one.name for one in rules.unknown()] == ["code", "stackoverflow.com"]


def test_an_expression_is_tried_and_a_window_decided(rules: Rules) -> None:
    history = rules.history()
    trial = rules.try_out(PLAN, history)
    assert (trial.hit_count, trial.hit_ms, trial.miss_count) == (2, 2 * MS_PER_MINUTE, 2)
    assert rules.try_out(PLAN) == trial
    rules.add_rule(rule(Facet.TAG, "x"))
    assert rules.decide(Look(0, "any", "My Plan")).labels.tag == "x"


def test_warnings_come_from_the_whole_history(rules: Rules) -> None:
    rules.add_rule(rule(Facet.TAG, "x"))
    rules.add_rule(rule(Facet.TAG, "y"))
    rules.add_rule(rule(Facet.TAG, "z", Test(Field.APP, How.EQUALS, "nowhere")))
    assert [(one.rule.id, one.fault) for one in rules.overlaps()] == [(1, Fault.IDENTICAL), (3, Fault.NEVER_MATCHES)]


@pytest.mark.parametrize(("language", "root"), [("en", "Focus"), ("zh_CN", "专注"), ("system", "Focus")])
def test_the_starter_pack_is_there_when_wanted(engine: Engine, language: str, root: str) -> None:
    assert engine.rules.all() == []
    engine.rules.install(engine.rules.starter(language))
    assert engine.rules.tree().in_order()[0].name == root
    engine.rules.relabel_all()
    assert all(counted(engine)[:2])
    assert engine.rules.install(engine.rules.starter(language)) == RulesChange()


def test_rules_go_out_and_come_in_again(rules: Rules, tmp_path: Path) -> None:
    rules.add_named(Facet.CATEGORY, ("Work", "Code"), PLAN, create=True)
    path = tmp_path / "mine.toml"
    text, left_out = rules.export(path)
    assert path.read_text(encoding="utf-8") == text
    assert left_out == ()
    pack = rules.read(path)
    assert rules.preview(pack).known_rules == 1
    rules.remove_category(2)
    assert len(rules.install(pack).rules) == 1
    assert rules.export(None, RulesFormat.ACTIVITYWATCH)[0].startswith("{")


@pytest.mark.parametrize(
    "bad",
    [
        All(()),
        Test(Field.TITLE, How.REGEX, "("),
        Test(Field.TITLE, How.CONTAINS, ""),
        Test(Field.APP, How.GLOB, "\ud800"),
    ],
)
def test_what_cannot_be_a_rule_is_refused_everywhere(rules: Rules, bad: Expression) -> None:
    rules.add_rule(rule(Facet.TAG, "x"))
    before = rules.all()
    attempts: list[Callable[[], object]] = [
        lambda: rules.add_rule(rule(Facet.TAG, "x", bad)),
        lambda: rules.change_rule(replace(before[0], match=bad)),
        lambda: rules.try_out(bad),
        lambda: rules.add_named(Facet.TAG, ("x",), bad, create=True),
    ]
    for wrong in attempts:
        with pytest.raises(KairosError):
            wrong()
    assert rules.all() == before


def test_what_is_gone_is_said_to_be(rules: Rules) -> None:
    rules.add_rule(rule(Facet.TAG, "x"))
    attempts: list[Callable[[], object]] = [
        lambda: rules.move_rule(9, None),
        lambda: rules.move_rule(1, 9),
        lambda: rules.remove_rule(9),
        lambda: rules.remove_category(9),
        lambda: rules.add_rule(rule(Facet.CATEGORY, 9)),
        lambda: rules.change_category(Category(9, "x")),
    ]
    for wrong in attempts:
        with pytest.raises(UsageError):
            wrong()
    assert len(rules.all()) == 1
