"""A chart in its card, with the table behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QStackedLayout, QWidget

from desktop_app.item_models.text_table import TextRow
from desktop_app.pages.reports.tables import ReportTableView
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.card import Card
from desktop_app.widgets.sentences import labelled


class ChartCard(Card):
    """Shows a chart or, when asked, its table twin; a line of the table leads to what its part of the chart does."""

    def __init__(self, chart: QWidget, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.chart = chart
        self.table = ReportTableView(theme, self)
        self.button = QPushButton(self)
        self.button.setProperty("kind", "quiet")
        self.button.setCheckable(True)
        self.corner.addWidget(self.button)
        self._stack = QStackedLayout()
        chart.setParent(self)  # else the layout shows it as a window of its own, which takes the keys away
        self._stack.addWidget(chart)
        self._stack.addWidget(self.table)
        self.body.addLayout(self._stack)
        self.button.toggled.connect(self._show_table)

    def speak(self, title: str, table_name: str) -> None:
        """Write what stands on the card, in the window's language."""
        self.set_title(title)
        self.chart.setAccessibleName(title)
        self.table.setAccessibleName(table_name)
        self._name_button()

    def _name_button(self) -> None:
        text = self.tr("Show the chart") if self.button.isChecked() else self.tr("Show as a table")
        self.button.setText(text)
        self.button.setAccessibleName(labelled(text, self.chart.accessibleName()))

    def show_rows(self, headers: Sequence[str], rows: Sequence[TextRow]) -> None:
        """Show other lines in the table."""
        self.table.show_rows(headers, rows, dict.fromkeys(range(1, len(headers)), 120), 0)

    def _show_table(self, shown: bool) -> None:
        self._stack.setCurrentIndex(int(shown))
        self._name_button()
