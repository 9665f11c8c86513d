"""Totals by category, app, project and tag, in one table at a time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.item_models.text_table import TextCell, TextRow
from desktop_app.pages.reports.category_lines import CategoryLine, category_lines
from desktop_app.pages.reports.tables import ReportTableView
from desktop_app.pages.reports.words import ReportWords
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.card import Card
from desktop_app.widgets.choice_group import ChoiceGroup
from engine.domain.report import By, Report, ReportTable

SHOWN = (By.CATEGORY, By.APP, By.PROJECT, By.TAG)
_FEWEST, _MOST = 6, 14
_BEFORE, _CHANGE = 3, 4
_WITH_BEFORE = 620
_WITH_HEADING = 540
_INDENT = "\u2003"
_WIDTHS = {1: 88, 2: 124, 3: 88, 4: 84}


class TotalsCard(Card):
    """Sortable rows with bars; emits chosen(name, Selection)."""

    chosen = Signal(str, object)

    def __init__(self, theme: ThemeHolder, words: ReportWords, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._words = words
        self.heading.setMinimumWidth(1)  # gone where the buttons beside it take all the room
        self._report: Report | None = None
        self._compare = True
        self.by = By.CATEGORY
        self._group = ChoiceGroup(self)
        self.buttons = {by: QPushButton(self) for by in SHOWN}
        for by, button in self.buttons.items():
            button.setCheckable(True)
            self._group.addButton(button)
            self.corner.addWidget(button)
            button.clicked.connect(lambda _checked, wanted=by: self.show_by(wanted))
        self.buttons[self.by].setChecked(True)
        self.table = ReportTableView(theme, self)
        self.body.addWidget(self.table)
        self.body.addStretch(1)
        self.table.opened.connect(lambda row: self.chosen.emit(self._words.row(row), row.selection))

    def show_by(self, by: By) -> None:
        """Show another table of the report."""
        self.by = by
        self.buttons[by].setChecked(True)
        if self._report is not None:
            self.show_report(self._report, compare=self._compare)

    def write_headings(self) -> None:
        """Write what stands on the card, in the window's language."""
        self.set_title(self.tr("Where the time went"))
        self.heading.setVisible(self.width() >= _WITH_HEADING)
        for by, button in self.buttons.items():
            button.setText(self._words.by(by))

    def show_report(self, report: Report, *, compare: bool) -> None:
        """Show another report; compare: with the period before."""
        self._report, self._compare = report, compare
        self.write_headings()
        table = report.table(self.by)
        lines = [] if table is None else _lines(table)
        headers = [self.tr("Name"), self.tr("Length"), self.tr("Share"), self.tr("Before"), self.tr("Change")]
        self.table.setAccessibleName(self._words.by(self.by))
        longest = max((line.row.ms for line in lines), default=1)
        self.table.show_rows(headers, [self._row(line, report.active_ms, longest) for line in lines], _WIDTHS, 0)
        self._fit()
        self.table.fit_rows(_FEWEST, _MOST)

    def _fit(self) -> None:
        """Show the length before where there is room; on hover the change tells it anywhere."""
        self.table.setColumnHidden(_BEFORE, not self._compare or self.width() < _WITH_BEFORE)
        self.table.setColumnHidden(_CHANGE, not self._compare)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()
        self.heading.setVisible(self.width() >= _WITH_HEADING)

    def _name(self, line: CategoryLine) -> TextCell:
        """Return what a line is called; below another one the last name says enough."""
        whole, row = self._words.row(line.row), line.row
        shown = self._words.path(row.path[line.above :]) if line.depth else whole
        if line.itself:
            shown = self.tr("%1 itself").replace("%1", shown)
        return TextCell(_INDENT * line.depth + shown, whole)

    def _row(self, line: CategoryLine, whole_ms: int, longest_ms: int) -> TextRow:
        row = line.row
        words, before = self._words, row.previous_ms or 0
        trend = words.change(row.ms, before)
        arrow = "" if trend is None else {1: "▲ ", -1: "▼ "}.get(trend.direction, "")
        bar = row.ms / longest_ms
        cells = (
            self._name(line),
            TextCell(words.length(row.ms), row.ms, to_the_end=True),
            TextCell(words.percent(row.ms, whole_ms), row.ms, to_the_end=True, share=bar, ink=words.ink(row)),
            TextCell(words.length(before) if before else "–", before, to_the_end=True),
            TextCell(
                self.tr("new") if trend is None else arrow + trend.text,
                row.ms / before if before else float("inf"),
                to_the_end=True,
                hint=self.tr("Period before: %1").replace("%1", words.length(before)),
            ),
        )
        return TextRow(cells, row)


def _lines(table: ReportTable) -> list[CategoryLine]:
    return category_lines(table) if table.branches else [CategoryLine(row) for row in table.rows]
