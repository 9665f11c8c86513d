"""The week under a real mouse, and what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from helpers.dressed import dressed, speaking
from helpers.week_bench import ALT, DEEP, LEFT, MAIL, MEETING, NONE, TUESDAY, WEDNESDAY, Bench, opened
from helpers.week_scenes import MONDAY, at, week
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.theme import LIGHT
from desktop_app.widgets.format import Wording
from desktop_app.widgets.week_grid import WeekGrid
from desktop_app.widgets.week_values import WeekScene


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    with speaking("en_GB"):
        yield opened(qtbot, DEEP, MAIL, MEETING)


def test_time_is_drawn_and_named_where_it_is(bench: Bench) -> None:
    bench.drag(bench.point(at(TUESDAY, "09:00")), bench.point(at(TUESDAY, "10:31")))
    field = bench.grid.name_field
    assert field.isVisible()
    assert bench.without_choice() == []
    QTest.keyClicks(field, "Write")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert bench.without_choice() == [("created", at(TUESDAY, "09:00"), at(TUESDAY, "10:30"), "Write")]
    assert bench.grid.drag is None
    assert not field.isVisible()


def test_escape_gives_up_a_drag_and_a_name(bench: Bench) -> None:
    bench.drag(bench.point(at(TUESDAY, "09:00")), bench.point(at(TUESDAY, "10:30")), let_go=False)
    assert bench.grid.drag is not None
    bench.key(Qt.Key.Key_Escape)
    assert bench.grid.drag is None
    QTest.mouseRelease(bench.grid.viewport(), LEFT, NONE, bench.point(at(TUESDAY, "11:00")))
    bench.drag(bench.point(at(TUESDAY, "09:00")), bench.point(at(TUESDAY, "10:30")))
    QTest.keyClick(bench.grid.name_field, Qt.Key.Key_Escape)
    assert bench.without_choice() == []
    assert bench.grid.drag is None


def test_a_click_elsewhere_keeps_what_was_drawn(bench: Bench) -> None:
    bench.drag(bench.point(at(TUESDAY, "09:00")), bench.point(at(TUESDAY, "10:30")))
    QTest.mouseClick(bench.grid.viewport(), LEFT, NONE, bench.point(at(WEDNESDAY, "16:00")))
    assert bench.without_choice() == [("created", at(TUESDAY, "09:00"), at(TUESDAY, "10:30"), "")]


def test_a_block_is_dragged_to_another_day(bench: Bench) -> None:
    bench.drag(bench.point(at(MONDAY, "10:45")), bench.point(at(TUESDAY, "10:00")), bench.point(at(WEDNESDAY, "13:46")))
    assert bench.without_choice() == [("changed", "deep", at(WEDNESDAY, "13:00"), at(WEDNESDAY, "14:30"))]


def test_either_end_is_drawn(bench: Bench) -> None:
    end = bench.point(at(MONDAY, "11:30")) - QPoint(0, 3)
    bench.drag(end, bench.point(at(MONDAY, "12:15")))
    start = bench.point(at(MONDAY, "10:00")) + QPoint(0, 3)
    bench.drag(start, bench.point(at(MONDAY, "09:31")))
    assert bench.without_choice() == [
        ("changed", "deep", at(MONDAY, "10:00"), at(MONDAY, "12:15")),
        ("changed", "deep", at(MONDAY, "09:30"), at(MONDAY, "11:30")),
    ]


def test_what_a_calendar_says_is_not_moved(bench: Bench) -> None:
    bench.drag(bench.point(at(WEDNESDAY, "10:30")), bench.point(at(WEDNESDAY, "14:00")))
    bench.key(Qt.Key.Key_Down, ALT)
    assert bench.without_choice() == []
    assert bench.grid.chosen == "meeting"
    assert bench.grid.accessibleDescription() == MEETING.said


def test_what_would_overlap_is_said_while_it_is_dragged(bench: Bench) -> None:
    bench.drag(bench.point(at(MONDAY, "10:45")), bench.point(at(WEDNESDAY, "10:45")), let_go=False)
    drag = bench.grid.drag
    assert drag is not None
    assert "meeting" in bench.grid.lifted(drag).trouble
    bench.key(Qt.Key.Key_Escape)


def test_near_the_edge_the_hours_scroll_and_the_drag_goes_on(bench: Bench, qtbot: QtBot) -> None:
    bar = bench.grid.verticalScrollBar()
    before = bar.value()
    low = QPoint(bench.point(at(TUESDAY, "09:00")).x(), bench.grid.viewport().height() - 4)
    bench.drag(bench.point(at(TUESDAY, "15:00")), low, let_go=False)
    qtbot.waitUntil(lambda: bar.value() > before + 60)
    drag = bench.grid.drag
    assert drag is not None
    reached = drag.now[1]
    qtbot.waitUntil(lambda: bench.grid.drag is not None and bench.grid.drag.now[1] > reached)
    bench.key(Qt.Key.Key_Escape)
    assert not bench.grid._scroller.isActive()


def test_a_double_click_opens_a_block_or_a_form(bench: Bench) -> None:
    QTest.mouseDClick(bench.grid.viewport(), LEFT, NONE, bench.point(at(MONDAY, "10:45")))
    QTest.mouseDClick(bench.grid.viewport(), LEFT, NONE, bench.point(at(TUESDAY, "16:00")))
    assert bench.without_choice() == [
        ("opened", "deep"),
        ("new_wanted", at(TUESDAY, "16:00"), at(TUESDAY, "17:00")),
    ]


def test_zooming_keeps_the_hour_under_the_pointer(bench: Bench) -> None:
    before = bench.point(at(MONDAY, "12:00"))
    bench.grid.zoom(1.5, before.y())
    assert abs(bench.point(at(MONDAY, "12:00")).y() - before.y()) <= 1
    assert bench.grid.frame_now().hour == pytest.approx(69)


def test_nothing_that_stands_still_is_painted_again_while_something_is_dragged(bench: Bench) -> None:
    bench.drag(bench.point(at(MONDAY, "10:45")), bench.point(at(TUESDAY, "10:00")), let_go=False)
    bench.grid.grab()
    kept = bench.grid._picture
    QTest.mouseMove(bench.grid.viewport(), bench.point(at(WEDNESDAY, "13:46")))
    bench.grid.grab()
    assert kept is not None
    assert bench.grid._picture is kept
    bench.key(Qt.Key.Key_Escape)


def test_before_anything_was_read_mouse_and_keys_do_nothing(qtbot: QtBot) -> None:
    grid = WeekGrid(dressed(LIGHT), Wording("Europe/Berlin"))
    qtbot.addWidget(grid)
    grid.resize(900, 700)
    grid.show()
    qtbot.waitExposed(grid)
    bench = Bench(grid)
    bench.drag(QPoint(300, 300), QPoint(300, 400))
    QTest.mouseDClick(grid.viewport(), LEFT, NONE, QPoint(300, 300))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Delete, Qt.Key.Key_Home):
        bench.key(key)
    assert bench.told == []


def test_an_hour_that_a_day_leaves_out_says_so(qtbot: QtBot) -> None:
    first = date(2026, 3, 23)  # its Sunday has 23 hours
    grid = WeekGrid(dressed(LIGHT), Wording("Europe/Berlin"))
    qtbot.addWidget(grid)
    grid.resize(900, 700)
    grid.show_scene(WeekScene(week(first)))
    grid.show()
    qtbot.waitExposed(grid)
    grid.verticalScrollBar().setValue(0)
    sunday = grid.place_of(at(date(2026, 3, 29), "03:00")) - QPoint(0, 20)
    saturday = grid.place_of(at(date(2026, 3, 28), "02:30"))
    assert "no such hour" in grid._gap_words(QPointF(sunday))
    assert grid._gap_words(QPointF(saturday)) == ""
