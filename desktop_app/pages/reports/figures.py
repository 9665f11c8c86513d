"""The report's chief figures in a row, each with its meaning on hover."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.pages.reports.words import ReportWords
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.chart_figure import FigureButton
from engine.domain.report import Focus, Report

_COLUMNS = 6
_WIDE = 720
_HALF = 570
_UNKNOWN = "–"


class FigureRow(QWidget):
    """Emits chosen where a figure is clicked, and focus_wanted where one is that was not worked out yet."""

    chosen = Signal()
    focus_wanted = Signal()

    def __init__(self, theme: ThemeHolder, words: ReportWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.active, self.score, self.deep, self.distracting, self.fragmentation, self.switches = (
            FigureButton(theme, self) for _ in range(_COLUMNS)
        )
        self._known = False
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing.M)
        self.active.clicked.connect(self.chosen)
        for button in self._of_focus():
            button.clicked.connect(self._focus_clicked)
        self._place(_COLUMNS)

    def _of_focus(self) -> tuple[FigureButton, ...]:
        return self.score, self.deep, self.distracting, self.fragmentation, self.switches

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figures on two or three lines where one is too short."""
        super().resizeEvent(event)
        self._place(_COLUMNS if self.width() >= _WIDE else _COLUMNS // 2 if self.width() >= _HALF else 2)

    def minimumSizeHint(self) -> QSize:
        """Return room for two figures side by side."""
        return QSize(2 * self.active.minimumSizeHint().width() + spacing.M, super().minimumSizeHint().height())

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, button in enumerate((self.active, *self._of_focus())):
            self._grid.addWidget(button, place // columns, place % columns)

    def _focus_clicked(self) -> None:
        (self.chosen if self._known else self.focus_wanted).emit()

    def speak(self) -> None:
        """Write the figures' names, in the window's language."""
        self.active.show_figure(self.tr("Active time"), _UNKNOWN, "")
        for button, (name, meaning) in self._names().items():
            button.show_figure(name, _UNKNOWN, meaning)

    def show_report(self, report: Report, *, compare: bool) -> None:
        """Show a report's figures; compare: with their changes."""
        words, previous = self._words, report.previous
        change = words.change(report.active_ms, previous.active_ms) if compare else None
        meaning = self.tr("Time with the computer in use, idle and locked time left out.")
        before = self.tr("Period before: %1").replace("%1", words.length(previous.active_ms))
        self.active.show_figure(
            self.tr("Active time"),
            words.length(report.active_ms),
            f"{meaning}\n{before}" if compare else meaning,
            change,
        )
        self._known = report.focus is not None
        if report.focus is None:
            self._show_unknown(report)
        else:
            self._show_focus(report.focus, previous.focus if compare else None)

    def _names(self) -> dict[FigureButton, tuple[str, str]]:
        """Return the name and the meaning of each figure."""
        return {
            self.score: (self.tr("Focus score"), self.tr(
                "0 to 100: how collected the time was. Long stretches in one app and few switches raise it, "
                "distracting categories lower it. Compare it with your own days, not with anybody else's."
            )),
            self.deep: (self.tr("Deep work"), self.tr(
                "Time in categories with weight +2 in full and +1 by half, as set on the Rules page."
            )),
            self.distracting: (self.tr("Distraction"), self.tr(
                "Time in categories with weight −2 in full and −1 by half, as set on the Rules page."
            )),
            self.fragmentation: (self.tr("Fragmentation"), self.tr(
                "The share of the time that lies in stretches shorter than three minutes: the lower, the calmer."
            )),
            self.switches: (self.tr("Switches per hour"), self.tr(
                "How often the app in front changed, per hour of active time."
            )),
        }  # fmt: skip

    def _show_unknown(self, report: Report) -> None:
        """Show what totals tell; the rest waits to be worked out."""
        hint = self.tr("Click to work it out: every activity of these days has to be read.")
        known = {}
        if report.weighed_ms is not None:
            known = dict(zip((self.deep, self.distracting), map(self._words.length, report.weighed_ms), strict=True))
        for button, (name, meaning) in self._names().items():
            value = known.get(button)
            button.show_figure(name, value or _UNKNOWN, meaning if value else f"{meaning}\n{hint}")

    def _show_focus(self, focus: Focus, before: Focus | None) -> None:
        words, names = self._words, self._names()
        score = _UNKNOWN if focus.score is None else QLocale().toString(round(focus.score))
        old = before or Focus(None, 0, 0, 0, 0.0, 0.0, 0, ())
        values = {
            self.score: (score, words.points(focus.score, old.score, 1)),
            self.deep: (words.length(focus.deep_ms), words.change(focus.deep_ms, old.deep_ms, 1)),
            self.distracting: (
                words.length(focus.distracting_ms), words.change(focus.distracting_ms, old.distracting_ms, -1)
            ),
            self.fragmentation: (
                words.wording.percent(focus.fragmentation), words.change(focus.fragmentation, old.fragmentation, -1)
            ),
            self.switches: (
                words.wording.number(focus.switches_per_hour),
                words.change(focus.switches_per_hour, old.switches_per_hour, -1),
            ),
        }  # fmt: skip
        for button, (value, trend) in values.items():
            button.show_figure(names[button][0], value, names[button][1], trend)
