"""Suggested rules in the queue: asked for beside the window when the queue is seen, made, declined, taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from helpers.played_worker import PlayedWorker
from helpers.rules_room import RulesRoom
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.pages.rules.suggestion_row import SuggestionRow
from engine.api.rule_guesses import RuleGuesses
from engine.api.rule_suggestions import RuleSuggestions
from engine.domain.categories import Category, CategoryTree
from engine.domain.clock import SystemClock
from engine.domain.corrections import Correction, CorrectionKind
from engine.domain.errors import StorageBusy
from engine.domain.intervals import Interval
from engine.domain.labelling import Unknown
from engine.domain.look import Look
from engine.domain.rule_suggestion import RuleSuggestion
from engine.domain.rule_suggestion_json import suggested_to_json
from engine.domain.rules import Field, How, Test
from engine.domain.stretches import LabelOverride
from engine.storage.corrected_looks import CorrectedLookStore
from engine.storage.corrections import CorrectionStore
from engine.storage.refused_rules import RefusedRuleStore
from engine.talking import Asker

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CODE = Test(Field.APP, How.EQUALS, "code")
Answer = Callable[[Mapping[str, Any]], Mapping[str, Any]]


@pytest.fixture
def taught(room: RulesRoom) -> RulesRoom:
    """A room in which both windows of one app were counted as work by hand."""
    (number,) = room.engine.rules.add_category("Work", None, "#1F5FBF", 2).categories
    said = Correction(CorrectionKind.RELABEL, Interval(0, 120_000), 1, labels=LabelOverride(number))
    CorrectionStore(room.engine._database).apply([said])
    answered_by(room, by_words(room))
    return room


def by_words(room: RulesRoom) -> Answer:
    guesses = RuleGuesses(room.engine.rules, CorrectedLookStore(room.engine._database), lambda: lambda _texts: {})
    return lambda _said: {"rules": suggested_to_json(guesses.suggest())}


def answered_by(room: RulesRoom, answer: Answer) -> None:
    """Have a played worker answer."""
    engine = room.engine
    engine.rule_suggestions._asker.close()
    asker = Asker(lambda: PlayedWorker(answer))
    corrected = CorrectedLookStore(engine._database)
    engine.rule_suggestions = RuleSuggestions(
        engine.rules,
        corrected,
        asker,
        lambda: pytest.fail("words in the window"),
        RefusedRuleStore(engine._database, SystemClock(lambda: "UTC")),
    )
    engine.mind._asker = asker  # closes with the engine


def queue(room: RulesRoom) -> SuggestionRow:
    """Show the queue with the group of the app chosen."""
    page = room.page
    page.show_part(1)
    room.settle()
    names = [group.name for group in page.unsorted.view.table.groups]
    if "code" in names:
        page.unsorted.view.choose(names.index("code"))
    return page.unsorted.suggestion


def marked(room: RulesRoom) -> list[str]:
    table = room.page.unsorted.view.table
    shown = [str(table.data(table.index(row, 0))) for row in range(table.rowCount())]
    return [text for text in shown if "→" in text]


def test_a_suggestion_is_shown_with_how_sure_it_is(taught: RulesRoom) -> None:
    row = queue(taught)
    assert row.isVisible()
    assert row.text.text() == "Suggested: Work (almost certain)"
    assert "by shared words alone" in row.why.text()
    assert marked(taught) == ["code  →  Work?"]
    taught.page.unsorted.view.selectAll()
    assert not row.isVisible()


def test_what_is_accepted_becomes_a_rule_and_can_be_undone(taught: RulesRoom) -> None:
    row = queue(taught)
    row.accept_button.click()
    assert not row.accept_button.isEnabled()
    taught.settle()
    assert [rule.match for rule in taught.engine.rules.all()] == [CODE]
    assert taught.counted()["code"] == "Work"
    assert marked(taught) == []
    assert taught.page.toast.text == "Counted as Work from now on, by a rule."
    taught.page.toast.button.click()
    taught.settle()
    assert taught.engine.rules.all() == []
    assert queue(taught).isVisible()


def test_what_is_declined_does_not_come_again_and_can_be_taken_back(taught: RulesRoom) -> None:
    row = queue(taught)
    row.decline_button.click()
    assert not row.isVisible()
    assert marked(taught) == []
    assert "Not suggested again" in taught.page.toast.text
    taught.page.suggester.outdate()
    taught.settle()
    assert not queue(taught).isVisible()
    assert taught.engine.rules.all() == []
    kept = RefusedRuleStore(taught.engine._database, SystemClock(lambda: "UTC"))
    assert len(kept.all()) == 1
    QTest.keyClick(taught.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    taught.settle()
    assert queue(taught).isVisible()
    assert kept.all() == set()


def test_nobody_is_asked_before_the_queue_is_seen_and_titles_are_read_in_steps(taught: RulesRoom) -> None:
    asked: list[object] = []
    words = by_words(taught)

    def answer(said: Mapping[str, Any]) -> Mapping[str, Any]:
        asked.append(said["ask"])
        unread = {"found": [], "by_meaning": True, "unread": 3 - len(asked)}
        return {"rules": unread} if len(asked) < 3 else words(said)

    answered_by(taught, answer)
    assert taught.page.isVisible()
    assert asked == []
    row = queue(taught)
    assert row.isVisible()
    assert asked == ["rules"] * 3


def test_a_trouble_of_the_process_is_told(taught: RulesRoom) -> None:
    def busy(_said: Mapping[str, Any]) -> Mapping[str, Any]:
        raise StorageBusy("Another program has held it.")

    answered_by(taught, busy)
    assert not queue(taught).isVisible()
    assert taught.page.error.isVisible()
    assert taught.page.unsorted.edit_button.isEnabled()


@pytest.mark.parametrize(
    ("confidence", "words"), [(0.97, "almost certain"), (0.7, "very likely"), (0.4, "likely"), (0.2, "a guess")]
)
def test_how_sure_it_is_in_words(room: RulesRoom, confidence: float, words: str) -> None:
    row = SuggestionRow()
    room.qtbot.addWidget(row)
    one = RuleSuggestion(1, Unknown(CODE, "code", (), 5), confidence, Look(1, "code", "<b>plan</b>"))
    row.show_suggestion(one, CategoryTree([Category(1, "Work")]))
    assert row.text.text() == f"Suggested: Work ({words})"
    assert row.why.text() == "Most like “<b>plan</b>”"
    row.show_suggestion(one, CategoryTree([]))
    assert row.shown is None
    assert not row.isVisible()
