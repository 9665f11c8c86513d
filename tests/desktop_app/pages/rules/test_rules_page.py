"""The rules page on a real engine: what it shows, what it changes, and that the history follows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from helpers.rules_room import WINDOWS, RulesRoom
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox, QPushButton

from desktop_app.dialogs.edit_category import EditCategory
from desktop_app.dialogs.edit_rule import EditRule
from desktop_app.pages.rules.exchange import Told
from desktop_app.pages.rules.sheet import Scope
from engine.domain.categories import Facet
from engine.domain.rule_pack import RulesFormat
from engine.domain.rules import Field, How, Rule, Test

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CODE = Test(Field.APP, How.EQUALS, "code")
PORTAL = Test(Field.TITLE, How.CONTAINS, "Portal")


def work(room: RulesRoom) -> int:
    (number,) = room.engine.rules.add_category("Work", None, "#1F5FBF", 2).categories
    return number


def rows(room: RulesRoom) -> list[str]:
    table = room.page.panel.view.table
    return [str(table.data(table.index(row, 1))) for row in range(table.rowCount())]


def test_an_empty_page_installs_the_starter_rules(room: RulesRoom) -> None:
    page = room.page
    assert page.empty.isVisible()
    page.empty.button.click()
    room.settle()
    assert page.panel.isVisible()
    assert page.panel.tree.items.rowCount() > 5
    assert len(rows(room)) == len(room.engine.rules.all()) > 20
    assert room.counted()["code"] == "Focus/Programming"


def test_a_decision_in_the_queue_makes_one_rule_for_all_groups_chosen(room: RulesRoom) -> None:
    number = work(room)
    page = room.page
    page.show_part(1)
    groups = page.unsorted.view.table.groups
    assert sum(group.ms for group in groups) == len(WINDOWS) * 60_000
    assert "0 %" in page.unsorted.sum.text()
    page.unsorted.view.selectAll()
    page.unsorted.box.choose(number)
    page.unsorted.apply_button.click()
    assert not page.unsorted.apply_button.isEnabled()
    room.settle()
    assert len(room.engine.rules.all()) == 1
    assert set(room.counted().values()) <= {"Work", ""}
    assert page.unsorted.view.table.groups == ()
    assert page.unsorted.sorted_bar.value() == page.unsorted.sorted_bar.maximum()


def test_a_category_shows_its_rules_and_those_below_it(room: RulesRoom) -> None:
    number = work(room)
    (below,) = room.engine.rules.add_category("Code", number).categories
    for rule in (Rule(None, Facet.CATEGORY, below, CODE), Rule(None, Facet.PROJECT, "atlas", PORTAL)):
        room.engine.rules.add_rule(rule)
    page = room.page
    assert len(rows(room)) == 2
    page.panel.tree.choose(Scope(Facet.CATEGORY, number))
    assert rows(room) == ['App is "code"']
    page.panel.tree.choose(Scope(Facet.PROJECT, "atlas"))
    assert rows(room) == ['Title contains "Portal"']
    inherited = page.panel.tree.items.item(1)
    assert inherited is not None
    child = inherited.child(0, 1)
    assert child.text() == "+2"
    assert child.toolTip()
    assert not inherited.child(0).parent().toolTip()


def test_rules_are_moved_switched_and_removed(room: RulesRoom) -> None:
    number = work(room)
    for match in (CODE, PORTAL):
        room.engine.rules.add_rule(Rule(None, Facet.CATEGORY, number, match))
    page = room.page
    page.panel.down_button.click()
    room.settle()
    assert [rule.match for rule in room.engine.rules.all()] == [PORTAL, CODE]
    assert page.panel.view.rule is not None
    assert page.panel.view.rule.match == CODE  # it stays the current one
    table = page.panel.view.table
    assert table.setData(table.index(1, 0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    room.settle()
    assert [rule.enabled for rule in room.engine.rules.all()] == [True, False]
    assert room.counted()["code"] == ""
    page.panel.remove_rule_button.click()
    room.settle()
    assert [rule.match for rule in room.engine.rules.all()] == [PORTAL]


def test_what_was_done_to_a_rule_is_taken_back(room: RulesRoom) -> None:
    number = work(room)
    for match in (CODE, PORTAL):
        room.engine.rules.add_rule(Rule(None, Facet.CATEGORY, number, match))
    page, table = room.page, room.page.panel.view.table
    page.panel.remove_rule_button.click()
    room.settle()
    assert [rule.match for rule in room.engine.rules.all()] == [PORTAL]
    assert (page.toast.text, page.toast.button.text()) == ("Rule removed", "Undo")
    page.toast.button.click()
    room.settle()
    assert [rule.match for rule in room.engine.rules.all()] == [CODE, PORTAL]  # in its old place
    page.panel.view.selectRow(0)
    page.panel.down_button.click()
    room.settle()
    page.toast.undo()
    room.settle()
    assert [rule.match for rule in room.engine.rules.all()] == [CODE, PORTAL]
    assert table.setData(table.index(1, 0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    room.settle()
    page.toast.undo()
    room.settle()
    assert [rule.enabled for rule in room.engine.rules.all()] == [True, True]
    assert not page.toast.can_undo


def test_what_is_wrong_with_a_rule_is_said(room: RulesRoom) -> None:
    number = work(room)
    for text in ("code", "code", "nowhere"):
        room.engine.rules.add_rule(Rule(None, Facet.CATEGORY, number, Test(Field.APP, How.EQUALS, text)))
    page = room.page
    assert [row.startswith("⚠") for row in rows(room)] == [True, False, False]
    assert "very same match" in page.panel.warning.text()
    page.panel.view.setCurrentIndex(page.panel.view.table.index(2, 1))
    assert "Matches nothing" in page.panel.warning.text()
    table = page.panel.view.table
    colours = [table.data(table.index(row, 1), Qt.ItemDataRole.ForegroundRole) for row in range(3)]
    assert [colour is None for colour in colours] == [True, True, False]


def test_a_rule_is_written_in_the_dialog(room: RulesRoom) -> None:
    work(room)
    page = room.page
    page.panel.tree.choose(Scope(Facet.CATEGORY, 1))
    page.panel.add_rule_button.click()
    dialog = room.dialog()
    assert isinstance(dialog, EditRule)
    assert not dialog.save_button.isEnabled()
    dialog.match.parts[0].texts.setPlainText("cod")  # type: ignore[union-attr]
    room.settle()
    dialog.save_button.click()
    room.settle()
    assert [rule.match for rule in room.engine.rules.all()] == [Test(Field.APP, How.CONTAINS, "cod")]
    assert room.counted()["code"] == "Work"


def test_a_category_is_added_renamed_and_refused(room: RulesRoom) -> None:
    work(room)
    page = room.page
    page.panel.tree.choose(Scope(Facet.CATEGORY, 1))
    page.panel.add_category_button.click()
    dialog = room.dialog()
    assert isinstance(dialog, EditCategory)
    dialog.name.setText("Deep")
    dialog.save_button.click()
    room.settle()
    assert [one.parent_id for one in room.engine.rules.tree().in_order()] == [None, 1]
    assert page.panel.tree.scope == Scope(Facet.CATEGORY, 2)
    page.panel.tree.choose(Scope(Facet.CATEGORY, 1))
    page.panel.edit_category_button.click()
    again = room.dialog()
    assert isinstance(again, EditCategory)
    again.name.setText("  ")
    assert not again.save_button.isEnabled()
    again.name.setText("Job")
    again.weight.setCurrentIndex(1)
    again.save_button.click()
    room.settle()
    changed = room.engine.rules.tree().get(1)
    assert changed is not None
    assert (changed.name, changed.weight, changed.colour) == ("Job", -2, "#1F5FBF")


def test_removing_a_category_says_what_goes_with_it_and_is_taken_back(room: RulesRoom) -> None:
    number = work(room)
    room.engine.rules.add_category("Code", number)
    room.engine.rules.add_rule(Rule(None, Facet.CATEGORY, number, CODE))
    before = room.engine.rules.tree().in_order(), room.engine.rules.all()
    page = room.page
    page.panel.tree.choose(Scope(Facet.CATEGORY, number))
    page.panel.remove_category_button.click()
    box = room.dialog()
    assert isinstance(box, QMessageBox)
    assert "1 rule" in box.informativeText()
    assert "1 categor" in box.informativeText()
    assert "Goals for it go too" in box.informativeText()
    assert box.informativeText().endswith("Undo brings all of it back.")
    [remove] = [button for button in box.buttons() if box.buttonRole(button) is QMessageBox.ButtonRole.AcceptRole]
    remove.click()
    room.settle()
    assert [one.name for one in room.engine.rules.tree().in_order()] == ["Code"]
    assert room.engine.rules.all() == []
    assert room.counted()["code"] == ""
    assert (page.toast.text, page.toast.button.text()) == ("Category removed", "Undo")
    page.toast.button.click()
    room.settle()
    assert (room.engine.rules.tree().in_order(), room.engine.rules.all()) == before
    assert room.counted()["code"] == "Work"


def test_a_file_is_looked_at_before_it_is_taken_in(room: RulesRoom, tmp_path: Path) -> None:
    file = tmp_path / "aw.json"
    file.write_text(
        json.dumps(
            {
                "categories": [
                    {"name": ["Work"], "rule": {"type": "regex", "regex": "code|portal", "ignore_case": True}},
                    {"name": ["Bad"], "rule": {"type": "regex", "regex": "(?<=x)y"}},
                ]
            }
        )
    )
    page = room.page
    page.exchange.read(file)
    room.settle()
    told = room.dialog()
    assert isinstance(told, Told)
    assert "Bad" in told.lines.toPlainText()
    assert room.engine.rules.all() == []
    [button] = [one for one in told.buttons.buttons() if one.text() == "Import"]
    button.click()
    room.settle()
    assert len(room.engine.rules.all()) == 1
    assert room.counted()["code"] == "Work"


@pytest.mark.parametrize("form", RulesFormat)
def test_rules_are_written_to_a_file_and_read_back(room: RulesRoom, tmp_path: Path, form: RulesFormat) -> None:
    number = work(room)
    room.engine.rules.add_rule(Rule(None, Facet.CATEGORY, number, PORTAL))
    page, file = room.page, tmp_path / "out"
    page.exchange.write(file, form)
    room.settle()
    assert len(room.engine.rules.read(file).rules) == 1
    page.exchange.write(tmp_path / "nowhere" / "out", form)
    room.settle()
    assert page.error.isVisible()
    assert "nowhere" in page.error.text()


def test_what_a_closed_window_left_undone_is_done(room: RulesRoom) -> None:
    number = work(room)
    room.engine.rules.add_rule(Rule(None, Facet.CATEGORY, number, CODE))
    assert room.engine.rules.outdated()
    assert room.page.isVisible()
    room.settle()
    assert not room.engine.rules.outdated()
    assert room.counted()["code"] == "Work"


def test_text_is_plain_and_every_control_has_a_name(room: RulesRoom) -> None:
    number = work(room)
    room.engine.rules.add_rule(Rule(None, Facet.CATEGORY, number, CODE))
    page = room.page
    page.panel.edit_rule_button.click()
    room.settle()
    page.unsorted.view.selectAll()
    for top in (page, room.dialog()):
        for label in top.findChildren(QLabel):
            assert label.textFormat() == Qt.TextFormat.PlainText or not label.text(), label.text()
        for control in top.findChildren(QAbstractButton):
            if control.focusPolicy() != Qt.FocusPolicy.NoFocus and isinstance(control, QPushButton):
                assert control.accessibleName() or control.text()
    names = {page.unsorted.view.table.name(group) for group in page.unsorted.view.table.groups}
    assert not any("\u202e" in name for name in names)
    room.dialog().reject()
