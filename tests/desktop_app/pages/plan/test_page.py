"""What people do on the Plan page, over a real database."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from helpers.fails_once import FailsOnce
from helpers.plan_room import ALT, DAY, HOUR, MONDAY, NOW, SHIFT, at, block, of_calendar, plan_room, span
from helpers.sample_summary import StandingClock
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.dialogs.edit_block import EditBlock
from desktop_app.pages.timeline.period import Period
from desktop_app.widgets.week_values import Guise
from engine.domain.adherence import Outcome
from engine.domain.blocks import BlockKind, Scope
from engine.settings import Weekday

CONTROL = Qt.KeyboardModifier.ControlModifier
DEEP = block(2, 14, 15.5, "Deep")
DAILY = block(0, 9.5, 9.75, "Stand-up", BlockKind.MEETING, "FREQ=DAILY;COUNT=5")


def test_an_empty_plan_begins_with_now_in_sight_below_what_it_says(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path, clock=StandingClock(at(2, 22.5))) as room:
        page, grid = room.page, room.page.grid
        page.hint.hide()
        page._hinted = False  # as it opens
        page.resize(900, 560)
        page._draw()
        now = grid.frame_now().y(22.5 * HOUR) - grid.verticalScrollBar().value()
        assert page.hint.isVisible()
        assert 0 < now < grid.viewport().height() - grid.head_height() - 8


def test_an_empty_plan_says_how_to_begin_and_a_drag_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path) as room:
        assert room.page.hint.isVisible()
        room.drag(room.point(3, 10), room.point(3, 11.5))
        field = room.page.grid.name_field
        QTest.keyClicks(field, "Write")
        QTest.keyClick(field, Qt.Key.Key_Return)
        room.settle()
        assert room.planned() == room.shown() == [(3, 10.0, 11.5, "Write")]
        assert not room.page.hint.isVisible()
        assert "Write" in room.said
        assert room.page.toast.button.text() == "Undo"
        room.page.toast.button.click()
        room.settle()
        assert room.planned() == room.shown() == []
        assert room.said == "Taken back: \u2068“Write”\u2069 added"
        room.press(Qt.Key.Key_Z, CONTROL | SHIFT)
        assert room.planned() == [(3, 10.0, 11.5, "Write")]


def test_a_failed_read_stays_in_sight_until_it_was_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path, DEEP) as room:
        page = room.page
        page.reader._source = FailsOnce(page.reader._source)  # type: ignore[assignment]
        page.navigator.turn(1)
        room.settle()
        assert "Something holds it." in page.error.text()
        assert page.error.isVisible()
        page.error.button.click()
        room.settle()
        assert not page.error.isVisible()
        assert page.planned is not None
        assert page.planned.days[0].day == page.navigator.first


def test_the_week_stays_where_it_is_when_its_first_block_is_planned(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path) as room:
        before = room.page.toolbar.sizeHint().height()
        assert not room.page.toolbar.titles()[1]
        title, button = room.page.toolbar._title, room.page.toolbar.today
        room.settle()
        assert abs(title.mapToGlobal(title.rect().center()).y() - button.mapToGlobal(button.rect().center()).y()) <= 1
        room.page.toolbar.show_titles("June 2026", "1 h 40 min planned")
        assert room.page.toolbar.sizeHint().height() == before


def test_a_block_is_moved_to_another_day_and_back_with_undo(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path, DEEP) as room:
        room.drag(room.point(2, 14.5), room.point(4, 10.5))
        room.settle()
        assert room.planned() == [(4, 10.0, 11.5, "Deep")]
        room.press(Qt.Key.Key_Z, CONTROL)
        assert room.planned() == room.shown() == [(2, 14.0, 15.5, "Deep")]


def test_keys_move_draw_open_and_remove(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path, DEEP) as room:
        room.press(Qt.Key.Key_Tab)
        assert room.page.grid.chosen == room.key("Deep")
        room.press(Qt.Key.Key_Right, ALT)
        room.press(Qt.Key.Key_Down, SHIFT)
        assert room.planned() == [(3, 14.0, 15.5 + 5 / 60, "Deep")]
        room.press(Qt.Key.Key_Return)
        dialog = room.page.actions_of.dialog
        assert isinstance(dialog, EditBlock)
        assert dialog.form.about.title.text() == "Deep"
        dialog.reject()
        room.press(Qt.Key.Key_Delete)
        assert room.planned() == []


def test_a_block_made_by_keys_is_the_one_that_keys_remove(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path) as room:
        room.page.actions_of.new_at_cursor()
        dialog = room.page.actions_of.dialog
        assert isinstance(dialog, EditBlock)
        dialog.form.about.title.setText("New")
        QTest.keyClick(dialog.form.about.title, Qt.Key.Key_Return)
        room.settle()
        assert room.page.grid.chosen == room.key("New")
        room.press(Qt.Key.Key_Delete)
        assert room.planned() == []


def test_of_a_repeated_block_it_is_asked_which_times_are_meant(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path, DAILY) as room:
        changer = room.page.changer
        monday = room.page.grid.in_order()[1]
        room.page.grid.changed.emit(monday.key, at(1, 11), at(1, 11.25))
        assert changer.question is not None
        changer.question.buttons[Scope.ONE].click()
        room.settle()
        assert [one[:2] for one in room.planned()] == [(0, 9.5), (1, 11.0), (2, 9.5), (3, 9.5), (4, 9.5)]
        room.page.grid.removed.emit(room.page.grid.in_order()[3].key)
        assert changer.question is not None
        changer.question.buttons[Scope.FOLLOWING].click()
        room.settle()
        assert [one[0] for one in room.planned()] == [0, 1, 2]
        room.page.grid.removed.emit(room.page.grid.in_order()[0].key)
        assert changer.question is not None
        changer.question.reject()
        room.settle()
        assert len(room.planned()) == 3


def test_conflicts_are_said_and_what_is_protected_stays_free(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path, DEEP, block(2, 15, 16, "Mail")) as room:
        troubles = {one.title: one.trouble for one in room.page.grid.in_order()}
        assert troubles == {"Deep": "Overlaps \u2068Mail\u2069", "Mail": "Overlaps \u2068Deep\u2069"}
        room.page.grid.removed.emit(room.key("Mail"))
        room.settle()
        occurrence = room.page.actions_of.occurrence(room.key("Deep"))
        assert occurrence is not None
        room.page.changer.protect(occurrence)
        room.settle()
        room.drag(room.point(2, 15), room.point(2, 17))
        room.settle()
        assert room.planned() == [(2, 16.0, 17.5, "Deep")]
        room.page.grid.created.emit(at(2, 16), at(2, 17), "Over it")
        room.settle()
        assert room.planned() == [(2, 16.0, 17.5, "Deep")]
        assert room.said.startswith("⚠ That cannot be done")


def test_what_a_calendar_says_is_shown_and_left_alone(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path, of_calendar(2, 9, 10, "Board")) as room:
        [shown] = room.page.grid.in_order()
        assert shown.guise is Guise.FOREIGN
        assert "From a calendar" in shown.said
        room.page.grid.choose(shown.key)
        room.press(Qt.Key.Key_Delete)
        assert "change it there" in room.said
        texts = [action.text() for action in room.page.actions_of.menu_for(shown.key).actions()]
        assert "Remove" not in texts
        room.press(Qt.Key.Key_Return)
        dialog = room.page.actions_of.dialog
        assert isinstance(dialog, EditBlock)
        assert not dialog.save_button.isVisible()
        assert dialog.note.isVisible()
        dialog.reject()
        assert room.planned() == [(2, 9.0, 10.0, "Board")]


def test_how_blocks_were_kept_stands_in_them_and_in_the_header(qtbot: QtBot, tmp_path: Path) -> None:
    past = block(0, 9, 11, "Report"), block(1, 9, 10, "Missed"), DEEP
    with plan_room(qtbot, tmp_path, *past, recorded=True) as room:
        room.planner.outcomes = {"Report": (Outcome.KEPT, 90), "Missed": (Outcome.UNRECORDED, 0)}
        room.page.refresh()
        room.settle()
        bars = {one.title: one.bar for one in room.page.grid.in_order()}
        assert bars["Report"] is not None
        assert (bars["Report"].share, bars["Report"].words) == (0.75, "Kept: 1 h 30 min of 2 h 00 min")
        assert bars["Missed"] is not None
        assert bars["Missed"].share is None
        assert bars["Deep"] is None
        assert room.page.toolbar.titles() == ("June 2026 · week 25", "4 h 30 min planned · 33 % of 4 h 30 min kept")
        actual = room.page.grid.scene.actual
        assert [(one.start_ms, one.end_ms) for one in actual] == [(at(0, 9), at(0, 11))]


def test_pages_are_turned_and_today_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path, DEEP, block(8, 9, 10, "Next week")) as room:
        room.page.toolbar.later.click()
        room.settle()
        assert [one[3] for one in room.shown()] == ["Next week"]
        assert room.page.toolbar.titles()[0] == "June 2026 · week 26"
        room.press(Qt.Key.Key_T)
        assert [one[3] for one in room.shown()] == ["Deep"]
        room.page.toolbar.periods[Period.DAY].click()
        room.settle()
        assert room.page.toolbar.titles()[0] == "Wednesday, 17 June 2026 · week 25"
        assert len(room.page.grid.scene.days) == 1
        room.press(Qt.Key.Key_PageDown)
        assert room.shown() == []
        room.press(Qt.Key.Key_W)
        assert [one[3] for one in room.shown()] == ["Deep"]


def test_what_another_program_plans_is_seen(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path) as room:
        room.engine.plan.add(DEEP)
        room.page.reader._peek.setInterval(10)
        room.adviser.database_changed()
        qtbot.waitUntil(lambda: [one[3] for one in room.shown()] == ["Deep"], timeout=10_000)


def test_the_table_is_the_grids_twin(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path, DEEP, block(0, 9, 10, "Mail")) as room:
        foot = room.page.foot
        foot.button.click()
        model = foot.table.item_model
        rows = [[str(model.data(model.index(row, column))) for column in range(5)] for row in range(model.rowCount())]
        assert rows == [
            ["Mon 15 Jun", "09:00 – 10:00", "1 h 00 min", "Mail", "Planned"],
            ["Wed 17 Jun", "14:00 – 15:30", "1 h 30 min", "Deep", "Planned"],
        ]
        foot.table.setCurrentIndex(model.index(1, 3))
        assert room.page.grid.chosen == room.key("Deep")
        assert "Deep" in foot.line
        QTest.keyClick(foot.table, Qt.Key.Key_Delete)
        room.settle()
        assert [one[3] for one in room.planned()] == ["Mail"]


def test_a_session_is_wanted_for_a_block(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path, DEEP) as room:
        wanted: list[object] = []
        room.page.session_wanted.connect(wanted.append)
        menu = room.page.actions_of.menu_for(room.key("Deep"))
        next(one for one in menu.actions() if one.text() == "Start a focus session").trigger()
        assert [one.interval for one in wanted] == [span(2, 14, 15.5)]  # type: ignore[attr-defined]
        assert MONDAY < NOW < MONDAY + 7 * DAY


def test_weeks_start_as_they_are_set(qtbot: QtBot, tmp_path: Path) -> None:
    with plan_room(qtbot, tmp_path, DEEP) as room:
        settings = room.page.choices.settings
        room.page.choices.change(
            lambda now: replace(now, tracking=replace(settings.tracking, week_start=Weekday.SUNDAY))
        )
        room.settle()
        room.settle()
        assert [day.day.weekday() for day in room.page.grid.scene.days] == [6, 0, 1, 2, 3, 4, 5]
        assert room.page.toolbar.titles()[0] == "June 2026 · week 25"
