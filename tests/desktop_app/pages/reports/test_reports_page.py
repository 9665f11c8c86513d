"""The Reports page on a history in memory: what it shows, and that every number leads to its activities."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from helpers.counted_history import AllKept, CountedHistory, labelled
from helpers.dressed import speaking
from helpers.report_history import DAY, HOUR, MINUTE, choices_over, give_engine, weeks
from helpers.report_page import MONDAY_MS, lines, listed, opened
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.choices import Choices
from desktop_app.pages.reports.day_range import RangeKind
from engine.domain.app_names import AppNames
from engine.domain.days import DayRule
from engine.domain.errors import StorageBusy
from engine.domain.intervals import Interval
from engine.domain.report import By
from engine.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def british(qapp: QApplication) -> Iterator[None]:
    with speaking("en_GB"):
        yield


def test_the_week_that_holds_today_comes_first(qtbot: QtBot) -> None:
    page = opened(qtbot)
    assert page.days is not None
    assert page.days.kind is RangeKind.WEEK
    assert (page.days.start.weekday(), page.days.length) == (0, 7)
    assert page.body.figures.active.value.text() == "3 h 00 min"
    assert page.body.figures.active.trend.trend is not None
    assert page.body.figures.active.trend.trend.text == "+200 %"
    assert page.body.figures.deep.value.text() == "2 h 00 min"


def test_totals_by_category_app_project_and_tag_add_up(qtbot: QtBot) -> None:
    page = opened(qtbot)
    totals = page.body.totals
    assert lines(totals.table) == [
        ["Work › 编码", "2 h 00 min", "67 %", "1 h 00 min", "▲ +100 %"],
        ["Talk", "30 min", "17 %", "–", "new"],
        ["Games", "20 min", "11 %", "–", "new"],
        ["No category", "10 min", "6 %", "–", "new"],
    ]
    totals.buttons[By.APP].click()
    assert [row[:2] for row in lines(totals.table)] == [
        ["Editor", "2 h 00 min"], ["Chat", "30 min"], ["Game", "20 min"], ["Private or excluded", "10 min"],
    ]  # fmt: skip
    totals.buttons[By.PROJECT].click()
    assert [row[:2] for row in lines(totals.table)] == [["Kairos", "2 h 00 min"], ["No project", "1 h 00 min"]]
    totals.buttons[By.TAG].click()
    assert [row[:2] for row in lines(totals.table)] == [["deep", "2 h 00 min"], ["No tag", "1 h 00 min"]]


def test_tables_sort_by_what_their_words_stand_for(qtbot: QtBot) -> None:
    page = opened(qtbot)
    table = page.body.totals.table
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [row[1] for row in lines(table)] == ["10 min", "20 min", "30 min", "2 h 00 min"]
    page.refresh()
    assert [row[1] for row in lines(table)] == ["10 min", "20 min", "30 min", "2 h 00 min"], "the order is kept"


def test_without_comparing_nothing_of_the_period_before_is_shown(qtbot: QtBot) -> None:
    page = opened(qtbot)
    page.bar.compare.click()
    assert page.body.figures.active.trend.trend is None
    assert page.body.totals.table.isColumnHidden(4)
    page.bar.compare.click()
    assert not page.body.totals.table.isColumnHidden(4)


def test_a_row_leads_to_its_activities_and_on_to_the_timeline(qtbot: QtBot) -> None:
    page = opened(qtbot)
    table = page.body.totals.table
    table.setCurrentIndex(table.item_model.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert [row[1:] for row in listed(page)] == [["2 h 00 min", "Editor", "<b>engine</b>", "Work › 编码"]]
    assert page.panel.heading.text() == "Activities: Work › 编码"
    with qtbot.waitSignal(page.moment_wanted) as moment:
        page.panel.timeline_button.click()
    assert moment.args == [Interval(MONDAY_MS + 9 * HOUR, MONDAY_MS + 11 * HOUR)]
    page.activateWindow()
    QTest.keyClick(page.panel.table, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()


def test_every_figure_leads_to_all_activities(qtbot: QtBot) -> None:
    page = opened(qtbot)
    figures = page.body.figures
    for button in (figures.active, figures.score, figures.fragmentation, figures.switches):
        page.panel.hide()
        button.click()
        assert [row[1] for row in listed(page)] == ["2 h 00 min", "30 min", "20 min", "10 min"]
        assert page.panel.line.text().endswith("3 h 00 min")
        assert button.toolTip()


def test_bars_and_cells_lead_to_theirs(qtbot: QtBot) -> None:
    page = opened(qtbot)
    chart = page.body.days.shown
    assert chart is not None
    assert [bar.value for bar in chart.bars] == [150 * MINUTE, 30 * MINUTE, 0, 0, 0, 0, 0]
    page.body.days.chart.setFocus()
    QTest.keyClick(page.body.days.chart, Qt.Key.Key_Right)
    QTest.keyClick(page.body.days.chart, Qt.Key.Key_Up)
    QTest.keyClick(page.body.days.chart, Qt.Key.Key_Return)
    assert [row[1:4] for row in listed(page)] == [["2 h 00 min", "Editor", "<b>engine</b>"]]
    QTest.keyClick(page.body.days.chart, Qt.Key.Key_Right)
    QTest.keyClick(page.body.days.chart, Qt.Key.Key_Down)
    QTest.keyClick(page.body.days.chart, Qt.Key.Key_Return)
    assert [row[2] for row in listed(page)] == ["Game", "Private or excluded"]
    page.body.week.table.item_model.sort(-1)
    page.body.week.table.opened.emit((0, 11))
    assert [row[1:4] for row in listed(page)] == [["30 min", "Chat", "Team"]]


def test_the_charts_have_tables_that_lead_on_too(qtbot: QtBot) -> None:
    page = opened(qtbot)
    days, week = page.body.days, page.body.week
    days.button.click()
    week.button.click()
    assert days.table.isVisible()
    assert not days.chart.isVisible()
    assert [row[1:] for row in lines(days.table)] == [
        ["", "2 h 30 min"], ["Work › 编码", "2 h 00 min"], ["Talk", "30 min"],
        ["", "30 min"], ["Games", "20 min"], ["No category", "10 min"],
    ]  # fmt: skip
    assert [row[2] for row in lines(week.table)] == ["1 h 00 min", "1 h 00 min", "30 min", "20 min", "10 min"]
    days.table.setCurrentIndex(days.table.item_model.index(2, 0))
    QTest.keyClick(days.table, Qt.Key.Key_Return)
    assert [row[1:4] for row in listed(page)] == [["30 min", "Chat", "Team"]]


def test_the_longest_stretches_lead_to_their_activities(qtbot: QtBot) -> None:
    page = opened(qtbot)
    table = page.body.stretches.table
    assert [row[1:] for row in lines(table)][:2] == [["2 h 00 min", "Editor"], ["30 min", "Chat"]]
    page.body.stretches.table.opened.emit(table.item_model.source(1))
    assert [row[2:4] for row in listed(page)] == [["Chat", "Team"]]


def test_one_day_is_shown_by_its_hours(qtbot: QtBot) -> None:
    page = opened(qtbot)
    page.show_kind(RangeKind.DAY)
    chart = page.body.days.shown
    assert chart is not None
    assert [bar.value // MINUTE for bar in chart.bars[8:13]] == [0, 60, 60, 30, 0]
    assert len(chart.bars) == 24
    assert not page.body.week.isVisible()
    page.body.days.table.opened.emit((11, 0))
    assert [row[2] for row in listed(page)] == ["Chat"]


def test_turning_pages_and_choosing_days(qtbot: QtBot) -> None:
    page = opened(qtbot)
    assert page.days is not None
    week = page.days
    QTest.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.body.figures.active.value.text() == "1 h 00 min"
    page.bar.today.click()
    assert page.days == week
    page.bar.kinds[RangeKind.CUSTOM].click()
    assert page.bar.first.isVisible()
    day = week.start
    page.bar.first.setDate(QDate(day.year, day.month, day.day + 1 if day.day < 28 else day.day))
    assert page.days.kind is RangeKind.CUSTOM
    page.show_dates(week.last, week.start)
    assert (page.days.start, page.days.last) == (week.start, week.last), "whichever way round"
    for kind in RangeKind:
        page.show_kind(kind)
        assert page.bar.kinds[kind].isChecked()
        assert page.bar.title.text()


def test_long_ranges_work_out_the_focus_on_request_and_keep_it(qtbot: QtBot) -> None:
    page = opened(qtbot)
    page.show_kind(RangeKind.YEAR)
    assert page.body.figures.score.value.text() == "–"
    assert page.body.figures.deep.value.text() == "3 h 00 min", "deep work is told by totals alone"
    assert page.body.stretches.button.isVisible()
    page.body.stretches.button.click()
    assert page.body.figures.score.value.text() != "–"
    assert not page.body.stretches.button.isVisible()
    page.refresh()
    assert page.body.figures.score.value.text() != "–"


def test_long_ranges_whose_days_are_kept_show_the_focus_unasked(qtbot: QtBot) -> None:
    choices = choices_over(weeks(MONDAY_MS))
    assert choices.engine is not None
    choices.engine.reports = CountedHistory(weeks(MONDAY_MS)).reports(DayRule("UTC"), kept=AllKept())
    page = opened(qtbot, choices)
    page.show_kind(RangeKind.YEAR)
    assert page.body.figures.score.value.text() != "–"
    assert not page.body.stretches.button.isVisible()


def test_an_empty_time_says_so_and_leads_back(qtbot: QtBot) -> None:
    page = opened(qtbot)
    page.turn(1)
    assert page.empty.isVisible()
    assert not page.bar.export.isEnabled()
    page.empty.button.click()
    assert page.body.isVisible()
    page.show_dates(date(1999, 1, 1), date(1999, 1, 2))
    assert page.empty.button.text() == "Show today"


def test_what_cannot_be_reported_on_is_said(qtbot: QtBot) -> None:
    page = opened(qtbot)
    page.show_dates(date(500, 1, 1), date(500, 1, 2))
    assert page.empty.isVisible()
    assert page.empty.accessibleName() == "That cannot be done"
    page.show_today()
    assert page.body.isVisible()


def test_the_page_opens_before_the_engine_does(qtbot: QtBot) -> None:
    choices = Choices(Settings())
    page = opened(qtbot, choices)
    assert page.days is None
    page.turn(1)
    page.export()
    give_engine(choices, weeks(MONDAY_MS))
    assert page.body.isVisible()


def test_a_database_that_cannot_be_read_is_said_and_tried_again(qtbot: QtBot) -> None:
    choices = choices_over(weeks(MONDAY_MS))
    engine: Any = choices.engine
    works = engine.reports

    def refuse(*_: object, **__: object) -> None:
        raise StorageBusy("Another program holds it. Try again in a moment.")

    engine.reports = SimpleNamespace(period=refuse)
    page = opened(qtbot, choices)
    assert page.empty.accessibleName() == "The database is busy"
    assert page.empty.accessibleDescription() == "Another program holds it. Try again in a moment."
    engine.reports = works
    page.empty.button.click()
    assert page.body.isVisible()
    engine.reports = SimpleNamespace(request=works.request, report=refuse, activities=refuse)
    page.body.figures.active.click()
    assert page.panel.line.text().endswith("Try again in a moment.")
    assert page.body.isVisible()
    page.refresh()
    assert page.empty.isVisible()
    engine.reports = works
    page.empty.button.click()
    assert page.body.isVisible()


def test_today_is_asked_anew(qtbot: QtBot) -> None:
    choices = choices_over(weeks(MONDAY_MS))
    page = opened(qtbot, choices)
    page.show_kind(RangeKind.DAY)
    assert page.days is not None
    assert page.days.start == date(2026, 3, 2)
    engine: Any = choices.engine
    engine.reports._clock.wall_ms += DAY
    page.bar.today.click()
    assert page.days.start == date(2026, 3, 3)
    assert page.body.figures.active.value.text() == "30 min"


def test_apps_are_called_by_their_names(qtbot: QtBot) -> None:
    page = opened(qtbot)
    page.body.totals.show_by(By.APP)
    page.show_names(AppNames({"editor": "Sublime"}))
    assert lines(page.body.totals.table)[0][0] == "Sublime"
    assert lines(page.body.stretches.table)[0][2] == "Sublime"


def test_the_week_of_a_clock_change_has_all_its_time(qtbot: QtBot) -> None:
    start = 1_792_879_200_000  # 2026-10-24 22:00 UTC, the Sunday of 25 hours in Berlin
    made = [labelled(start, start + 25 * HOUR, "editor")]
    page = opened(qtbot, choices_over(made, "Europe/Berlin"))
    page.show_dates(date(2026, 10, 25), date(2026, 10, 25))
    chart = page.body.days.shown
    assert chart is not None
    assert page.body.figures.active.value.text() == "25 h 00 min"
    assert chart.bars[2].value == 2 * HOUR
    assert sum(bar.value for bar in chart.bars) == DAY + HOUR
