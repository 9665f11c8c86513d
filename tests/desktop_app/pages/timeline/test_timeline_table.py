from __future__ import annotations

from typing import Any

import pytest
from helpers.dressed import speaking
from helpers.timeline_history import BOUNDS, EIGHT, HOUR, LABELS, RULE, STRETCHES, TREE
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.pages.timeline.lane_words import lane_names
from desktop_app.pages.timeline.lanes import segments_of
from desktop_app.pages.timeline.reader import Loaded
from desktop_app.pages.timeline.source import LabelledHistory
from desktop_app.pages.timeline.table import CATEGORY, TimelineTable
from desktop_app.pages.today_day import DayWords
from desktop_app.theme.app_colours import AppColours
from desktop_app.widgets.format import Wording
from desktop_app.widgets.path_delegate import PathDelegate
from desktop_app.widgets.timeline_view import DAY, View
from engine.domain.categories import CategoryTree
from engine.domain.intervals import Interval

HISTORY = LabelledHistory(BOUNDS, STRETCHES, LABELS, TREE, RULE)
LOADED = Loaded(HISTORY, (), segments_of(HISTORY))
WHOLE = View(BOUNDS.start_ms, BOUNDS.length_ms, 800)


@pytest.fixture
def table(qtbot: QtBot) -> TimelineTable:
    wording = Wording("UTC")
    made = TimelineTable(wording, lane_names(DayWords(wording, AppColours()), str.title))
    qtbot.addWidget(made)
    return made


def row(table: TimelineTable, place: int) -> list[object]:
    model = table.item_model
    return [model.data(model.index(place, column)) for column in range(model.columnCount())]


def test_it_keeps_qt_s_rules(table: TimelineTable, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table.item_model)  # type: ignore[no-untyped-call]
    table.show_loaded(LOADED, WHOLE)
    table.show_loaded(LOADED, View(EIGHT + HOUR, HOUR, 800))
    qtmodeltester.check(table.item_model)  # type: ignore[no-untyped-call]


def test_rows_say_when_what_and_for_what(table: TimelineTable) -> None:
    with speaking("en_GB"):
        table.show_loaded(LOADED, WHOLE)
        assert row(table, 0) == ["08:00", "09:00", "1 h 00 min", "Writer", "Plan", "Work › Writing"]
        assert row(table, 2)[3:] == ["Idle", "", ""]
        assert row(table, 3)[3:] == ["Private or excluded", "", ""]
        assert row(table, 5)[3:] == ["Firefox", "<b>News</b>", "Rest"]
    assert table.item_model.headerData(CATEGORY, Qt.Orientation.Horizontal) == "Category"


def test_a_category_too_long_for_its_column_loses_what_it_lies_in_first(table: TimelineTable) -> None:
    table.show_loaded(LOADED, WHOLE)
    delegate, option = table.itemDelegateForColumn(CATEGORY), QStyleOptionViewItem()
    assert isinstance(delegate, PathDelegate)
    delegate.initStyleOption(option, table.item_model.index(0, CATEGORY))
    drawn: Any = option
    assert (drawn.text, drawn.textElideMode) == ("Work › Writing", Qt.TextElideMode.ElideLeft)


def test_only_what_is_in_view_is_listed(table: TimelineTable) -> None:
    for start, end, count in ((0, 1, 1), (1, 2, 2), (3, 4, 0), (3.5, 4.5, 1), (-5, -4, 0), (6, 7, 0)):
        view = View(EIGHT + round(start * HOUR), round((end - start) * HOUR), 800)
        table.show_loaded(LOADED, view)
        assert table.item_model.rowCount() == count, (start, end)


def test_over_several_days_the_day_stands_there_too(table: TimelineTable) -> None:
    with speaking("en_GB"):
        table.show_loaded(LOADED, View(BOUNDS.start_ms, 7 * DAY, 800))
        assert row(table, 0)[0] == "Sat 21 Nov 08:00"
        table.show_loaded(LOADED, WHOLE)
        assert row(table, 0)[0] == "08:00"


def test_a_row_chosen_by_keyboard_is_told_and_enter_edits(table: TimelineTable, qtbot: QtBot) -> None:
    table.show_loaded(LOADED, WHOLE)
    told: list[Interval] = []
    table.chosen.connect(told.append)
    table.choose(EIGHT + HOUR)
    assert told == []
    assert table.currentIndex().row() == 1
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert told == [STRETCHES[2].interval]
    with qtbot.waitSignal(table.edit_wanted, timeout=500):
        QTest.keyClick(table, Qt.Key.Key_Return)


def test_without_categories_there_is_no_column_for_them(table: TimelineTable) -> None:
    bare = LabelledHistory(BOUNDS, STRETCHES, LABELS, CategoryTree(()), RULE)
    table.show_loaded(Loaded(bare, (), segments_of(bare)), WHOLE)
    assert table.isColumnHidden(CATEGORY)
    assert table.item_model.rowCount(QModelIndex()) == len(STRETCHES)
