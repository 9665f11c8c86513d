"""The week under a real keyboard: everything the mouse can do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from helpers.dressed import dressed, speaking
from helpers.week_bench import ALT, CONTROL, DEEP, MAIL, MEETING, SHIFT, TUESDAY, Bench, opened
from helpers.week_scenes import MONDAY, at, scene
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.theme import LIGHT
from desktop_app.widgets.format import Wording
from desktop_app.widgets.week_grid import WeekGrid


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    with speaking("en_GB"):
        yield opened(qtbot, DEEP, MAIL, MEETING)


def test_arrows_move_the_cursor_and_choose_what_it_meets(bench: Bench) -> None:
    bench.grid.put_cursor((at(MONDAY, "09:45"), at(MONDAY, "10:15")))
    assert bench.grid.chosen == ""
    bench.key(Qt.Key.Key_Down)
    assert bench.grid.chosen == "deep"
    bench.key(Qt.Key.Key_Down)
    assert bench.grid.chosen == ""
    assert bench.grid.cursor_span == (at(MONDAY, "11:30"), at(MONDAY, "12:00"))
    bench.key(Qt.Key.Key_Right)
    assert bench.grid.cursor_span == (at(TUESDAY, "11:30"), at(TUESDAY, "12:00"))
    assert "Free: Tuesday" in bench.grid.accessibleDescription()
    bench.key(Qt.Key.Key_Down, SHIFT)
    bench.key(Qt.Key.Key_N)
    assert bench.without_choice() == [("new_wanted", at(TUESDAY, "11:30"), at(TUESDAY, "12:15"))]


@pytest.mark.parametrize(("now", "start"), [("08:10", "09:00"), ("16:25", "16:30"), ("23:50", "23:00")])
def test_a_new_block_begins_where_work_does_or_soon_never_in_what_is_over(bench: Bench, now: str, start: str) -> None:
    bench.grid.move_now(at(TUESDAY, now))
    bench.key(Qt.Key.Key_N)
    assert bench.without_choice() == [("new_wanted", at(TUESDAY, start), at(TUESDAY, start) + 3_600_000)]


def test_leaving_the_week_by_arrows_turns_the_page(bench: Bench) -> None:
    bench.grid.put_cursor((at(MONDAY, "09:00"), at(MONDAY, "09:30")))
    bench.key(Qt.Key.Key_Left)
    bench.key(Qt.Key.Key_PageDown)
    assert bench.without_choice() == [("turned", -1), ("turned", 1)]


def test_tab_goes_from_block_to_block_and_then_on(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
    grid, beside = WeekGrid(dressed(LIGHT), Wording("Europe/Berlin"), page), QPushButton("beside", page)
    column.addWidget(grid)
    column.addWidget(beside)
    grid.show_scene(scene(MAIL, DEEP))
    page.show()
    qtbot.waitExposed(page)
    grid.setFocus()
    bench, chosen = Bench(grid), []
    for _ in range(3):
        bench.key(Qt.Key.Key_Tab)
        chosen.append(grid.chosen)
    assert chosen == ["deep", "mail", ""]
    assert page.focusWidget() is beside
    bench.key(Qt.Key.Key_Backtab)
    assert grid.chosen == "mail"


def test_keys_move_and_draw_and_make_it_so_when_let_go(bench: Bench) -> None:
    bench.grid.choose("deep")
    bench.hold(Qt.Key.Key_Down, ALT)
    bench.hold(Qt.Key.Key_Right, ALT)
    assert bench.without_choice() == []
    QTest.keyRelease(bench.grid, Qt.Key.Key_Alt)
    bench.key(Qt.Key.Key_Down, SHIFT)
    bench.hold(Qt.Key.Key_Up, SHIFT | CONTROL)
    bench.key(Qt.Key.Key_Return)
    assert bench.without_choice() == [
        ("changed", "deep", at(TUESDAY, "10:05"), at(TUESDAY, "11:35")),
        ("changed", "deep", at(MONDAY, "10:00"), at(MONDAY, "11:35")),
        ("changed", "deep", at(MONDAY, "09:55"), at(MONDAY, "11:30")),
    ]


def test_what_keys_moved_is_made_so_by_itself_after_a_while(bench: Bench, qtbot: QtBot) -> None:
    bench.grid.choose("deep")
    with qtbot.waitSignal(bench.grid.changed, timeout=5_000):
        bench.hold(Qt.Key.Key_Down, ALT)


def test_escape_gives_up_what_keys_moved(bench: Bench) -> None:
    bench.grid.choose("deep")
    bench.hold(Qt.Key.Key_Down, ALT)
    bench.key(Qt.Key.Key_Escape)
    QTest.keyRelease(bench.grid, Qt.Key.Key_Alt)
    assert bench.without_choice() == []
    assert bench.grid.chosen == "deep"
    bench.key(Qt.Key.Key_Escape)
    assert bench.grid.chosen == ""


def test_enter_opens_and_delete_removes(bench: Bench) -> None:
    bench.grid.choose("mail")
    bench.key(Qt.Key.Key_Return)
    bench.key(Qt.Key.Key_Delete)
    assert bench.without_choice() == [("opened", "mail"), ("removed", "mail")]


def test_a_block_stays_chosen_in_the_next_scene_and_is_forgotten_with_it(bench: Bench) -> None:
    bench.grid.choose("mail")
    bench.grid.show_scene(scene(DEEP, MAIL))
    assert bench.grid.chosen == "mail"
    bench.grid.show_scene(scene(DEEP))
    assert bench.grid.chosen == ""
