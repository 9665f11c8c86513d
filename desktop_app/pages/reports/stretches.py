"""The longest stretches without a switch."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.item_models.text_table import TextCell, TextRow
from desktop_app.pages.reports.range_words import RangeWords
from desktop_app.pages.reports.tables import ReportTableView
from desktop_app.pages.reports.words import ReportWords
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.card import Card
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.days import day_of
from engine.domain.report import LongStretch, Report, Selection

_FEWEST, _MOST = 6, 14


class StretchesCard(Card):
    """A table of stretches; emits chosen(name, Selection), and focus_wanted where they were not worked out."""

    chosen = Signal(str, object)
    focus_wanted = Signal()

    def __init__(
        self, theme: ThemeHolder, words: ReportWords, ranges: RangeWords, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._words, self._ranges = words, ranges
        self.table = ReportTableView(theme, self)
        self._hint = Paragraph("", "muted", self)
        self.button = QPushButton(self)
        self.body.addWidget(self.table)
        self.body.addWidget(self._hint)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch(1)
        self.table.opened.connect(self._opened)
        self.button.clicked.connect(self._work_out)

    def write_headings(self) -> None:
        """Write what stands on the card, in the window's language."""
        self.set_title(self.tr("Longest stretches without a switch"))
        self.table.setAccessibleName(self.tr("Longest stretches without a switch"))

        self._hint.setText(
            self.tr("The focus score and the longest stretches of so many days take a moment: all activities are read.")
        )
        self.button.setText(self.tr("Work them out"))
        self.button.setEnabled(True)

    def show_report(self, report: Report) -> None:
        """Show another report."""
        self.write_headings()
        for part in (self._hint, self.button):
            part.setVisible(report.focus is None)
        self.table.setVisible(report.focus is not None)
        rows = [self._row(one, report) for one in (report.focus.longest if report.focus is not None else ())]
        headers = (self.tr("When"), self.tr("Length"), self.tr("What"))
        self.table.show_rows(headers, rows, {0: 168, 1: 84}, 2)
        self.table.fit_rows(_FEWEST, _MOST)

    def _row(self, stretch: LongStretch, report: Report) -> TextRow:
        interval = stretch.interval
        when = self._words.wording.span(interval.start_ms, interval.end_ms)
        if len(report.days) > 1:
            when = f"{self._ranges.short(day_of(interval.start_ms, report.request.rule))}  {when}"
        name = self._words.stretch(stretch)
        cells = (
            TextCell(when, interval.start_ms),
            TextCell(self._words.length(interval.length_ms), interval.length_ms, to_the_end=True),
            TextCell(name, name),
        )
        return TextRow(cells, stretch)

    def _work_out(self) -> None:
        self.button.setEnabled(False)
        self.button.setText(self.tr("Reading…"))
        self.focus_wanted.emit()

    def _opened(self, stretch: LongStretch) -> None:
        self.chosen.emit(self._words.stretch(stretch), Selection(stretch.interval))
