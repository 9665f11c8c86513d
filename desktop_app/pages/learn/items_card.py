"""What skills are learned with: documents, courses, exercises, ticked off when done."""

from __future__ import annotations

from typing import Final

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

AT_ONCE: Final = 50
"""So many items are shown before somebody asks for more."""


class ItemRow(QWidget):
    """One item; emits done(number, whether) and removed(number)."""

    done = Signal(int, bool)
    removed = Signal(int)

    def __init__(self, words: LearnWords, item: LearningItem, skill: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = foreign(item.title)
        self.box = QCheckBox(self)
        self.box.setMinimumWidth(spacing.TARGET)
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
        self._sheet: LearnSheet | None = None
        self._most = AT_ONCE
        self._column = QVBoxLayout()
        self._column.setSpacing(spacing.XS)
        self.body.addWidget(self.note)
        self.body.addLayout(self._column)
        self.more_button = QPushButton(self)
        self.more_button.setProperty("kind", "quiet")
        self.more_button.clicked.connect(self._show_more)
        self.more_button.hide()  # until there is more
        self.body.addWidget(self.more_button)

    def show_sheet(self, sheet: LearnSheet) -> None:
        """Show other items, those not done first."""
        self._sheet = sheet
        self.note.setVisible(not sheet.items)
        more = len(sheet.items) - self._most
        self.more_button.setText(self.tr("Show %n more", "", min(more, AT_ONCE)))
        self.more_button.setVisible(more > 0)
        items = tuple(sorted(sheet.items, key=lambda one: one.done_ms is not None)[: self._most])
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

    def _show_more(self) -> None:
        self._most += AT_ONCE
        if self._sheet is not None:
            self.show_sheet(self._sheet)
