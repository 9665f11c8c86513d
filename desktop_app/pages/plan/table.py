"""The week as a table: the grid's twin for keyboards and screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView, QWidget

from desktop_app.item_models.text_table import TextCell, TextRow, TextTable
from desktop_app.pages.plan.words import PlanWords
from desktop_app.widgets.plain_lines import show_plain_lines
from desktop_app.widgets.week_values import Guise, WeekBlock

_WIDTHS: Final = (120, 120, 116, 200, 110)


class PlanTable(QTableView):
    """Shows the blocks in order; emits chosen, opened (Enter) and removed (Delete), each with the block's key."""

    chosen = Signal(str)
    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, words: PlanWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._keys: list[str] = []
        self._quiet = False
        self.item_model = TextTable(self)
        self.setModel(self.item_model)
        self._set_up()
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._key(index)))

    def _set_up(self) -> None:
        show_plain_lines(self)
        self.horizontalHeader().setStretchLastSection(True)

    def show_blocks(self, blocks: Sequence[WeekBlock]) -> None:
        """Show other blocks; the row of what is chosen stays."""
        before = self._key(self.currentIndex())
        headers = (
            self.tr("Day"),
            self.tr("Time"),
            self.tr("Length"),
            self.tr("What"),
            self.tr("State"),
            self.tr("What there is to say"),
        )
        self._quiet = True
        self.item_model.show_rows(headers, [self._row(block) for block in blocks])
        self._keys = [block.key for block in blocks]
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        self._quiet = False
        self.choose(before)

    def _row(self, block: WeekBlock) -> TextRow:
        wording = self._words.wording
        when = self.tr("All day") if block.all_day else wording.span(block.start_ms, block.end_ms)
        state = {
            Guise.OWN: self.tr("Planned"),
            Guise.FOREIGN: self.tr("Of a calendar"),
            Guise.PROPOSED: self.tr("Proposed"),
        }[block.guise]
        told = " · ".join(part for part in (block.trouble, block.bar.words if block.bar else "", block.detail) if part)
        length = wording.length(block.end_ms - block.start_ms)
        texts = (self._words.day(block.start_ms), when, length, block.title, state, told)
        return TextRow(tuple(TextCell(text) for text in texts), block.key)

    def choose(self, key: str) -> None:
        """Choose the row of a block, without word of it."""
        if key in self._keys and self._keys.index(key) != self.currentIndex().row():
            self._quiet = True
            self.setCurrentIndex(self.item_model.index(self._keys.index(key), 3))
            self._quiet = False

    def _key(self, index: QModelIndex) -> str:
        return self._keys[index.row()] if 0 <= index.row() < len(self._keys) else ""

    def _current_changed(self, index: QModelIndex) -> None:
        if not self._quiet and self._key(index):
            self.chosen.emit(self._key(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter and remove with Delete."""
        acts = {Qt.Key.Key_Return: self.opened, Qt.Key.Key_Enter: self.opened, Qt.Key.Key_Delete: self.removed}
        act, key = acts.get(Qt.Key(event.key())), self._key(self.currentIndex())
        if act is not None and key:
            act.emit(key)
        else:
            super().keyPressEvent(event)
