"""The items of a pack as a list with ticks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop_app.widgets.plain_lines import LINE
from desktop_app.widgets.plain_text import foreign

_LONGEST: Final = 200
_NAME: Final = 0
_BOX: Final = 18  # as wide as the box of a tick with its line


@dataclass(frozen=True, slots=True)
class PackRow:
    """One item: what stands in its columns, and whether it is ticked; None where it has no tick."""

    cells: tuple[str, ...]
    ticked: bool | None = None


class PackItems(QTreeWidget):
    """Emits ticked when a tick changes and chosen(row) when another item is looked at; rows count from 0."""

    ticked = Signal()
    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "lines")
        self.setAccessibleName(name)
        nothing = QPixmap(_BOX, 1)
        nothing.fill(Qt.GlobalColor.transparent)
        self._no_box = QIcon(nothing)
        self.setIconSize(nothing.size())
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(False)
        self.currentItemChanged.connect(self._tell_chosen)
        self.itemChanged.connect(lambda _item, column: None if column else self.ticked.emit())

    def show_rows(self, headers: Sequence[str], rows: Sequence[PackRow]) -> None:
        """Show other items, the first of them chosen."""
        self.blockSignals(True)
        self.clear()
        self.setColumnCount(len(headers))
        self.setHeaderLabels(list(headers))
        mixed = any(row.ticked is not None for row in rows)
        for row in rows:
            item = QTreeWidgetItem([foreign(cell, _LONGEST) for cell in row.cells])
            for column, cell in enumerate(row.cells):
                item.setToolTip(column, foreign(cell, _LONGEST))
            if row.ticked is not None:
                item.setCheckState(_NAME, Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked)
            elif mixed:
                item.setIcon(_NAME, self._no_box)  # so that all names begin at one place
            item.setSizeHint(_NAME, QSize(0, LINE))
            self.addTopLevelItem(item)
        header = self.header()
        header.setStretchLastSection(False)
        for column in range(len(headers)):
            mode = QHeaderView.ResizeMode.ResizeToContents if column else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
        self.blockSignals(False)
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def off(self) -> frozenset[int]:
        """Return the rows whose tick was taken away."""
        return frozenset(row for row in range(self.topLevelItemCount()) if self._is_off(row))

    def _is_off(self, row: int) -> bool:
        item = self.topLevelItem(row)
        ticked = None if item is None else item.data(_NAME, Qt.ItemDataRole.CheckStateRole)
        return ticked is not None and Qt.CheckState(ticked) is Qt.CheckState.Unchecked

    def _tell_chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(self.indexOfTopLevelItem(item))
