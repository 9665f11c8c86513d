"""The Reports page, shown on a history in memory, and what its tables say."""

from __future__ import annotations

from helpers.dressed import dressed
from helpers.manual_clock import MONDAY_NOON_MS
from helpers.report_history import HOUR, choices_over, weeks
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.choices import Choices
from desktop_app.pages.reports import ReportsPage
from desktop_app.pages.reports.tables import ReportTableView
from desktop_app.theme import LIGHT, Palette

MONDAY_MS = MONDAY_NOON_MS - 12 * HOUR


def opened(qtbot: QtBot, choices: Choices | None = None, palette: Palette = LIGHT) -> ReportsPage:
    """Return the page over two weeks, shown; over other choices where given."""
    page = ReportsPage(dressed(palette), choices or choices_over(weeks(MONDAY_MS)))
    qtbot.addWidget(page)
    page.resize(1068, 720)
    page.show()
    for _ in range(3):
        QApplication.processEvents()
    return page


def lines(table: ReportTableView) -> list[list[str]]:
    """Return the words of a table, line by line."""
    model = table.item_model
    return [
        [str(model.data(model.index(row, column))) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def listed(page: ReportsPage) -> list[list[str]]:
    """Return what the open panel lists."""
    assert page.panel.isVisible()
    return lines(page.panel.table)
