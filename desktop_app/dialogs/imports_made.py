"""Every import there was; each can be taken back whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from desktop_app.dialogs.import_words import NAMES
from desktop_app.dialogs.made_list import Act, MadeList
from desktop_app.item_models.text_table import TextCell, TextRow
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign
from engine.domain.imports import ForeignKind, ImportBatch

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Imports

_LONGEST = 80


class ImportsMade(MadeList):
    """The newest first."""

    def __init__(
        self, imports: Imports, background: Background, wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", background, parent)
        self._imports, self._wording = imports, wording
        self.setWindowTitle(self.tr("Imports"))
        self.table.setAccessibleName(self.windowTitle())
        self.about.setText(self.tr("An import is taken back whole; the file it came from can be imported again."))
        self.undo_button = self.add_button(self.tr("Take back"), self._undo)
        self.enable()

    def read(self) -> list[ImportBatch]:
        """Return the imports."""
        return self._imports.batches()

    def show_read(self, found: list[ImportBatch]) -> None:
        """Show the imports."""
        headers = [self.tr("Made"), self.tr("From"), self.tr("File"), self.tr("Activities"), self.tr("State")]
        self.table.item_model.show_rows(headers, [self._row(one) for one in found])
        self.stretch(2)

    def _row(self, batch: ImportBatch) -> TextRow:
        kind = NAMES.get(ForeignKind(batch.kind), batch.kind) if batch.kind in set(ForeignKind) else batch.kind
        name = foreign(batch.file_name, _LONGEST)
        taken = self.tr("Taken back") if batch.undone_ms is not None else self.tr("In the history")
        cells = (
            TextCell(self._wording.moment(batch.made_ms, 0), batch.made_ms),
            TextCell(kind, kind),
            TextCell(name, name),
            TextCell(QLocale().toString(batch.added), batch.added, to_the_end=True),
            TextCell(taken, taken),
        )
        return TextRow(cells, batch)

    def enable(self) -> None:
        """Enable taking back what stands."""
        chosen = self.table.chosen()
        self.undo_button.setEnabled(isinstance(chosen, ImportBatch) and chosen.undone_ms is None)

    def _undo(self) -> Act | None:
        chosen = self.table.chosen()
        return (lambda: self._imports.undo(chosen.id)) if isinstance(chosen, ImportBatch) else None
