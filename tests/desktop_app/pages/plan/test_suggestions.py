"""A suggested week on the Plan page: accepted, moved before, refused, and what has no place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from helpers.plan_room import NO_ROOM, at, block, plan_room, proposal, suggested
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.widgets.week_values import Guise
from engine.domain.blocks import About, BlockKind
from engine.domain.days import DayRule
from engine.domain.proposals import Basis

FIRST = proposal("one", 3, 9, 10.5, "Thesis")
SECOND = proposal("two", 4, 9, 10, "Read")


def test_proposals_are_ghosts_with_reasons_and_enter_accepts(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path, block(2, 14, 15, "Deep")) as room:
        room.planner.week = suggested(FIRST, SECOND, unplaced=(NO_ROOM,))
        room.press(Qt.Key.Key_S)
        assert room.planner.asked == [7]
        assert {one.title for one in room.page.grid.in_order() if one.guise is Guise.PROPOSED} == {"Thesis", "Read"}
        texts = " ".join(label.text() for label in room.page.panel.findChildren(QLabel) if label.isVisible())
        assert "At these hours 71 % of your quarter hours were focused" in texts
        assert "Read papers\u2069: 2 without a place" in texts
        assert "Nothing long enough is free" in texts
        room.page.grid.choose(room.key("Thesis"))
        assert "At these hours 71 %" in room.page.foot.line
        room.press(Qt.Key.Key_Return)
        assert room.planned() == [(2, 14.0, 15.0, "Deep"), (3, 9.0, 10.5, "Thesis")]
        assert [row.key for row in room.page.panel.rows] == ["two"]
        assert room.page.toast.button.isVisible()
        room.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert room.planned() == [(2, 14.0, 15.0, "Deep")]


def test_a_proposal_is_dragged_before_it_is_accepted(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path) as room:
        room.planner.week = suggested(FIRST)
        room.page.suggest()
        room.settle()
        room.drag(room.point(3, 9.5), room.point(4, 13.5))
        room.settle()
        assert room.planned() == []
        assert room.shown() == [(4, 13.0, 14.5, "Thesis")]
        room.page.panel.rows[0].accept_button.click()
        room.settle()
        assert room.planned() == [(4, 13.0, 14.5, "Thesis")]


def test_not_this_refuses_and_is_heeded(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path) as room:
        room.planner.week = suggested(FIRST, SECOND)
        room.page.suggest()
        room.settle()
        room.page.grid.choose(room.key("Thesis"))
        room.press(Qt.Key.Key_Delete)
        assert room.planner.refused == ["one"]
        assert room.said.startswith("Not this")
        assert not room.page.toast.button.isVisible()
        assert [one[3] for one in room.shown()] == ["Read"]
        room.page.suggest()
        room.settle()
        assert [row.key for row in room.page.panel.rows] == ["two"]
        assert room.planned() == []


def test_all_are_accepted_in_one_change(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path) as room:
        room.planner.week = suggested(FIRST, SECOND)
        room.page.suggest()
        room.settle()
        room.page.panel.all_button.click()
        room.settle()
        assert [one[3] for one in room.planned()] == ["Thesis", "Read"]
        assert "2 blocks planned" in room.said
        room.page.changer.undo()
        room.settle()
        assert room.planned() == []


def test_what_was_accepted_and_taken_back_is_offered_again(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path) as room:
        room.planner.week = suggested(FIRST, SECOND)
        room.page.suggest()
        room.settle()
        room.page.panel.all_button.click()
        room.settle()
        assert room.page.panel.rows == []
        control = Qt.KeyboardModifier.ControlModifier
        room.press(Qt.Key.Key_Z, control)
        assert [row.key for row in room.page.panel.rows] == ["one", "two"]
        room.press(Qt.Key.Key_Y, control)
        assert room.page.panel.rows == []
        assert [one[3] for one in room.shown()] == ["Thesis", "Read"]
        room.press(Qt.Key.Key_Z, control)
        room.page.panel.all_button.click()
        room.settle()
        assert [one[3] for one in room.planned()] == ["Thesis", "Read"]


def test_a_week_that_was_turned_to_begins_where_its_first_proposal_is(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path) as room:
        grid = room.page.grid
        bar = grid.verticalScrollBar()
        room.page.resize(1_100, 500)
        bar.setValue(bar.maximum())
        room.planner.week = suggested(proposal("later", 8, 7, 8, "Early"))
        room.page.suggest()
        room.settle()
        assert (
            grid.head_height() <= grid.place_of(at(8, 7)).y() < grid.place_of(at(8, 8)).y() <= grid.viewport().height()
        )


def test_pointing_at_a_proposal_shows_it_though_it_is_next_week(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path) as room:
        room.planner.week = suggested(proposal("far", 8, 9, 10, "Far"))
        room.page.suggest()
        room.settle()
        room.page.toolbar.earlier.click()
        room.settle()
        assert room.shown() == []
        room.page.panel.pointed.emit("far")
        room.settle()
        assert [one[3] for one in room.shown()] == ["Far"]
        assert room.page.grid.axis.column(at(8, 9)) >= 0


def test_trouble_is_said_and_closing_forgets(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path) as room:
        room.planner.trouble = "Nothing works today."
        room.page.suggest()
        assert room.page.panel.waiting.isVisible()
        room.settle()
        assert "Nothing works today." in room.said
        assert not room.page.panel.isVisible()
        room.planner.trouble, room.planner.week = "", suggested(FIRST)
        room.page.suggest()
        room.settle()
        room.page.panel.close_button.click()
        assert room.shown() == []
        assert not room.page.panel.isVisible()


def test_the_keys_go_to_the_week_not_to_the_next_button(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path, block(2, 14, 15, "Deep")) as room:
        room.planner.week = suggested(FIRST, SECOND)
        room.page.toolbar.suggest.setFocus()
        room.page.toolbar.suggest.click()
        assert room.page.grid.hasFocus()
        room.settle()
        room.page.panel.all_button.setFocus()
        room.page.panel.all_button.click()
        room.settle()
        assert room.page.grid.hasFocus()


def test_what_needs_no_focus_tells_what_it_takes(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path) as room:
        run = replace(FIRST, about=About(BlockKind.PERSONAL, "Run"), focused_minutes=17.0)
        words = room.page.words
        assert words.expected(FIRST) == "about 40 minutes of focus, as you keep to plans"
        assert words.expected(run) == "takes about 17 minutes you would focus in"
        assert words.expected(replace(FIRST, basis=Basis.EVEN)) == ""


def test_a_week_suggested_for_other_days_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path) as room:
        room.planner.week = suggested(proposal("later", 8, 9, 10, "Next week"))
        room.page.suggest()
        room.settle()
        assert room.shown() == [(8, 9.0, 10.0, "Next week")]
        room.page.toolbar.earlier.click()
        room.settle()
        assert room.shown() == []  # who turns back stays there


def test_in_another_zone_days_are_cut_and_told_as_there(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path, block(2, 1, 2, "Call")) as room:
        said = room.page.grid.in_order()[0].said
        assert "Wed 17 Jun, 01:00" in said
        cast("Any", room.engine.history).rule = lambda: DayRule("Asia/Tokyo")
        room.page.refresh()
        room.settle()
        assert room.page.zone == "Asia/Tokyo"
        assert "Wed 17 Jun, 10:00" in room.page.grid.in_order()[0].said
        assert room.page.grid.scene.days[0].start_ms == at(0, 0) - 9 * 3_600_000
