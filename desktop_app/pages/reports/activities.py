"""The activities behind a figure, in a panel below the report."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.item_models.text_table import TextCell, TextRow
from desktop_app.pages.reports.range_words import RangeWords
from desktop_app.pages.reports.reader import Listed
from desktop_app.pages.reports.tables import ReportTableView
from desktop_app.pages.reports.words import ReportWords
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.card import Card
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.plain_text import foreign
from engine.domain.days import DayRule, day_of
from engine.domain.intervals import Interval
from engine.domain.report import LabelledActivity

_HEIGHT = 252
_NARROW = 680
_CATEGORY = 4


class ActivitiesPanel(Card):
    """Lists what a figure counts; emits moment_wanted(Interval) to see one in the timeline."""

    moment_wanted = Signal(object)

    def __init__(
        self, theme: ThemeHolder, words: ReportWords, ranges: RangeWords, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._words, self._ranges = words, ranges
        self.line = ElidedLabel("", "secondary", self)
        self.timeline_button, self.close_button = QPushButton(self), QPushButton(self)
        self.timeline_button.setProperty("kind", "quiet")
        self.corner.addWidget(self.timeline_button)
        self.corner.addWidget(self.close_button)
        self.table = ReportTableView(theme, self)
        self.body.addWidget(self.line)
        self.body.addWidget(self.table, 1)
        self.setFixedHeight(_HEIGHT)
        self.close_button.clicked.connect(self.close_panel)
        self.timeline_button.clicked.connect(self._to_timeline)
        self.table.doubleClicked.connect(lambda _index: self._to_timeline())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._enable())
        self.speak()
        self.hide()

    def speak(self) -> None:
        """Write the buttons in the window's language."""
        self.timeline_button.setText(self.tr("Show in the timeline"))
        self.close_button.setText(self.tr("Close"))
        self.table.setAccessibleName(self.tr("Activities behind the figure"))

    def wait_for(self, name: str) -> None:
        """Open, empty, for a figure whose activities are being read."""
        self.set_title(self.tr("Activities: %1").replace("%1", name))
        self.line.setText(self.tr("Reading…"))
        self.table.show_rows(self._headers(), (), {}, 3)
        self._enable()
        self.show()

    def show_listed(self, listed: Listed, rule: DayRule) -> None:
        """Show the activities."""
        shown = listed.activities
        days = {day_of(one.interval.start_ms, rule) for one in (shown[:1] + shown[-1:])}
        rows = [self._row(one, listed, rule, with_day=len(days) > 1) for one in shown]
        self.table.show_rows(self._headers(), rows, {0: 196 if len(days) > 1 else 130, 1: 84, 2: 150, 4: 190}, 3)
        length = self._words.length(sum(one.ms for one in shown))
        text = self.tr("%n activities, %1", "", len(shown)).replace("%1", length)
        if listed.more:
            text = self.tr("The first %1 of them are shown.").replace("%1", QLocale().toString(len(shown)))
        self.line.setText(text)
        self._enable()

    def say(self, text: str) -> None:
        """Say why nothing is shown."""
        self.line.setText(text)

    def close_panel(self) -> None:
        """Close; whoever had the keys keeps them."""
        self.hide()

    def _headers(self) -> tuple[str, ...]:
        return self.tr("When"), self.tr("Length"), self.tr("App"), self.tr("Title"), self.tr("Category")

    def _row(self, one: LabelledActivity, listed: Listed, rule: DayRule, *, with_day: bool) -> TextRow:
        interval, words = one.interval, self._words
        when = words.wording.span(interval.start_ms, interval.end_ms)
        if with_day:
            when = f"{self._ranges.short(day_of(interval.start_ms, rule))}  {when}"
        path = listed.tree.path(one.labels.category_id or 0)
        app, title, category = words.activity(one), foreign(one.what.title), words.path(path)
        cells = (
            TextCell(when, interval.start_ms),
            TextCell(words.length(one.ms), one.ms, to_the_end=True),
            TextCell(app, app),
            TextCell(title, title),
            TextCell(category, category),
        )
        return TextRow(cells, interval)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the titles as much room as there is."""
        super().resizeEvent(event)
        self.table.setColumnHidden(_CATEGORY, self.width() < _NARROW)

    def _enable(self) -> None:
        self.timeline_button.setEnabled(self.table.item_model.rowCount() > 0)

    def _to_timeline(self) -> None:
        row = max(0, self.table.currentIndex().row())
        interval = self.table.item_model.source(row)
        if isinstance(interval, Interval):
            self.moment_wanted.emit(interval)
