"""A found document is painted in both themes, with its highlights, and never as markup or at length."""

from __future__ import annotations

import time

import pytest
from helpers.dressed import dressed, picture
from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from desktop_app.theme import DARK, LIGHT, Palette
from desktop_app.widgets.hit_delegate import ROW, HitDelegate
from desktop_app.widgets.hit_row import HitRow


def _list(qtbot: QtBot, palette: Palette, row: HitRow) -> QListView:
    view = QListView()
    qtbot.addWidget(view)
    view.setItemDelegate(HitDelegate(dressed(palette), view))
    model = QStandardItemModel(view)
    item = QStandardItem()
    item.setData(row, ROW)
    model.appendRow(item)
    view.setModel(model)
    return view


def _colours(view: QListView) -> set[str]:
    image = picture(view, 600, 160)
    return {image.pixelColor(x, y).name() for x in range(600) for y in range(110)}


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_tag_and_highlights_are_painted(qtbot: QtBot, palette: Palette) -> None:
    row = HitRow(
        1, "PDF", "distraction", "Plan", "~/plan.pdf", "page 3", "the budget", ((4, 10),), "has budget", "used"
    )
    marked = _colours(_list(qtbot, palette, row))
    plain = _colours(_list(qtbot, palette, HitRow(1, "PDF", "distraction", "Plan", "~/plan.pdf", "", "the budget")))
    assert QColor(palette.distraction).name() in marked & plain
    assert len(marked - plain) > 0


@pytest.mark.parametrize("title", ["x" * 300, "预算" * 150, "<img src='file:///etc/passwd'><b>bold</b>", ""])
def test_any_title_is_painted_in_a_narrow_list(qtbot: QtBot, title: str) -> None:
    row = HitRow(1, "TXT", "idle", title, title, title, title * 2, ((0, 3),), title, title)
    view = _list(qtbot, LIGHT, row)
    start = time.process_time()
    for width in (60, 200, 700):
        picture(view, width, 160)
    assert time.process_time() - start < 2


def test_a_row_is_as_high_for_one_letter_as_for_many(qtbot: QtBot) -> None:
    short, long = (_list(qtbot, LIGHT, HitRow(1, "TXT", "idle", text, snippet=text)) for text in ("x", "x " * 300))
    for view in (short, long):
        picture(view, 500, 300)
    assert short.sizeHintForIndex(short.model().index(0, 0)) == long.sizeHintForIndex(long.model().index(0, 0))
