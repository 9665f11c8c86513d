"""Saying which of the indexed documents a window shows: another one, none, or what Kairos finds by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QTableView, QVBoxLayout, QWidget

from desktop_app.background import Background
from desktop_app.dialogs.error_words import error_sentence
from desktop_app.dialogs.seen_table import plain_table
from desktop_app.item_models.text_table import TextCell, TextRow, TextTable
from desktop_app.pages.documents.words import file_name, place
from desktop_app.pages.timeline.shown_words import state_words
from desktop_app.theme import spacing
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign, plain_label
from desktop_app.widgets.return_key import press_by_return
from engine.domain.document_use import UseCorrected
from engine.domain.documents import Document
from engine.domain.errors import KairosError

if TYPE_CHECKING:
    from engine.api import DocumentUses

MOST: Final = 50
TYPING_MS: Final = 120
_LONGEST: Final = 200
_SIZE: Final = (620, 460)
_NAME_WIDTH: Final = 270
_STEPS: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class ShownDocumentDialog(QDialog):
    """About what was in front at a moment, and whatever looks alike. changed: it is stored; carries UseCorrected.

    What is typed looks for documents by name and folder; the arrow keys choose among them from the field, too.
    """

    changed = Signal(object)

    def __init__(
        self, at_ms: int, title: str, uses: DocumentUses, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._at_ms, self._uses, self._background = at_ms, uses, background
        self._asked: str | None = None
        self._possible = True
        self.setWindowTitle(self.tr("Which document it shows"))
        self._heading = ElidedLabel(foreign(title), "heading", self)
        self.state = Paragraph("", "secondary", self)
        self.field = QLineEdit(self)
        self.table = TextTable(self)
        self.view = QTableView(self)
        self.none_found = plain_label(self.tr("No document of this name is indexed."), "muted", self)
        self.error = Paragraph("", "strong", self)
        self.error.setObjectName("error")
        self.error.hide()
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._make_buttons()
        self._arrange()
        self._connect()
        self.show_choices(())
        self.none_found.hide()
        background.ask(self, lambda: uses.said(at_ms), self._tell, self._refuse_all)
        self._look()
        self.field.setFocus()

    def _make_buttons(self) -> None:
        self.choose_button = QPushButton(self.tr("It shows this one"), self)
        self.choose_button.setProperty("kind", "primary")
        self.choose_button.setDefault(True)
        self.none_button = QPushButton(self.tr("None of them"), self)
        self.itself_button = QPushButton(self.tr("Let Kairos decide"), self)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        for button in (self.none_button, self.itself_button, self.cancel_button):
            press_by_return(button)

    def _arrange(self) -> None:
        self.field.setMaxLength(_LONGEST)
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Search by name or folder"))
        self.field.setAccessibleName(self.tr("Search by name or folder"))
        self.view.setModel(self.table)
        self.view.setAccessibleName(self.tr("Documents to choose from"))
        foot = QHBoxLayout()
        foot.setSpacing(spacing.S)
        for button in (self.none_button, self.itself_button):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (self.cancel_button, self.choose_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.S)
        for widget in (self._heading, self.state, self.field):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        column.addWidget(self.none_found)
        hint = self.tr("This holds whenever the same program had this title, before and from now on.")
        column.addWidget(Paragraph(hint, "muted", self))
        column.addWidget(self.error)
        column.addLayout(foot)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self.field.installEventFilter(self)
        self.field.textChanged.connect(lambda _text: self._typing.start())
        self._typing.timeout.connect(self._look)
        self.view.doubleClicked.connect(lambda _index: self._choose())
        self.choose_button.clicked.connect(self._choose)
        self.none_button.clicked.connect(lambda: self._store(lambda: self._uses.correct(self._at_ms, None)))
        self.itself_button.clicked.connect(lambda: self._store(lambda: self._uses.take_back(self._at_ms)))
        self.cancel_button.clicked.connect(self.reject)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk through the documents while the field is typed in."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _STEPS
        if watched is self.field and pressed and isinstance(event, QKeyEvent):
            QCoreApplication.sendEvent(self.view, event)
            return True
        return super().eventFilter(watched, event)

    # ---------------------------------------------------------------- looking

    @property
    def at_rest(self) -> bool:
        """Whether the documents shown are those of what is typed."""
        return not self._typing.isActive() and self._asked is None

    def _look(self) -> None:
        if self._asked is not None:
            return  # the answer on its way looks again
        asked = self._asked = self.field.text()
        self._background.ask(self, lambda: self._uses.choices(asked, MOST), self._take, self._refuse)

    def _take(self, documents: Sequence[Document]) -> None:
        asked, self._asked = self._asked, None
        if asked != self.field.text():
            self._look()
            return
        self.show_choices(documents)
        self.none_found.setVisible(not documents and bool(asked))

    def show_choices(self, documents: Sequence[Document]) -> None:
        """Offer these documents, the first of them chosen."""
        self.table.show_rows((self.tr("Document"), self.tr("Folder")), [_row(one) for one in documents])
        plain_table(self.view, stretched=1, widths={0: _NAME_WIDTH})
        self._enable(True)
        if documents:
            self.view.setCurrentIndex(self.table.index(0, 0))

    def _tell(self, said: UseCorrected) -> None:
        self.state.setText(state_words(said))

    # ---------------------------------------------------------------- storing

    def _choose(self) -> None:
        chosen = self.table.source(self.view.currentIndex().row())
        if isinstance(chosen, Document):
            self._store(lambda: self._uses.correct(self._at_ms, chosen.id))

    def _store(self, do: Callable[[], UseCorrected]) -> None:
        self.error.hide()
        self._enable(False)
        self._background.ask(self, do, self._stored, self._refuse)

    def _stored(self, said: UseCorrected) -> None:
        self.changed.emit(said)
        self.accept()

    def _refuse_all(self, error: KairosError) -> None:
        self._possible = False  # there is nothing to say of that time
        self._refuse(error)

    def _refuse(self, error: KairosError) -> None:
        self._asked = None
        self.error.setText(f"⚠ {error_sentence(error)}")
        self.error.show()
        self._enable(True)

    def _enable(self, enabled: bool) -> None:
        enabled = enabled and self._possible
        self.choose_button.setEnabled(enabled and self.table.rowCount() > 0)
        for button in (self.none_button, self.itself_button):
            button.setEnabled(enabled)


def _row(document: Document) -> TextRow:
    path = document.identity.path
    name, where = file_name(path), place(str(Path(path).parent))
    return TextRow((TextCell(name, name), TextCell(where, where)), document)
