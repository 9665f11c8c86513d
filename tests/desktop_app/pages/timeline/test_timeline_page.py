"""The page over a real database: shown, moved, searched."""

from __future__ import annotations

import pytest
from helpers.fails_once import FailsOnce
from helpers.timeline_desk import DAY, HOUR, MIDNIGHT, NOW, RECORDED, Desk, activity
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop_app.pages.timeline.period import Period
from desktop_app.widgets.ribbon_values import Kind
from engine.storage.activities import ActivityStore
from engine.storage.database import Database

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_it_opens_on_today_s_used_hours(desk: Desk) -> None:
    assert desk.hours() == (8, 17)
    assert desk.told("apps") == [(8, 10, "Writer"), (10, 10.5, "Idle"), (10.5, 12, "Firefox"), (13, 16, "Writer")]
    assert desk.rows() == ["Quarterly plan", "", "Glaciers", "Letter to the council"]
    assert desk.page.lanes._now_ms == NOW


def test_a_failed_read_stays_in_sight_until_it_was_tried_again(desk: Desk) -> None:
    page = desk.page
    page._reader._source = FailsOnce(page._reader._source)  # type: ignore[assignment]
    page.refresh()
    desk.settle()
    assert "Something holds it." in page.error.text()
    page.error.button.click()
    desk.settle()
    assert not page.error.isVisible()
    assert len(desk.rows()) == 4


def test_pages_turn_and_today_leads_back(desk: Desk) -> None:
    QTest.keyClick(desk.page.lanes, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    assert desk.rows() == ["Lichens.pdf"]
    assert desk.hours() == (-22, -14)
    QTest.keyClick(desk.page.lanes, Qt.Key.Key_T)
    desk.settle()
    assert desk.hours() == (8, 17)


@pytest.mark.parametrize(("period", "days"), [(Period.WEEK, 7), (Period.MONTH, 30)])
def test_a_week_and_a_month_are_whole(desk: Desk, period: Period, days: int) -> None:
    desk.page.toolbar.periods[period].click()
    desk.settle()
    assert desk.page.lanes.view.span_ms == days * DAY
    assert len(desk.rows()) == len(RECORDED)
    assert desk.page.toolbar.periods[period].isChecked()
    desk.page.toolbar.nearer.click()
    assert not desk.page.toolbar.periods[period].isChecked()


def test_moving_far_reads_what_is_there(desk: Desk) -> None:
    for _ in range(4):
        desk.page.lanes.pan(-1)
    desk.settle()
    assert "Lichens.pdf" in desk.rows()


def test_where_nothing_was_recorded_a_word_stands_in_the_table_s_place(desk: Desk) -> None:
    desk.page.navigator.show_moment(MIDNIGHT - 400 * DAY, MIDNIGHT - 399 * DAY)
    desk.settle()
    assert desk.page.listed.empty.isVisible()
    assert not desk.page.table.isVisible()
    desk.page.navigator.show_today()
    desk.settle()
    assert desk.page.table.isVisible()


def test_lanes_and_table_choose_for_each_other(desk: Desk) -> None:
    QTest.keyClick(desk.page.lanes, Qt.Key.Key_Right)
    assert desk.page.table.currentIndex().row() == 0
    desk.page.table.setCurrentIndex(desk.page.table.item_model.index(2, 0))
    assert desk.page.lanes.span == (MIDNIGHT + round(10.5 * HOUR), MIDNIGHT + 12 * HOUR)


def test_search_leads_to_the_moment(desk: Desk) -> None:
    QTest.keyClick(desk.page.lanes, Qt.Key.Key_Slash)
    search = desk.page.search
    desk.qtbot.waitUntil(search.hasFocus)
    QTest.keyClicks(search, "lichens")
    desk.settle()
    assert search.results.isVisible()
    assert "Evince" in search.results.item(0).text()
    QTest.keyClick(search, Qt.Key.Key_Return)
    desk.settle()
    assert not search.results.isVisible()
    assert desk.page.lanes.span == (MIDNIGHT - 22 * HOUR, MIDNIGHT - 20 * HOUR)
    assert desk.hours() == (-23, -19)
    assert desk.rows() == ["Lichens.pdf"]


def test_search_says_when_it_finds_nothing_and_leaves_with_escape(desk: Desk) -> None:
    search = desk.page.search
    search.setFocus()
    QTest.keyClicks(search, "nowhere")
    desk.settle()
    assert search.results.item(0).text() == "Nothing found"
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert desk.page.lanes.span is None
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert (search.text(), search.results.isVisible()) == ("", False)


def test_letters_typed_into_the_search_are_letters(desk: Desk) -> None:
    search: QLineEdit = desk.page.search
    search.setFocus()
    QTest.keyClicks(search, "t/st")
    assert search.text() == "t/st"
    assert desk.hours() == (8, 17)


def test_what_was_recorded_meanwhile_is_read(desk: Desk) -> None:
    store = Database.open(desk.engine.paths.database)
    ActivityStore(store).insert_many([activity(16, 16.9, "gimp", "Poster")])
    store.close()
    desk.page.history_grew()
    desk.settle()
    assert desk.rows()[-1] == "Poster"
    kinds = {one.kind for one in desk.page.lanes.lanes[0].segments}
    assert kinds == {Kind.APP, Kind.IDLE}


@pytest.mark.parametrize("width", [620, 1_000, 1_600])
def test_every_button_is_as_wide_as_its_letters(desk: Desk, width: int) -> None:
    desk.page.resize(width, 640)
    desk.qtbot.wait(1)
    bar, toolbar = desk.page.bar, desk.page.toolbar
    for button in (bar.category, bar.edit, bar.split, bar.delete, bar.add, toolbar.today, *toolbar.periods.values()):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width()
