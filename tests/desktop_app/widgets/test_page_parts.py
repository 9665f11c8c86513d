"""What pages share: one right margin beside the bar, columns where wide, a quiet word, an error with a way on."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.bar_margin import BarMargin
from desktop_app.widgets.columns import WIDE, Columns
from desktop_app.widgets.error_line import ErrorLine
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.waiting import Waiting

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def shown(qtbot: Any, widget: QWidget, width: int, height: int) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    for _ in range(3):
        QApplication.processEvents()


def test_what_scrolls_ends_at_the_same_margin_with_a_bar_and_without(qtbot: Any) -> None:
    area, body = QScrollArea(), QWidget()
    column, card = QVBoxLayout(body), QLabel("card")
    column.setContentsMargins(spacing.XXL, 0, spacing.XXL, 0)
    column.addWidget(card)
    area.setWidgetResizable(True)
    area.setWidget(body)
    BarMargin(area)
    shown(qtbot, area, 400, 300)
    ends = card.mapTo(area, card.rect().topRight()).x()
    card.setMinimumHeight(900)
    qtbot.waitUntil(lambda: area.verticalScrollBar().isVisible())
    qtbot.waitUntil(lambda: card.mapTo(area, card.rect().topRight()).x() == ends)


def test_columns_stand_beside_each_other_only_where_there_is_room(qtbot: Any) -> None:
    parts = [QLabel(name) for name in "abc"]
    columns = Columns(parts, (parts[1],))
    shown(qtbot, columns, WIDE - 1, 300)
    assert [part.x() for part in parts] == [0, 0, 0]
    assert [part.y() for part in parts] == sorted(part.y() for part in parts)
    assert all(part.width() == columns.width() for part in parts)
    columns.resize(WIDE, 300)
    qtbot.waitUntil(lambda: parts[1].x() > WIDE // 2)
    assert parts[0].x() == parts[2].x() == 0
    assert parts[1].y() == parts[0].y()
    columns.resize(WIDE - 1, 300)
    qtbot.waitUntil(lambda: parts[1].x() == 0)
    assert parts[0].y() < parts[1].y() < parts[2].y()


def test_a_page_says_that_it_reads_only_where_that_takes_long(qtbot: Any) -> None:
    waiting = Waiting()
    shown(qtbot, waiting, 400, 300)
    assert waiting.word.isHidden()
    qtbot.waitUntil(waiting.word.isVisible, timeout=10_000)
    waiting.hide()
    assert waiting.word.isHidden()


def test_an_error_can_be_tried_again_and_then_goes(qtbot: Any) -> None:
    line = ErrorLine()
    qtbot.addWidget(line)
    assert line.isHidden()
    line.say("The disk is full. Free some space.")
    assert "Free some space." in line.text()
    with qtbot.waitSignal(line.again):
        line.button.click()
    assert line.isHidden()


@pytest.mark.parametrize("side", [Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter])
def test_no_line_of_a_paragraph_is_longer_than_is_read_with_ease(qtbot: Any, side: Qt.AlignmentFlag) -> None:
    text = "All that was recorded stays on this computer and is read by nobody else. " * 3
    paragraph = Paragraph(text)
    paragraph.setAlignment(side)
    shown(qtbot, paragraph, 2_000, 200)
    lines = paragraph.heightForWidth(2_000) / paragraph.fontMetrics().lineSpacing()
    assert lines == pytest.approx(len(text) / 96, abs=1.2)
    picture = paragraph.grab().toImage()
    left = min(x for x in range(2_000) for y in range(4, 16) if picture.pixel(x, y) != picture.pixel(0, 0))
    assert (left > 500) == (side == Qt.AlignmentFlag.AlignHCenter)
