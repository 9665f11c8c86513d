"""Cards made of a note: what it offers word for word, ticked one by one; or one of the person's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop_app.dialogs.asking_dialog import AskingDialog
from desktop_app.dialogs.edit_item import document_name
from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign
from engine.domain.documents import Document
from engine.domain.learning import CardDraft, Skill

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Learning

_SHOWN = 60
_SIZE = (620, 520)


class MakeCards(AskingDialog):
    """Reads what a note offers when it is chosen. documents: those to choose from, the latest first."""

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
        self._drafts: tuple[CardDraft, ...] = ()
        self._asked = 0
        self.setWindowTitle(self.tr("Make cards"))
        self.resize(*_SIZE)
        self.skill, self.document = QComboBox(self), QComboBox(self)
        self.skill.addItems([foreign(one.name, _SHOWN) for one in skills])
        self.document.addItem(self.tr("None, I write one myself"))
        self.document.addItems([document_name(one) for one in documents])
        self.front, self.back = QLineEdit(self), QLineEdit(self)
        self.note = Paragraph("", "secondary", self)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("What the note offers"))
        self._form = QFormLayout()
        self._form.setSpacing(spacing.M)
        self._form.addRow(self.tr("Skill"), self.skill)
        self._form.addRow(self.tr("Note"), self.document)
        self._form.addRow(self.tr("Question"), self.front)
        self._form.addRow(self.tr("Answer"), self.back)
        self.column.addLayout(self._form)
        self.column.addWidget(self.note)
        self.column.addWidget(self.list, 1)
        self.save_button.setText(self.tr("Make cards"))
        self.document.currentIndexChanged.connect(self._choose)
        self.list.itemChanged.connect(lambda _item: self._try())
        for field in (self.front, self.back):
            field.textChanged.connect(lambda _text: self._try())
        self.save_button.clicked.connect(self._save)
        self._choose(0)

    def _choose(self, place: int) -> None:
        self._show(())
        self._asked += 1
        number = self._asked
        for field in (self.front, self.back):
            self._form.setRowVisible(field, not place)
        self.list.setVisible(bool(place))
        if not place:
            self.note.setText(self.tr("A question you want to be able to answer, and its answer."))
            return
        document = self._documents[place - 1]
        self.note.setText(self.tr("Reading…"))

        def take(found: tuple[CardDraft, ...]) -> None:
            if number == self._asked:
                self._show(found)

        self._background.ask(self, lambda: self._learning.cards.drafts(document.id), take, self.refuse)

    def _show(self, drafts: tuple[CardDraft, ...]) -> None:
        self._drafts = drafts
        self.list.clear()
        for one in drafts:
            item = QListWidgetItem(f"{foreign(one.front)}\n{foreign(one.back)}", self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        some = self.tr("Word for word from the note; tick what you want to be asked.")
        none = self.tr(
            "Nothing in it looks like a card. Write “Q: … A: …”, “term: definition”, or headings with a sentence."
        )
        self.note.setText(some if drafts else none)
        self._try()

    def chosen(self) -> list[CardDraft]:
        """Return the cards that are wanted."""
        if not self.document.currentIndex():
            front, back = self.front.text().strip(), self.back.text().strip()
            return [CardDraft(front, back)] if front and back else []
        ticked = (self.list.item(place).checkState() == Qt.CheckState.Checked for place in range(self.list.count()))
        return [one for one, wanted in zip(self._drafts, ticked, strict=True) if wanted]

    def _try(self) -> None:
        self.error.hide()
        self.save_button.setEnabled(self.list.count() in {0, len(self._drafts)} and bool(self.chosen()))

    def _save(self) -> None:
        skill, drafts = self._skills[self.skill.currentIndex()].id, self.chosen()
        self.ask(lambda: self._learning.cards.add(skill, drafts))
