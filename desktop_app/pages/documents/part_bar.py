"""Which part of the page is shown: the search, the folders, or what could not be read; and how far reading is."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.pages.documents.index_strip import IndexStrip
from desktop_app.theme import spacing
from desktop_app.widgets.choice_group import ChoiceGroup


class Part(IntEnum):
    """The parts from left to right."""

    SEARCH = 0
    FOLDERS = 1
    FAILURES = 2


class PartBar(QWidget):
    """One button a part; emits picked(Part)."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = ChoiceGroup(self)
        self._buttons = {part: QPushButton(self) for part in Part}
        self.strip = IndexStrip(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.S)
        for part, button in self._buttons.items():
            button.setCheckable(True)
            self._group.addButton(button, part)
            row.addWidget(button)
        row.addSpacing(spacing.L)
        row.addWidget(self.strip, 1)
        row.addStretch()
        self._group.idClicked.connect(lambda place: self.picked.emit(Part(place)))
        self.show_counts(0, 0)
        self.mark(Part.SEARCH)

    def button(self, part: Part) -> QPushButton:
        """Return the button of a part."""
        return self._buttons[part]

    def mark(self, part: Part) -> None:
        """Mark the part that is shown."""
        self.button(part).setChecked(True)

    def show_counts(self, folders: int, failures: int) -> None:
        """Tell how many folders there are, and how many documents could not be read."""
        texts = (
            (self.tr("Search"), 0),
            (self.tr("Folders"), folders),
            (self.tr("Could not be read"), failures),
        )
        for part, (text, count) in zip(Part, texts, strict=True):
            self.button(part).setText(f"{text} ({QLocale().toString(count)})" if count else text)
