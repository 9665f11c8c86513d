"""What could not be read: the file, the reason, and trying again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QTableView, QVBoxLayout, QWidget

from desktop_app.dialogs.seen_table import plain_table
from desktop_app.item_models.text_table import TextCell, TextRow, TextTable
from desktop_app.pages.documents.reasons import reason_words
from desktop_app.pages.documents.words import file_name, kind_name, place
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.empty_state import EmptyState
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.documents import Document

MOST: Final = 1_000
_FILE, _KIND, _WHERE, _REASON = range(4)
_WIDTHS: Final = {_FILE: 220, _KIND: 130, _WHERE: 220}


class FailuresPanel(QWidget):
    """Emits again_wanted(tuple of Documents) and reveal_wanted(Document)."""

    again_wanted = Signal(object)
    reveal_wanted = Signal(object)

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.documents: tuple[Document, ...] = ()
        self.table = TextTable(self)
        self.view = QTableView(self)
        self.view.setModel(self.table)
        self.view.setAccessibleName(self.tr("Documents that could not be read"))
        self.detail = Paragraph("", "muted", self)
        self.again_button = QPushButton(self.tr("Try again"), self)
        self.again_all_button = QPushButton(self.tr("Try all again"), self)
        self.reveal_button = QPushButton(self.tr("Show in folder"), self)
        self.none = EmptyState(
            theme,
            "documents",
            self.tr("Everything could be read"),
            self.tr("Files that are damaged, locked with a password or too large are listed here with the reason."),
            None,
            self,
        )
        self._arrange()
        self._connect()
        self.show_failures(())

    def _arrange(self) -> None:
        listed = QWidget(self)
        row = QHBoxLayout()
        row.setSpacing(spacing.S)
        for button in (self.again_button, self.again_all_button, self.reveal_button):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.S)
        column.addWidget(self.view, 1)
        column.addWidget(self.detail)
        column.addLayout(row)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(listed)
        self._stack.addWidget(self.none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._choose())
        self.again_button.clicked.connect(lambda: self.again_wanted.emit(self.chosen))
        self.again_all_button.clicked.connect(lambda: self.again_wanted.emit(self.documents))
        self.reveal_button.clicked.connect(lambda: self.reveal_wanted.emit(self.chosen[0]))

    @property
    def chosen(self) -> tuple[Document, ...]:
        """The documents chosen."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        sources = (self.table.source(row) for row in rows)
        return tuple(one for one in sources if isinstance(one, Document))

    def show_failures(self, documents: Sequence[Document]) -> None:
        """Show these documents; those chosen stay chosen where they are still listed."""
        if tuple(documents) == self.documents and documents:
            return
        chosen = {one.id for one in self.chosen}
        self.documents = tuple(documents)
        headers = (self.tr("File"), self.tr("Kind"), self.tr("Folder"), self.tr("Why it could not be read"))
        self.table.show_rows(headers, [self._row(one) for one in documents])
        plain_table(self.view, stretched=_REASON, widths=_WIDTHS)
        self.view.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        for row in range(self.table.rowCount()):
            source = self.table.source(row)
            if isinstance(source, Document) and source.id in chosen:
                self.view.selectionModel().select(
                    self.table.index(row, 0),
                    self.view.selectionModel().SelectionFlag.Select | self.view.selectionModel().SelectionFlag.Rows,
                )
        self._stack.setCurrentIndex(0 if documents else 1)
        self._choose()

    def _row(self, one: Document) -> TextRow:
        path = one.identity.path
        name, where = file_name(path), place(str(Path(path).parent))
        reason = reason_words(one.reason)
        return TextRow(
            (TextCell(name, name), TextCell(kind_name(one.kind)), TextCell(where, where), TextCell(reason, reason)), one
        )

    def _choose(self) -> None:
        chosen = self.chosen
        self.again_button.setEnabled(bool(chosen))
        self.reveal_button.setEnabled(len(chosen) == 1)
        text = f"{place(chosen[0].identity.path)} — {reason_words(chosen[0].reason)}" if len(chosen) == 1 else ""
        self.detail.setText(text)
        self.detail.setVisible(bool(text))
