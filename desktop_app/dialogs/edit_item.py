"""Something to learn with: a document of the index, a course, an exercise, and how long it takes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from desktop_app.dialogs.asking_dialog import AskingDialog
from desktop_app.theme import spacing
from desktop_app.widgets.plain_text import foreign
from engine.domain.documents import Document
from engine.domain.learning import ItemKind, LearningItem, Skill

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Learning

_MOST = 6_000
_USUAL = 60
_STEP = 15
_SHOWN = 60


def document_name(document: Document) -> str:
    """Return what a document is called in a list."""
    return foreign(document.title or PurePath(document.identity.path).name, _SHOWN)


class EditItem(AskingDialog):
    """Adds an item for one of the skills. documents: those to choose from, the latest first."""

    def __init__(
        self,
        skills: Sequence[Skill],
        documents: Sequence[Document],
        learning: Learning,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(background, parent)
        self._skills, self._documents, self._learning = tuple(skills), tuple(documents), learning
        self.setWindowTitle(self.tr("New item"))
        self.skill, self.kind, self.document = QComboBox(self), QComboBox(self), QComboBox(self)
        self.skill.addItems([foreign(one.name, _SHOWN) for one in skills])
        for kind, name in (
            (ItemKind.COURSE, self.tr("Course")),
            (ItemKind.EXERCISE, self.tr("Exercise")),
            (ItemKind.DOCUMENT, self.tr("Document")),
        ):
            self.kind.addItem(name, kind.value)
        self.document.addItems([document_name(one) for one in documents])
        self.title = QLineEdit(self)
        self.minutes = QSpinBox(self)
        self.minutes.setRange(1, _MOST)
        self.minutes.setSingleStep(_STEP)
        self.minutes.setValue(_USUAL)
        self.minutes.setSuffix(self.tr(" min"))
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._form = QFormLayout()
        self._form.setSpacing(spacing.M)
        self._form.addRow(self.tr("Skill"), self.skill)
        self._form.addRow(self.tr("Kind"), self.kind)
        self._form.addRow(self.tr("Document"), self.document)
        self._form.addRow(self.tr("Title"), self.title)
        self._form.addRow(self.tr("Takes about"), self.minutes)
        self.column.addLayout(self._form)
        self.kind.currentIndexChanged.connect(lambda _place: self._try())
        self.title.textChanged.connect(lambda _text: self._try())
        self.save_button.clicked.connect(self._save)
        self.title.setFocus()
        self._try()

    @property
    def is_document(self) -> bool:
        """Whether a document is added."""
        return bool(self.kind.currentData() == ItemKind.DOCUMENT.value)

    def _try(self) -> None:
        self.error.hide()
        self._form.setRowVisible(self.document, self.is_document)
        self._form.setRowVisible(self.title, not self.is_document)
        named = bool(self._documents) if self.is_document else bool(self.title.text().strip())
        self.save_button.setEnabled(named and bool(self._skills))

    def said(self) -> LearningItem:
        """Return the item as it is written now."""
        skill, minutes = self._skills[self.skill.currentIndex()].id, self.minutes.value()
        if self.is_document:
            chosen = self._documents[self.document.currentIndex()]
            title = chosen.title or PurePath(chosen.identity.path).name
            return LearningItem(skill, ItemKind.DOCUMENT, title, minutes, chosen.id)
        return LearningItem(skill, ItemKind(self.kind.currentData()), self.title.text(), minutes)

    def _save(self) -> None:
        item = self.said()
        self.ask(lambda: self._learning.skills.add_item(item))
