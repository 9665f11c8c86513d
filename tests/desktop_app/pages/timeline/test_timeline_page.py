"""The page over a real database: shown, moved, searched, corrected and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from helpers.dressed import dressed, speaking
from helpers.sample_summary import StandingClock
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.background import Background
from desktop_app.choices import Choices
from desktop_app.pages.timeline import TimelinePage
from desktop_app.pages.timeline.period import Period
from desktop_app.theme import LIGHT
from desktop_app.widgets.ribbon_values import Kind
from engine.api import Engine
from engine.bootstrap import build_engine
from engine.domain.activity import Activity, Observed
from engine.domain.presence import Presence
from engine.paths import ProfilePaths
from engine.settings import Settings
from engine.storage.activities import ActivityStore
from engine.storage.database import Database

HOUR = 3_600_000
DAY = 24 * HOUR
MIDNIGHT = 1_782_000_000_000 // DAY * DAY  # a day in June 2026, in UTC as every test's zone
NOW = MIDNIGHT + 17 * HOUR
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def activity(start: float, end: float, app: str, title: str = "", presence: Presence = Presence.ACTIVE) -> Activity:
    what = Observed(presence, app, title)
    return Activity(MIDNIGHT + round(start * HOUR), MIDNIGHT + round(end * HOUR), what, "UTC")


RECORDED = (
    activity(-22, -20, "evince", "Lichens.pdf"),
    activity(8, 10, "writer", "Quarterly plan"),
    activity(10, 10.5, "", "", Presence.IDLE),
    activity(10.5, 12, "firefox", "Glaciers"),
    activity(13, 16, "writer", "Letter to the council"),
)


@dataclass
class Desk:
    """A page and what lies below it."""

    page: TimelinePage
    engine: Engine
    background: Background
    qtbot: QtBot

    def settle(self) -> None:
        """Wait until nothing is asked nor about to be asked."""
        reader = self.page._reader
        self.qtbot.waitUntil(
            lambda: (
                not reader._timer.isActive()
                and not self.page._settled.isActive()
                and not self.page.search._timer.isActive()
                and self.background.waiting == 0
            ),
            timeout=10_000,
        )

    def hours(self) -> tuple[float, float]:
        """Return what is shown, in hours after the day's midnight."""
        view = self.page.lanes.view
        return (view.start_ms - MIDNIGHT) / HOUR, (view.end_ms - MIDNIGHT) / HOUR

    def told(self, key: str) -> list[tuple[float, float, str]]:
        """Return a lane's stretches of the day."""
        lane = next((lane for lane in self.page.lanes.lanes if lane.key == key), None)
        held = lane.within(MIDNIGHT, MIDNIGHT + DAY) if lane is not None else ()
        return [((one.start_ms - MIDNIGHT) / HOUR, (one.end_ms - MIDNIGHT) / HOUR, one.name) for one in held]

    def rows(self) -> list[str]:
        """Return the titles in the table."""
        model = self.page.table.item_model
        return [str(model.data(model.index(row, 4))) for row in range(model.rowCount())]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    paths = ProfilePaths(tmp_path / "profile").ensure()
    engine, background = build_engine(paths), Background()
    store = Database.open(paths.database)
    ActivityStore(store).insert_many(RECORDED)
    store.close()
    choices = Choices(Settings())
    page = TimelinePage(dressed(LIGHT), choices, clock=StandingClock(NOW))
    page.resize(1_000, 700)
    with speaking("en_GB"):
        page.show()
        choices.attach(engine, background)
        made = Desk(page, engine, background, qtbot)
        made.settle()
        yield made
        made.settle()
        page.hide()
        page.deleteLater()
        qtbot.wait(1)
    background.close()
    engine.close()


Act = Callable[[Desk], object]


def test_it_opens_on_today_s_used_hours(desk: Desk) -> None:
    assert desk.hours() == (8, 17)
    assert desk.told("apps") == [(8, 10, "Writer"), (10, 10.5, "Idle"), (10.5, 12, "Firefox"), (13, 16, "Writer")]
    assert desk.rows() == ["Quarterly plan", "", "Glaciers", "Letter to the council"]
    assert desk.page.lanes._now_ms == NOW


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


def test_lanes_and_table_choose_for_each_other(desk: Desk) -> None:
    QTest.keyClick(desk.page.lanes, Qt.Key.Key_Right)
    assert desk.page.table.currentIndex().row() == 0
    desk.page.table.setCurrentIndex(desk.page.table.item_model.index(2, 0))
    assert desk.page.lanes.span == (MIDNIGHT + round(10.5 * HOUR), MIDNIGHT + 12 * HOUR)


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
