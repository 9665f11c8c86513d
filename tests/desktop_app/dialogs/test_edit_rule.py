"""Writing a rule: any expression goes in and comes out, and what it would match is shown while typing."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from helpers.dressed import dressed
from helpers.rule_reference import holds
from helpers.rule_strategies import expressions, looks
from helpers.rules_room import WINDOWS, engine_on_history
from hypothesis import HealthCheck, given, settings
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.background import Background
from desktop_app.dialogs.edit_rule import Draft, EditRule
from desktop_app.dialogs.match_group import MatchGroup
from desktop_app.dialogs.match_row import MatchRow
from desktop_app.theme import LIGHT
from desktop_app.widgets.format import Wording
from engine.api import Engine
from engine.domain.categories import Facet
from engine.domain.labelling import RulesChange
from engine.domain.look import Look
from engine.domain.rules import All, Any, Expression, Field, How, Not, Rule, Test

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CODE, FOX = (Test(Field.APP, How.EQUALS, app) for app in ("code", "firefox"))
PLAN = Test(Field.TITLE, How.CONTAINS, "plan")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = engine_on_history(tmp_path / "profile")
    made.rules.add_category("Work")
    yield made
    made.close()


Opened = Callable[..., EditRule]


@pytest.fixture
def opened(qtbot: QtBot, engine: Engine) -> Iterator[Opened]:
    gc.collect()
    gc.disable()  # as the app does: the collector runs on whatever thread allocates, and Qt's objects must not
    background = Background()

    def make(match: Expression | None = None, rule: Rule | None = None, rules: Sequence[Rule] = ()) -> EditRule:
        dressed(LIGHT)
        draft = Draft(engine.rules.tree(), tuple(rules), rule, Facet.CATEGORY, 1, match)
        dialog = EditRule(draft, engine.rules, background, Wording())
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    yield make
    background.close()
    gc.enable()


def first_row(dialog: EditRule) -> MatchRow:
    row = dialog.match.parts[0]
    assert isinstance(row, MatchRow)
    return row


def test_hits_and_misses_are_shown_while_typing(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    first_row(dialog).texts.setPlainText("code")
    qtbot.waitUntil(lambda: dialog.trial.trial is not None)
    assert dialog.trial.hits_title.text() == "Matches: 2 windows, 2 min"
    assert dialog.trial.misses_title.text() == f"Does not match: {len(WINDOWS) - 2} windows, 3 min"
    first_row(dialog).texts.setPlainText("code\nfirefox")
    qtbot.waitUntil(lambda: dialog.trial.hits_title.text() == "Matches: 4 windows, 4 min")
    first_row(dialog).texts.setPlainText("nothing of the kind")
    qtbot.waitUntil(lambda: "Nothing in your history" in dialog.trial.note.text())


def test_why_a_pattern_is_bad_is_said_at_once(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    row = first_row(dialog)
    row.how.setCurrentIndex(row.how.findData(How.REGEX))
    row.texts.setPlainText("a(?=b)")
    qtbot.waitUntil(lambda: "looks ahead" in dialog.trial.note.text())
    assert dialog.trial.hits.seen.rowCount() == 0
    dialog.save_button.click()
    qtbot.waitUntil(dialog.error.isVisible)
    assert dialog.isVisible()
    row.texts.setPlainText("a(b|o)")
    qtbot.waitUntil(lambda: dialog.trial.trial is not None)
    assert dialog.save_button.isEnabled()


def test_what_the_hits_count_as_so_far_is_told(opened: Opened, engine: Engine, qtbot: QtBot) -> None:
    engine.rules.add_rule(Rule(None, Facet.CATEGORY, 1, PLAN))
    engine.rules.relabel_all()
    dialog = opened(CODE)
    qtbot.waitUntil(lambda: dialog.trial.trial is not None)
    assert dialog.trial.now.text() == "The longest ones count now as: Work 1 min · no category 1 min"


def test_a_rule_with_the_same_match_is_told(opened: Opened) -> None:
    dialog = opened(rules=[Rule(4, Facet.CATEGORY, 1, Test(Field.APP, How.CONTAINS, "code"))])
    assert not dialog.warning.isVisible()
    first_row(dialog).texts.setPlainText("code")
    assert "very same match" in dialog.warning.text()
    assert "Work" in dialog.warning.text()


def test_a_rule_is_changed_and_nothing_else(opened: Opened, engine: Engine, qtbot: QtBot) -> None:
    engine.rules.add_rule(Rule(None, Facet.CATEGORY, 1, All((CODE, PLAN))))
    [rule] = engine.rules.all()
    dialog = opened(rule=rule)
    assert dialog.expression() == rule.match
    dialog.target.choose(Facet.TAG, "deep")
    stored: list[RulesChange] = []
    dialog.stored.connect(stored.append)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(stored))
    [changed] = engine.rules.all()
    assert (changed.facet, changed.target, changed.match) == (Facet.TAG, "deep", rule.match)
    assert stored[0].labels


def test_the_simple_view_hides_what_is_seldom_needed(opened: Opened) -> None:
    dialog = opened(CODE)
    assert not dialog.match.joined.isVisible()
    assert not dialog.match.add_group_button.isVisible()
    dialog.advanced.setChecked(True)
    assert dialog.match.add_group_button.isVisible()
    assert opened(Any((CODE, Not(All((FOX, PLAN)))))).advanced.isChecked()


def test_groups_are_added_filled_and_removed(opened: Opened) -> None:
    dialog = opened(CODE)
    dialog.advanced.setChecked(True)
    dialog.match.add_group_button.click()
    group = dialog.match.parts[1]
    assert isinstance(group, MatchGroup)
    assert dialog.expression() == CODE  # a group without texts says nothing yet
    group.show_match(Not(PLAN))
    assert dialog.expression() == All((CODE, Not(PLAN)))
    group.remove_button.click()
    assert dialog.expression() == CODE


def test_a_match_too_long_to_be_shown_is_kept(opened: Opened) -> None:
    long = All(tuple(Not(Test(Field.TITLE, How.CONTAINS, str(n))) for n in range(200)))
    dialog = opened(long)
    assert dialog.expression() is long
    assert not dialog.match.isVisible()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(expression=expressions, look=looks)
def test_whatever_goes_in_means_the_same_when_it_comes_out(qtbot: QtBot, expression: Expression, look: Look) -> None:
    group = MatchGroup()
    qtbot.addWidget(group)
    group.show_match(expression)
    said = group.part()
    if not empty_in(expression):
        assert said is not None
        assert holds(said, look) == holds(expression, look)


def empty_in(expression: Expression) -> bool:
    """Return whether a list without parts is anywhere in it, which nobody can write and no rule may be."""
    if isinstance(expression, Test):
        return False
    if isinstance(expression, Not):
        return empty_in(expression.part)
    return not expression.parts or any(empty_in(part) for part in expression.parts)


def test_everything_is_plain_text(opened: Opened) -> None:
    dialog = opened(CODE)
    labels = dialog.findChildren(QLabel)
    assert labels
    assert all(not label.text() or label.textFormat() == label.textFormat().PlainText for label in labels)
