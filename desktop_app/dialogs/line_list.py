"""A short list of texts that a person adds to and removes from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.key_binding import on_keys_in
from desktop_app.widgets.plain_text import plain_label
from desktop_app.widgets.return_key import press_by_return
from desktop_app.widgets.sentences import labelled

_LONGEST = 300
_ROWS_PX = 104


class LineList(QWidget):
    """Emits wanted with the whole new list; shows the list it is given, so a refused entry never appears in it.

    removed(line, list before): what the person took out, once the list without it is wanted.
    """

    wanted = Signal(object)
    removed = Signal(str, object)

    def __init__(self, label: str, example: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[str, ...] = ()
        self.caption: QLabel = plain_label(label, "", self)
        self.entry = QLineEdit(self)
        self.entry.setMaxLength(_LONGEST)
        self.entry.setPlaceholderText(example)
        self.entry.setAccessibleName(label)
        self.add_button = QPushButton(self.tr("Add"), self)
        self.remove_button = QPushButton(self.tr("Remove"), self)
        for button in (self.add_button, self.remove_button):
            press_by_return(button)
            button.setAccessibleName(labelled(button.text(), label))
        self.list = QListWidget(self)
        self.list.setAccessibleName(label)
        self.list.setMaximumHeight(_ROWS_PX)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._arrange()
        self.entry.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        self.list.itemSelectionChanged.connect(self._enable)
        on_keys_in(self.list, QKeySequence.StandardKey.Delete, self._remove)
        self.show_lines(())

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(spacing.S)
        for widget in (self.entry, self.add_button, self.remove_button):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.S)
        column.addWidget(self.caption)
        column.addLayout(row)
        column.addWidget(self.list)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show the list in force; an entry that is in it now has been taken and is cleared."""
        self._lines = tuple(lines)
        if self.entry.text().strip() in self._lines:
            self.entry.clear()
        self.list.clear()
        self.list.addItems(list(lines))
        self.list.setVisible(bool(lines))
        self._enable()

    def lines(self) -> tuple[str, ...]:
        """Return the list shown."""
        return self._lines

    def _enable(self) -> None:
        self.remove_button.setEnabled(bool(self.list.selectedItems()))

    def _add(self) -> None:
        text = self.entry.text().strip()
        if text.casefold() in {line.casefold() for line in self._lines}:
            self.entry.clear()
        elif text:
            self.wanted.emit((*self._lines, text))

    def _remove(self) -> None:
        gone = self.list.currentRow()
        if 0 <= gone < len(self._lines):
            before = self._lines
            self.wanted.emit(before[:gone] + before[gone + 1 :])
            self.removed.emit(before[gone], before)
