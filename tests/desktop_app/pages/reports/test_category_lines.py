"""Categories as a tree of lines: branches before what lies in them, the longest first, nothing twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from helpers.counted_history import labelled
from helpers.dressed import speaking
from helpers.report_history import CODING, GAMES, HOUR, WORK, choices_over
from helpers.report_page import MONDAY_MS, lines, listed, opened
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def british(qapp: QApplication) -> Iterator[None]:
    with speaking("en_GB"):
        yield


def test_a_branch_comes_before_what_lies_in_it_and_leads_to_all_of_it(qtbot: QtBot) -> None:
    page = opened(
        qtbot,
        choices_over(
            [
                labelled(MONDAY_MS + 8 * HOUR, MONDAY_MS + 9 * HOUR, "mail", "", WORK),
                labelled(MONDAY_MS + 9 * HOUR, MONDAY_MS + 11 * HOUR, "editor", "", CODING),
                labelled(MONDAY_MS + 11 * HOUR, MONDAY_MS + 12 * HOUR, "game", "", GAMES),
            ]
        ),
    )
    table = page.body.totals.table
    assert [row[:3] for row in lines(table)] == [
        ["Work", "3 h 00 min", "75 %"],
        ["\u2003Work itself", "1 h 00 min", "25 %"],
        ["\u2003编码", "2 h 00 min", "50 %"],
        ["Games", "1 h 00 min", "25 %"],
    ]
    for place, count in ((0, 2), (1, 1), (2, 1), (3, 1)):
        table.clicked.emit(table.item_model.index(place, 0))
        assert len(listed(page)) == count
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert [row[1] for row in lines(table)] == ["3 h 00 min", "2 h 00 min", "1 h 00 min", "1 h 00 min"]
