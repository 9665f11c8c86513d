"""The page over a real database: corrected, and taken back."""

from __future__ import annotations

import pytest
from helpers.timeline_desk import CONTROL, HOUR, MIDNIGHT, NOW, SHIFT, Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_deleting_undoing_and_redoing_say_what_they_did(desk: Desk) -> None:
    QTest.keyClick(desk.page.lanes, Qt.Key.Key_Right)
    QTest.keyClick(desk.page.lanes, Qt.Key.Key_Delete)
    desk.settle()
    assert desk.told("apps")[0] == (10, 10.5, "Idle")
    assert desk.page.toast.text.startswith("Time deleted")
    assert "08:00 – 10:00" in desk.page.toast.text

    QTest.keyClick(desk.page.lanes, Qt.Key.Key_Z, CONTROL)
    desk.settle()
    assert desk.page.toast.text.startswith("Undone: Time deleted")
    assert desk.told("apps")[0] == (8, 10, "Writer")

    QTest.keyClick(desk.page.lanes, Qt.Key.Key_Z, CONTROL | SHIFT)
    desk.settle()
    assert desk.page.toast.text.startswith("Redone: Time deleted")
    assert desk.told("apps")[0] == (10, 10.5, "Idle")

    for _ in range(2):
        QTest.keyClick(desk.page.lanes, Qt.Key.Key_Z, CONTROL)
        desk.settle()
    assert desk.page.toast.text == "Nothing to undo"


def test_a_category_from_the_menu_shows_in_its_lane_and_the_toast_leads_back(desk: Desk) -> None:
    desk.engine.rules.add_category("Deep work", None, "#5E7A3A")
    (own,) = desk.engine.rules.tree().in_order()
    desk.page.refresh()
    desk.settle()
    assert (8, 10, "No category") in desk.told("categories")
    QTest.keyClick(desk.page.lanes, Qt.Key.Key_Right)
    desk.page.bar.category_wanted.emit(own.id)
    desk.settle()
    assert (8, 10, own.name) in desk.told("categories")
    assert desk.told("corrected") == [(8, 10, "Corrected")]
    desk.page.toast.button.click()
    desk.settle()
    assert desk.told("corrected") == []


def test_the_dialog_renames_what_is_chosen(desk: Desk) -> None:
    QTest.keyClick(desk.page.lanes, Qt.Key.Key_Right)
    QTest.keyClick(desk.page.lanes, Qt.Key.Key_Return)
    dialog = desk.page.corrector.dialog
    assert dialog is not None
    dialog.title.setText("Budget")
    dialog.save_button.click()
    desk.settle()
    assert desk.rows()[0] == "Budget"
    assert "Budget" in desk.page.toast.text
    assert desk.page.corrector.dialog is None


def test_splitting_opens_the_part_from_the_caret_on(desk: Desk) -> None:
    QTest.keyClick(desk.page.lanes, Qt.Key.Key_S)
    assert desk.page.corrector.dialog is None  # nothing is chosen
    QTest.keyClick(desk.page.lanes, Qt.Key.Key_Right)
    for _ in range(6):
        QTest.keyClick(desk.page.lanes, Qt.Key.Key_Right, CONTROL)
    assert desk.page.bar.split.isEnabled()
    QTest.keyClick(desk.page.lanes, Qt.Key.Key_S)
    dialog = desk.page.corrector.dialog
    assert dialog is not None
    assert dialog.start.text().endswith("08:30")
    dialog.title.setText("Second half")
    dialog.save_button.click()
    desk.settle()
    assert desk.told("apps")[:2] == [(8, 8.5, "Writer"), (8.5, 10, "Writer")]
    assert desk.rows()[:2] == ["Quarterly plan", "Second half"]


def test_time_away_can_be_added_where_nothing_was_recorded(desk: Desk) -> None:
    desk.page.lanes.choose((MIDNIGHT + 12 * HOUR, MIDNIGHT + 13 * HOUR))
    desk.page.bar.add.click()
    dialog = desk.page.corrector.dialog
    assert dialog is not None
    dialog.title.setText("Lunch with Bo")
    dialog.save_button.click()
    desk.settle()
    assert "Lunch with Bo" in desk.rows()
    assert desk.page.toast.text.startswith("Time added")


def test_what_is_to_come_cannot_be_chosen_for_correction(desk: Desk) -> None:
    desk.page.lanes.choose((NOW - HOUR, NOW + HOUR))
    span = desk.page._span()
    assert span is not None
    assert span.end_ms == NOW


def test_a_refusal_is_said(desk: Desk) -> None:
    desk.page.lanes.choose((MIDNIGHT + 12 * HOUR, MIDNIGHT + 13 * HOUR))
    desk.page.bar.delete_wanted.emit()
    desk.settle()
    assert "Nothing is recorded" in desk.page.toast.text
