"""The Learn page: from the first skill to a planned week and cards answered by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from helpers.learn_page_room import LearnPageRoom
from helpers.storage_documents import folder, put
from PySide6.QtCore import Qt

from desktop_app.dialogs.edit_item import EditItem
from desktop_app.dialogs.edit_skill import EditSkill
from desktop_app.dialogs.make_cards import MakeCards
from desktop_app.pages.learn.beginning import example
from desktop_app.pages.learn.items_card import AT_ONCE
from desktop_app.pages.learn.sheet import read_sheet
from desktop_app.pages.learn.words import LearnWords
from engine.domain.errors import UsageError
from engine.domain.learning import Effect, ItemKind, LearningItem, LearningWeek, SeenTitle, Skill
from engine.learning.allocation import Candidate, allocated
from engine.learning.returns import ASSUMED

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LEFT = Qt.MouseButton.LeftButton


def test_an_empty_page_leads_to_the_first_skill(room: LearnPageRoom) -> None:
    page = room.page
    assert page.empty.isVisible()
    assert page._guide.isVisible()
    assert not page.skills.isVisible()
    room.qtbot.mouseClick(page.empty.button, LEFT)
    dialog = page.dialog
    assert isinstance(dialog, EditSkill)
    assert not dialog.save_button.isEnabled()
    dialog.name.setText("Statistics")
    dialog.weight.setCurrentIndex(4)
    dialog.limit.setValue(90)
    room.qtbot.mouseClick(dialog.save_button, LEFT)
    room.settle()
    room.settle()
    (skill,) = room.learning.skills.all()
    assert (skill.name, skill.weight, skill.most_minutes) == ("Statistics", 5, 90)
    assert not page.empty.isVisible()
    assert not page._guide.isVisible()
    assert [row.name.text() for row in page.skills.rows] == ["Statistics"]
    assert page.skills.add_button.property("kind") == "quiet"


def test_the_example_is_what_the_engine_would_divide() -> None:
    plan = example(("A", "B", "C"))
    candidates = [Candidate(one.skill, one.level, ASSUMED, one.new_minutes, one.told) for one in plan.shares]
    for wanted, shown in zip(allocated(candidates, plan.most_minutes), plan.shares, strict=True):
        rounded = replace(wanted, gain=round(wanted.gain, 5), next_gain=round(wanted.next_gain, 5))
        assert rounded == shown


def test_what_the_engine_refuses_is_said_in_the_dialog(skilled: LearnPageRoom) -> None:
    skilled.page.edit_skill(Skill("<B>rust</B>"))
    dialog = skilled.page.dialog
    assert isinstance(dialog, EditSkill)
    skilled.qtbot.mouseClick(dialog.save_button, LEFT)
    skilled.settle()
    assert dialog.isVisible()
    assert "Choose another name" in dialog.error.text()
    assert len(skilled.learning.skills.all()) == 1


def test_a_level_is_told_and_a_skill_removed(skilled: LearnPageRoom) -> None:
    row = skilled.page.skills.rows[0]
    assert row.level.text() == "No level told yet"
    row.rate.activated.emit(5)
    skilled.settle()
    skilled.settle()
    assert skilled.page.skills.rows[0].level.text() == "4.0 of 10 by your word"
    skilled.qtbot.mouseClick(row.button, LEFT)
    dialog = skilled.page.dialog
    assert isinstance(dialog, EditSkill)
    for answer, left in (("Cancel", 1), ("Remove", 0)):
        skilled.qtbot.mouseClick(dialog.remove_button, LEFT)
        assert dialog.box is not None
        [button] = [one for one in dialog.box.buttons() if one.text() == answer]
        button.click()
        skilled.settle()
        skilled.settle()
        assert len(skilled.learning.skills.all()) == left
    assert skilled.page.empty.isVisible()


def test_the_week_is_divided_planned_placed_and_taken_back(skilled: LearnPageRoom) -> None:
    week = skilled.page.week
    assert "proposed: 3 h 00 min" in week.state.text()
    week.minutes.setValue(60)
    skilled.qtbot.waitUntil(lambda: "proposed: 1 h 00 min" in week.state.text(), timeout=10_000)
    skilled.qtbot.mouseClick(week.accept_button, LEFT)
    skilled.qtbot.waitUntil(lambda: "1 block" in week.places.text(), timeout=10_000)
    skilled.settle()
    assert "accepted: 1 h 00 min" in week.state.text()
    assert not week.minutes.isVisible()
    assert [one.about.title for one in skilled.below.plan.flexible()] == ["<b>Rust</b>"]
    skilled.qtbot.mouseClick(week.undo_button, LEFT)
    skilled.settle()
    skilled.settle()
    assert skilled.below.plan.flexible() == []
    assert "proposed" in week.state.text()


def test_cards_are_answered_by_keyboard_and_taken_back(skilled: LearnPageRoom) -> None:
    review = skilled.page.review
    skilled.qtbot.mouseClick(review.start_button, LEFT)
    assert (review.front.text(), review.back.isVisible()) == ("What?", False)
    skilled.qtbot.keyClick(review, Qt.Key.Key_3)  # nothing is rated before the answer is seen
    assert review.asked is not None
    skilled.qtbot.keyClick(review, Qt.Key.Key_Space)
    assert (review.back.text(), review.back.isVisible()) == ("That.", True)
    skilled.qtbot.keyClick(review, Qt.Key.Key_4)
    assert review.front.text() == "Who?"
    skilled.qtbot.keyClick(review, Qt.Key.Key_Space)
    skilled.qtbot.keyClick(review, Qt.Key.Key_1)
    skilled.settle()
    skilled.settle()
    assert review.asked is None
    assert skilled.learning.cards.due() == []
    skilled.qtbot.mouseClick(review.undo_button, LEFT)
    skilled.settle()
    skilled.settle()
    assert [one.front for one in skilled.learning.cards.due()] == ["Who?"]
    assert review.left == 1


def test_a_space_is_left_to_the_window_while_no_card_is_asked(skilled: LearnPageRoom) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    def pressed() -> QKeyEvent:
        return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)

    review = skilled.page.review
    for asking in (False, True):
        if asking:
            review.start()
            review.show_answer()
        event = pressed()
        event.accept()
        review.keyPressEvent(event)
        assert event.isAccepted() is asking


def test_items_are_added_ticked_off_and_removed(skilled: LearnPageRoom) -> None:
    page = skilled.page
    page.items.rows[0].box.click()
    skilled.settle()
    skilled.settle()
    assert skilled.learning.skills.items()[0].done_ms is not None
    skilled.shelf.documents = [put(skilled.below.database, folder(skilled.below.database), "/docs/n.md", "text")]
    skilled.qtbot.mouseClick(page.items.add_button, LEFT)
    skilled.settle()
    dialog = page.dialog
    assert isinstance(dialog, EditItem)
    assert not dialog.save_button.isEnabled()
    dialog.kind.setCurrentIndex(2)
    skilled.qtbot.mouseClick(dialog.save_button, LEFT)
    skilled.settle()
    skilled.settle()
    assert [one.title for one in skilled.learning.skills.items()] == ["A course", "n.md"]
    page.items.rows[0].remove_button.click()
    skilled.settle()
    assert [one.title for one in skilled.learning.skills.items()] == ["A course"]
    page.toast.button.click()
    skilled.settle()
    again = skilled.learning.skills.items()[-1]
    assert (again.title, again.done_ms) == ("n.md", None)


def test_cards_of_a_note_are_ticked_one_by_one(skilled: LearnPageRoom) -> None:
    database = skilled.below.database
    note = put(database, folder(database), "/docs/n.md", "Q: Where?\nA: There.", "Borrowing: using, not owning")
    skilled.shelf.documents = [note]
    skilled.qtbot.mouseClick(skilled.page.review.make_button, LEFT)
    skilled.settle()
    dialog = skilled.page.dialog
    assert isinstance(dialog, MakeCards)
    dialog.document.setCurrentIndex(1)
    skilled.settle()
    assert len(dialog.rows) == 2
    assert not dialog.save_button.isEnabled()  # nothing is confirmed by itself
    dialog.rows[1].box.click()
    skilled.qtbot.mouseClick(dialog.save_button, LEFT)
    skilled.settle()
    skilled.settle()
    assert "Borrowing" in {one.front for one in skilled.learning.cards.all()}
    assert skilled.page.review.left == 3


def test_a_need_becomes_a_skill(room: LearnPageRoom) -> None:
    room.below.seen = [SeenTitle("Bayesian priors", 40), SeenTitle("Bayesian updating", 40)]
    page = room.page
    assert len(page.skills.needs) == 1
    assert not page.week.isVisible()
    assert not page.empty.isVisible()
    assert page._guide.isVisible()
    assert page.skills.add_button.property("kind") == "primary"
    page.skills.needs[0].add_wanted.emit(Skill("Bayesian"))
    dialog = page.dialog
    assert isinstance(dialog, EditSkill)
    room.qtbot.mouseClick(dialog.save_button, LEFT)
    room.settle()
    room.settle()
    assert page.skills.needs == []
    assert page.week.isVisible()


def test_trouble_is_said_on_the_page(skilled: LearnPageRoom) -> None:
    page = skilled.page
    page._fail(UsageError("There is no card 7. See: kairos learn cards"))
    assert "There is no card 7" in page.error.text()
    assert page.error.isVisible()


def test_that_nothing_was_gained_is_said_plainly(room: LearnPageRoom) -> None:
    words = LearnWords(room.page)
    week = LearningWeek(date(2026, 3, 2), 1, 0, 120, 0.5, 60, 0.0)
    assert words.effect(Effect(((week, "Rust"),))) == (
        "Measured so far: 1 h 00 min of 2 h 00 min kept to; +0.50 levels foretold, 0.00 gained. "
        "Nothing was gained: plan fewer minutes, or learn with something else."
    )
    assert "1 h 00 min of 2 h 00 min kept to; +0.50 levels foretold, 0.00 gained" in words.outcome(week, "Rust")


def test_many_items_are_shown_some_at_a_time(skilled: LearnPageRoom) -> None:
    skill = skilled.learning.skills.all()[0].id
    before = len(skilled.learning.skills.items())
    for number in range(AT_ONCE + 3 - before):
        skilled.learning.skills.add_item(LearningItem(skill, ItemKind.COURSE, f"Course {number}", 30))
    card = skilled.page.items
    card.show_sheet(read_sheet(skilled.learning, None))
    assert len(card.rows) == AT_ONCE
    assert card.more_button.text() == "Show 3 more"
    skilled.qtbot.mouseClick(card.more_button, LEFT)
    assert len(card.rows) == AT_ONCE + 3
    assert not card.more_button.isVisible()
