"""The Reports page in any size and with any text: plain, named, nothing cut, nothing that holds it up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.counted_history import labelled
from helpers.dressed import speaking
from helpers.report_history import HOUR, MINUTE, choices_over
from helpers.report_page import MONDAY_MS, listed, opened
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.pages.reports.day_range import RangeKind
from desktop_app.theme import DARK, LIGHT, Palette
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.report import By

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def british(qapp: QApplication) -> Iterator[None]:
    with speaking("en_GB"):
        yield


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_every_label_is_plain_and_every_control_has_a_name(qtbot: QtBot, palette: Palette) -> None:
    page = opened(qtbot, palette=palette)
    page.body.figures.active.click()
    assert [
        one.text() for one in page.findChildren(QLabel) if one.textFormat() != Qt.TextFormat.PlainText and one.text()
    ] == []
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and button.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert button.accessibleName() or button.text()
    for widget in (page.body.days.chart, page.body.week.chart, page.body.totals.table, page.panel.table):
        assert widget.accessibleName()


def test_at_640_pixels_cards_begin_where_the_bar_does_and_the_days_are_whole(qtbot: QtBot) -> None:
    page = opened(qtbot)
    page.resize(584, 430)  # what a window of 640 leaves it
    bar, figures = page.bar, page.body.figures
    qtbot.waitUntil(lambda: figures.mapTo(page, figures.rect().topLeft()).x() == bar.x())
    qtbot.waitUntil(lambda: bar.title.width() >= bar.title.sizeHint().width())
    assert figures.score.x() + figures.score.width() == figures.width()  # two side by side, as wide as the page


def test_long_and_hostile_texts_do_not_hold_it_up(qtbot: QtBot) -> None:
    hostile = "<img src=file:/etc/hostname>" + "\u202e" + "x" * 1_000_000
    made = [labelled(MONDAY_MS + 9 * HOUR, MONDAY_MS + 10 * HOUR, hostile, hostile)]
    page = opened(qtbot, choices_over(made))
    page.body.totals.show_by(By.APP)
    page.body.figures.active.click()
    [row] = listed(page)
    assert len(row[3]) <= 300
    assert "\u202e" not in row[2] + row[3]


def test_at_most_so_many_activities_are_listed(qtbot: QtBot) -> None:
    made = [
        labelled(MONDAY_MS + number * MINUTE, MONDAY_MS + (number + 1) * MINUTE, f"app {number % 7}")
        for number in range(2_100)
    ]
    page = opened(qtbot, choices_over(made))
    page.body.figures.active.click()
    assert len(listed(page)) == 2_000
    assert page.panel.line.text() == "The first 2,000 of them are shown."


@pytest.mark.parametrize("size", [(1708, 1000), (1068, 720), (688, 620), (504, 420)])
@pytest.mark.parametrize("kind", [RangeKind.WEEK, RangeKind.CUSTOM])
def test_nothing_scrolls_sideways_or_is_cut(qtbot: QtBot, size: tuple[int, int], kind: RangeKind) -> None:
    page = opened(qtbot)
    page.show_kind(kind)
    page.resize(*size)
    for _ in range(5):
        QApplication.processEvents()
    assert page.body.horizontalScrollBar().maximum() == 0, "the page scrolls sideways"
    assert page.width() == size[0], "the page fits into a window of that size"
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text() and not isinstance(label, ElidedLabel | Paragraph):
            assert label.width() >= label.fontMetrics().horizontalAdvance(label.text()), label.text()
            assert label.height() >= label.fontMetrics().height() - 2, label.text()


def test_the_report_shown_can_be_exported(qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(qtbot)
    page.bar.export.click()
    dialog = page.export_dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.heading.text() == page.bar.title.text()
    dialog.file.setText(str(tmp_path / "week.html"))
    dialog.save_button.click()
    assert "&lt;b&gt;engine&lt;/b&gt;" in (tmp_path / "week.html").read_text(encoding="utf-8")
    dialog.reject()
