"""What was counted for a finding, one occasion a line; those that have a place in the timeline lead there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.intervals import Interval

_SIZE: Final = (460, 460)


@dataclass(frozen=True, slots=True)
class Occasion:
    """One line. where: its place in the timeline, None where it has none."""

    text: str
    where: Interval | None = None


class OccasionsDialog(QDialog):
    """Emits moment_wanted(Interval) for an occasion that is chosen, and closes; Esc closes too."""

    moment_wanted = Signal(object)

    def __init__(self, said: str, note: str, occasions: Sequence[Occasion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What was counted"))
        self.resize(*_SIZE)
        self.said, self.note = Paragraph(said, "strong", self), Paragraph(note, "secondary", self)
        self.note.setVisible(bool(note))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("What was counted"))
        for one in occasions:
            item = QListWidgetItem(one.text, self.list)
            item.setData(Qt.ItemDataRole.UserRole, one.where)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self._show())
        self.show_button = QPushButton(self.tr("Show in the timeline"), self)
        self.show_button.setVisible(any(one.where is not None for one in occasions))
        self.show_button.clicked.connect(self._show)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.show_button, self.close_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.L, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        for part in (self.said, self.note):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _show(self) -> None:
        item = self.list.currentItem()
        where = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        if isinstance(where, Interval):
            self.moment_wanted.emit(where)
            self.accept()
