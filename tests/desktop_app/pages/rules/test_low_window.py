"""Rules where there is little room: each list keeps some rows, and the rest is scrolled to."""

from __future__ import annotations

import pytest
from helpers.rules_room import RulesRoom
from PySide6.QtWidgets import QAbstractItemView, QScrollArea

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
FEWEST = 4


def whole_rows(view: QAbstractItemView) -> int:
    """Return how many rows of a list are in sight within the list."""
    row = view.visualRect(view.model().index(0, 1)).height()
    return view.viewport().height() // row


def around(view: QAbstractItemView) -> QScrollArea:
    """Return what scrolls the part of the page that a list stands in."""
    above = view.parentWidget()
    while not isinstance(above, QScrollArea):
        assert above is not None
        above = above.parentWidget()
    return above


@pytest.mark.parametrize("part", [0, 1])
def test_every_list_shows_rows_in_a_low_window_and_all_of_it_is_reached(room: RulesRoom, part: int) -> None:
    page = room.page
    page.resize(748, 412)  # what a window of 960 by 540 leaves to its page
    if part == 0:
        page.empty.button.click()
        room.settle()
    else:
        room.engine.rules.add_category("Work", None, "#1F5FBF", 2)
        page.refresh()
        room.settle()
    page.show_part(part)
    panel, unsorted = page.panel, page.unsorted
    lists = (panel.tree, panel.view) if part == 0 else (unsorted.view, unsorted.seen)
    last = panel.add_rule_button if part == 0 else unsorted.edit_button
    area = around(lists[0])
    room.qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0 == area.horizontalScrollBar().maximum())
    for view in lists:
        assert whole_rows(view) >= FEWEST
    area.ensureWidgetVisible(last)
    room.qtbot.waitUntil(lambda: last.visibleRegion().boundingRect().height() == last.height())
