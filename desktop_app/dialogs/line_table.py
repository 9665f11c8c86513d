"""A table of lines that one is chosen of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget

from desktop_app.item_models.text_table import TextTable
from desktop_app.widgets.plain_lines import LINE, show_plain_lines

ROW = LINE


class LineTable(QTableView):
    """Shows a TextTable; sorted by its headers, walked by keys, one line chosen at a time."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item_model = TextTable(self)
        self.setModel(self.item_model)
        self.setAccessibleName(name)
        show_plain_lines(self, height=ROW, elided=Qt.TextElideMode.ElideMiddle)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)

    def chosen(self) -> object:
        """Return what the chosen line was made of, None without one."""
        rows = self.selectionModel().selectedRows()
        return self.item_model.source(rows[0].row()) if rows else None
