"""Tables as the Reports page wants them."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from desktop_app.item_models.text_table import INK, SHARE, TextRow, TextTable
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.chart_share import ShareDelegate
from desktop_app.widgets.plain_lines import LINE, show_plain_lines

ROW: Final = LINE
HEADER: Final = 30
_MEASURED: Final = 8
_WIDEST: Final = 230
_AROUND: Final = 26


class ReportTableView(QTableView):
    """Sortable lines of text; emits opened(source) where a line is clicked or entered."""

    opened = Signal(object)

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item_model = TextTable(self)
        self.setModel(self.item_model)
        self.setItemDelegate(ShareDelegate(theme, SHARE, INK, self))
        show_plain_lines(self, height=ROW, elided=Qt.TextElideMode.ElideMiddle)
        columns = self.horizontalHeader()
        columns.setSortIndicatorClearable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        self.clicked.connect(self._open)

    def show_rows(
        self, headers: Sequence[str], rows: Sequence[TextRow], widths: dict[int, int], stretched: int
    ) -> None:
        """Show other rows.

        widths: of columns in pixels, wider where the words are; stretched: the column that takes the room left.
        """
        self.item_model.show_rows(headers, rows)
        columns = self.horizontalHeader()
        for column in range(len(headers)):
            mode = QHeaderView.ResizeMode.Stretch if column == stretched else QHeaderView.ResizeMode.Interactive
            columns.setSectionResizeMode(column, mode)
            if column in widths:
                self.setColumnWidth(column, max(widths[column], self._needed(rows, column)))

    def _needed(self, rows: Sequence[TextRow], column: int) -> int:
        """Return the width that shows a column's longest words, as far as that is reasonable."""
        longest = nlargest(_MEASURED, {row.cells[column].text for row in rows if row.cells[column].share is None}, len)
        return min(_WIDEST, max((self.fontMetrics().horizontalAdvance(text) for text in longest), default=0) + _AROUND)

    def fit_rows(self, fewest: int, most: int) -> None:
        """Be as high as the rows are, between so many and so many of them."""
        rows = min(most, max(fewest, self.item_model.rowCount()))
        self.setFixedHeight(HEADER + rows * ROW + 4)

    def _open(self, index: QModelIndex) -> None:
        source = self.item_model.source(index.row())
        if source is not None:
            self.opened.emit(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)
