"""The folders that are read, with how many documents each holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTableView, QVBoxLayout, QWidget

from desktop_app.dialogs.seen_table import plain_table
from desktop_app.item_models.text_table import TextCell, TextRow, TextTable
from desktop_app.pages.documents.sheet import FolderSum
from desktop_app.pages.documents.words import place
from desktop_app.theme import spacing
from desktop_app.widgets.key_binding import on_keys_in
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign
from engine.domain.documents import Folder

_WIDTHS: Final = {1: 120, 2: 150, 3: 200}
_LONGEST: Final = 60


class FoldersPanel(QWidget):
    """Emits add_wanted, change_wanted(Folder), remove_wanted(Folder) and look_wanted (read anew what changed)."""

    add_wanted = Signal()
    change_wanted = Signal(object)
    remove_wanted = Signal(object)
    look_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = TextTable(self)
        self.view = QTableView(self)
        self.view.setModel(self.table)
        self.view.setAccessibleName(self.tr("Folders that are read"))
        self.add_button = QPushButton(self.tr("Add a folder…"), self)
        self.add_button.setProperty("kind", "primary")
        self.change_button = QPushButton(self.tr("What is read…"), self)
        self.remove_button = QPushButton(self.tr("Remove…"), self)
        self.look_button = QPushButton(self.tr("Look for changes now"), self)
        self.sums: tuple[FolderSum, ...] = ()
        self._arrange()
        self._connect()
        self.show_sums(())

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(spacing.S)
        for button in (self.add_button, self.change_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.look_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.S)
        column.addWidget(
            Paragraph(
                self.tr(
                    "Only these folders are read, and only on this computer. Files are never changed; "
                    "what changes in them is noticed while Kairos runs."
                ),
                "muted",
                self,
            )
        )
        column.addWidget(self.view, 1)
        column.addLayout(row)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_wanted)
        self.look_button.clicked.connect(self.look_wanted)
        self.change_button.clicked.connect(self._tell_change)
        self.remove_button.clicked.connect(self._tell_remove)
        self.view.doubleClicked.connect(lambda _index: self._tell_change())
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        on_keys_in(self.view, QKeySequence.StandardKey.Delete, self._tell_remove)
        for key in ("Return", "Enter"):
            on_keys_in(self.view, key, self._tell_change)

    @property
    def chosen(self) -> Folder | None:
        """The folder chosen, None where none is."""
        rows = self.view.selectionModel().selectedRows()
        source = self.table.source(rows[0].row()) if rows else None
        return source if isinstance(source, Folder) else None

    def show_sums(self, sums: Sequence[FolderSum]) -> None:
        """Show these folders; the one chosen stays chosen."""
        if tuple(sums) == self.sums and sums:
            return
        chosen = self.chosen
        self.sums = tuple(sums)
        headers = (self.tr("Folder"), self.tr("Documents"), self.tr("Could not be read"), self.tr("Narrowed"))
        self.table.show_rows(headers, [self._row(one) for one in sums])
        plain_table(self.view, stretched=0, widths=_WIDTHS)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        ids = [one.folder.id for one in self.sums]
        if chosen is not None and chosen.id in ids:
            self.view.selectRow(ids.index(chosen.id))
        elif ids:
            self.view.selectRow(0)
        self._enable()

    def _row(self, one: FolderSum) -> TextRow:
        count = QLocale().toString
        where = place(one.folder.path)
        if not one.there:
            where = self.tr("%1 (not there now)").replace("%1", where)
        return TextRow(
            (
                TextCell(where, where),
                TextCell(count(one.documents), one.documents, to_the_end=True),
                TextCell(count(one.failed) if one.failed else "–", one.failed, to_the_end=True),
                TextCell(self._narrowed(one.folder)),
            ),
            one.folder,
        )

    def _narrowed(self, folder: Folder) -> str:
        patterns = [*folder.include, *(f"−{pattern}" for pattern in folder.exclude)]
        return foreign(", ".join(patterns), _LONGEST)

    def _enable(self) -> None:
        for button in (self.change_button, self.remove_button):
            button.setEnabled(self.chosen is not None)

    def _tell_change(self) -> None:
        if self.chosen is not None:
            self.change_wanted.emit(self.chosen)

    def _tell_remove(self) -> None:
        if self.chosen is not None:
            self.remove_wanted.emit(self.chosen)
