"""Figures, charts and tables of one report under one another."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.pages.reports.charts import DaysCard, WeekCard
from desktop_app.pages.reports.figures import FigureRow
from desktop_app.pages.reports.goals import GoalsCard
from desktop_app.pages.reports.range_words import RangeWords
from desktop_app.pages.reports.sessions import SessionsCard
from desktop_app.pages.reports.stretches import StretchesCard
from desktop_app.pages.reports.totals import TotalsCard
from desktop_app.pages.reports.words import ReportWords
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.bar_margin import BarMargin
from engine.domain.report import Report

_NARROW = 780


class ReportBody(QScrollArea):
    """Shows a report; emits chosen(name, Selection) for what is clicked, focus_wanted for figures not worked out."""

    chosen = Signal(str, object)
    whole_chosen = Signal()
    focus_wanted = Signal()

    def __init__(
        self, theme: ThemeHolder, words: ReportWords, ranges: RangeWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.figures = FigureRow(theme, words)
        self.days = DaysCard(theme, words, ranges)
        self.week = WeekCard(theme, words, ranges)
        self.goals = GoalsCard(theme, words)
        self.totals = TotalsCard(theme, words)
        self.stretches = StretchesCard(theme, words, ranges)
        self.sessions = SessionsCard(theme, words, ranges)
        self._arrange()
        for card in (self.days, self.week, self.goals, self.totals, self.stretches, self.sessions):
            card.chosen.connect(self.chosen)
        self.figures.chosen.connect(self.whole_chosen)
        self.figures.focus_wanted.connect(self.focus_wanted)
        self.stretches.focus_wanted.connect(self.focus_wanted)

    def _arrange(self) -> None:
        body = QWidget()
        body.setProperty("role", "pageBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(spacing.XXL, spacing.XS, spacing.XXL, spacing.L)
        column.setSpacing(spacing.L)
        self._rows = (_row((self.days, 4), (self.week, 3)), _row((self.totals, 11), (self.stretches, 8)))
        column.addWidget(self.figures)
        column.addLayout(self._rows[0])
        column.addWidget(self.goals)
        column.addWidget(self.sessions)
        column.addLayout(self._rows[1])
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(body)
        BarMargin(self)

    def speak(self) -> None:
        """Write what stands on figures and cards before there is a report, in the window's language."""
        self.figures.speak()
        for card in (self.days, self.week, self.goals, self.totals, self.stretches, self.sessions):
            card.write_headings()

    def show_report(self, report: Report, *, compare: bool) -> None:
        """Show a report; compare: with the period before."""
        self.figures.show_report(report, compare=compare)
        self.days.show_report(report)
        self.week.show_report(report)
        self.week.setVisible(len(report.days) > 1)
        self.goals.show_report(report)
        self.totals.show_report(report, compare=compare)
        self.stretches.show_report(report)
        self.sessions.show_report(report)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put cards under one another where they would be too narrow side by side."""
        narrow = self.width() < _NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for row in self._rows:
            row.setDirection(direction)
        super().resizeEvent(event)


def _row(*parts: tuple[QWidget, int]) -> QBoxLayout:
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(spacing.L)
    for widget, share in parts:
        row.addWidget(widget, share)
    return row
