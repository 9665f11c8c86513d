"""What skills are learned with: documents, courses, exercises, ticked off when done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop_app.pages.learn.sheet import LearnSheet
from desktop_app.pages.learn.words import LearnWords
from desktop_app.theme import spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign
from engine.domain.learning import LearningItem


class ItemRow(QWidget):
    """One item; emits done(number, whether) and removed(number)."""

    done = Signal(int, bool)
    removed = Signal(int)

    def __init__(self, words: LearnWords, item: LearningItem, skill: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = foreign(item.title)
        self.box = QCheckBox(self)
        self.box.setChecked(item.done_ms is not None)
        self.box.setAccessibleName(self.tr("%1 is done").replace("%1", title))
        self.box.toggled.connect(lambda checked: self.done.emit(item.id, checked))
        self.remove_button = QToolButton(self)
        self.remove_button.setText("✕")
        self.remove_button.setProperty("role", "plain")
        self.remove_button.setFixedSize(spacing.TARGET, spacing.TARGET)
        self.remove_button.setAccessibleName(self.tr("Remove %1").replace("%1", title))
        self.remove_button.clicked.connect(lambda: self.removed.emit(item.id))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedLabel(title, "", self))
        texts.addWidget(ElidedLabel(words.item(item, skill), "secondary", self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.S)
        row.addWidget(self.box)
        row.addLayout(texts, 1)
        row.addWidget(self.remove_button)


class ItemsCard(Card):
    """Emits add_wanted, done(number, whether) and removed(number)."""

    add_wanted = Signal()
    done = Signal(int, bool)
    removed = Signal(int)

    def __init__(self, words: LearnWords, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._words = words
        self.set_title(self.tr("What you learn with"))
        self.add_button = QPushButton(self.tr("Add an item"), self)
        self.add_button.setProperty("kind", "quiet")
        self.add_button.clicked.connect(self.add_wanted)
        self.corner.addWidget(self.add_button)
        self.note = Paragraph(
            self.tr("Documents, courses or exercises, with about how long they take: what is new counts in the plan."),
            "muted",
            self,
        )
        self.rows: list[ItemRow] = []
        self._shown: tuple[object, ...] | None = None
        self._column = QVBoxLayout()
        self._column.setSpacing(spacing.XS)
        self.body.addWidget(self.note)
        self.body.addLayout(self._column)

    def show_sheet(self, sheet: LearnSheet) -> None:
        """Show other items, those not done first."""
        self.note.setVisible(not sheet.items)
        items = tuple(sorted(sheet.items, key=lambda one: one.done_ms is not None))
        if (items, sheet.skills) == self._shown:
            return
        self._shown = (items, sheet.skills)
        for old in self.rows:
            old.deleteLater()
        self.rows = [ItemRow(self._words, one, sheet.name_of(one.skill_id), self) for one in items]
        for row in self.rows:
            row.done.connect(self.done)
            row.removed.connect(self.removed)
            self._column.addWidget(row)
