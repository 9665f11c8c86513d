"""Cards made of a note: what it offers word for word, ticked one by one; or one of the person's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.dialogs.asking_dialog import AskingDialog
from desktop_app.dialogs.edit_item import document_name
from desktop_app.theme import spacing
from desktop_app.widgets.on_screen import resize_on_screen
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign
from engine.domain.documents import Document
from engine.domain.learning import CardDraft, Skill

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Learning

_SHOWN = 60
_SIZE = (620, 520)


class DraftRow(QWidget):
    """A question and its answer to be ticked; emits toggled."""

    toggled = Signal()

    def __init__(self, draft: CardDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self.box = QCheckBox(self)
        self.box.setAccessibleName(foreign(f"{draft.front} {draft.back}"))
        self.box.toggled.connect(lambda _checked: self.toggled.emit())
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Paragraph(foreign(draft.front), "strong", self))
        texts.addWidget(Paragraph(foreign(draft.back), "", self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.S)
        row.addWidget(self.box)
        row.addLayout(texts, 1)


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
        self.rows: list[DraftRow] = []
        self._asked = 0
        self.setWindowTitle(self.tr("Make cards"))
        resize_on_screen(self, _SIZE)
        self.skill, self.document = QComboBox(self), QComboBox(self)
        self.skill.addItems([foreign(one.name, _SHOWN) for one in skills])
        self.document.addItem(self.tr("None, I write one myself"))
        self.document.addItems([document_name(one) for one in documents])
        self.front, self.back = QLineEdit(self), QLineEdit(self)
        self.note = Paragraph("", "secondary", self)
        self.list, self._column, self._form = QScrollArea(self), QVBoxLayout(), QFormLayout()
        self._arrange()
        self._connect()
        self.document.setFocus()
        self._choose(0)

    def _arrange(self) -> None:
        self.list.setAccessibleName(self.tr("What the note offers"))
        self.list.setProperty("role", "inCard")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWidgetResizable(True)
        inside = QWidget()
        inside.setLayout(self._column)
        self._column.setContentsMargins(0, 0, spacing.S, 0)
        self._column.setSpacing(spacing.S)
        self._column.addStretch(1)
        self.list.setWidget(inside)
        self._form.setSpacing(spacing.M)
        self._form.addRow(self.tr("Skill"), self.skill)
        self._form.addRow(self.tr("Note"), self.document)
        self._form.addRow(self.tr("Question"), self.front)
        self._form.addRow(self.tr("Answer"), self.back)
        self.column.addLayout(self._form)
        self.column.addWidget(self.note)
        self.column.addWidget(self.list, 1)
        self.save_button.setText(self.tr("Make cards"))

    def _connect(self) -> None:
        self.document.currentIndexChanged.connect(self._choose)
        for field in (self.front, self.back):
            field.textChanged.connect(lambda _text: self._try())
        self.save_button.clicked.connect(self._save)

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
        for old in self.rows:
            old.deleteLater()
        self.rows = [DraftRow(one, self) for one in drafts]
        for place, row in enumerate(self.rows):
            row.toggled.connect(self._try)
            self._column.insertWidget(place, row)
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
        return [row.draft for row in self.rows if row.box.isChecked()]

    def _try(self) -> None:
        self.error.hide()
        self.save_button.setEnabled(bool(self.chosen()))

    def _save(self) -> None:
        skill, drafts = self._skills[self.skill.currentIndex()].id, self.chosen()
        self.ask(lambda: self._learning.cards.add(skill, drafts))
