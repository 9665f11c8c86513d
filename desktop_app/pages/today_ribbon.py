"""The day ribbon in its card, with the line that says what is chosen and the table behind it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QPushButton, QTableView, QWidget

from desktop_app.item_models.segments import Column, SegmentTable
from desktop_app.pages.today_day import DayWords
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.card import Card
from desktop_app.widgets.day_ribbon import DayRibbon
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_lines import show_plain_lines
from desktop_app.widgets.ribbon_values import RibbonSegment
from engine.domain.summary import DaySummary

_TABLE_HEIGHT: Final = 260


class RibbonCard(Card):
    """Shows a day as a ribbon and, when asked, as a table; choosing in one chooses in the other."""

    def __init__(self, theme: ThemeHolder, wording: Wording, words: DayWords, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._words = words
        self._summary: DaySummary | None = None
        self._planned: tuple[RibbonSegment, ...] = ()
        self.ribbon = DayRibbon(theme, wording, self)
        self._line = ElidedLabel("", "secondary", self)
        self.button = QPushButton(self)
        self.button.setProperty("kind", "quiet")
        self.button.setCheckable(True)
        self.corner.addWidget(self.button)
        self.item_model = SegmentTable(wording, words.segment_name, self)
        self.table = QTableView(self)
        self.table.setModel(self.item_model)
        self._set_up_table()
        self.body.addWidget(self.ribbon)
        self.body.addWidget(self._line)
        self.body.addWidget(self.table)
        self.ribbon.selected.connect(self._chosen_in_ribbon)
        self.ribbon.table_wanted.connect(self._open_table)
        self.button.toggled.connect(self._show_table)
        self.table.selectionModel().currentRowChanged.connect(self._chosen_in_table)

    def write_headings(self) -> None:
        """Write what stands on the card, in the window's language."""
        self.set_title(self.tr("Timeline"))
        hint = self.tr("Arrow keys walk through the day, Enter shows it as a table.")
        self.ribbon.name(self.tr("Day ribbon"), hint)
        self.ribbon.lane_names = self.tr("Planned"), self.tr("Actual")
        self.ribbon.redraw()
        self.table.setAccessibleName(self.tr("The day as a table"))
        self.button.setText(self.tr("Hide the table") if self.button.isChecked() else self.tr("Show as a table"))
        self._write_line()

    def show_day(self, summary: DaySummary, now_ms: int) -> None:
        """Show another day, or the same one further on."""
        self._summary = summary
        self.ribbon.show_day(self._words.ribbon(summary, now_ms, self._planned))
        self.item_model.show_segments(summary.segments)
        self._write_line()

    def show_planned(self, planned: Iterable[RibbonSegment], now_ms: int) -> None:
        """Show what is planned above what was done; of it what lies on the day shown."""
        self._planned = tuple(planned)
        if self._summary is not None:
            self.ribbon.show_day(self._words.ribbon(self._summary, now_ms, self._planned))
            self._write_line()

    def forget(self) -> None:
        """Let every row be written anew with the next day shown."""
        self.item_model.show_segments(())

    def move_now(self, now_ms: int) -> None:
        """Move the now-line."""
        self.ribbon.move_now(now_ms)

    def _set_up_table(self) -> None:
        table = self.table
        table.setVisible(False)
        table.setFixedHeight(_TABLE_HEIGHT)
        show_plain_lines(table)
        columns = table.horizontalHeader()
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((Column.FROM, 80), (Column.TO, 80), (Column.LENGTH, 116), (Column.WHAT, 180)):
            table.setColumnWidth(column, width)
        columns.setStretchLastSection(True)

    def _write_line(self) -> None:
        segment = self.ribbon.chosen()
        hint = self.tr("Point at the day or press the arrow keys to see what was when.")
        self._line.setText(hint if segment is None else self.ribbon.describe(segment))

    def _chosen_in_ribbon(self, index: int) -> None:
        self._write_line()
        if index >= 0 and self.table.currentIndex().row() != index:
            self.table.setCurrentIndex(self.item_model.index(index, Column.WHAT))

    def _chosen_in_table(self, index: QModelIndex) -> None:
        if index.isValid():
            self.ribbon.choose(index.row())

    def _open_table(self) -> None:
        self.button.setChecked(True)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_table(self, shown: bool) -> None:
        self.table.setVisible(shown)
        self.write_headings()
