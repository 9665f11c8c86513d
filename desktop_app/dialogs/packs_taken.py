"""Every pack that was taken in; each can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.dialogs.made_list import Act, MadeList
from desktop_app.dialogs.packs_words import NEW_LINE, PackWords, item_name, remark
from desktop_app.item_models.text_table import TextCell, TextRow
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign
from desktop_app.widgets.sentences import labelled
from engine.domain.packs import PackImport, PackUndone

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Packs

_LONGEST: Final = 80
_SHOWN: Final = 8


class PacksTaken(MadeList):
    """The newest first; emits undone(PackImport) once one was taken back."""

    undone = Signal(object)

    def __init__(self, packs: Packs, background: Background, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__("", "", background, parent)
        self._packs, self._wording, self._words = packs, wording, PackWords(self)
        self.setWindowTitle(self.tr("Packs that were taken in"))
        self.table.setAccessibleName(self.windowTitle())
        self.about.setText(self.tr("A pack is taken back whole, but for what you changed or used since."))
        self.undo_button = self.add_button(self.tr("Take back"), self._undo)
        self.enable()

    def read(self) -> tuple[PackImport, ...]:
        """Return the packs."""
        return self._packs.taken()

    def show_read(self, found: tuple[PackImport, ...]) -> None:
        """Show the packs."""
        headers = [self.tr("Taken in"), self.tr("Pack"), self.tr("Of"), self.tr("Changes"), self.tr("State")]
        self.table.item_model.show_rows(headers, [self._row(one) for one in found])
        self.stretch(1)

    def _row(self, one: PackImport) -> TextRow:
        name, kind = foreign(one.name, _LONGEST), self._words.kind(one.kind)
        state = self.tr("Taken back") if one.undone_ms is not None else self.tr("In")
        cells = (
            TextCell(self._wording.moment(one.imported_ms, 0), one.imported_ms),
            TextCell(name, name),
            TextCell(kind, kind),
            TextCell(QLocale().toString(one.rows), one.rows, to_the_end=True),
            TextCell(state, state),
        )
        return TextRow(cells, one)

    def enable(self) -> None:
        """Enable taking back what is in."""
        chosen = self.table.chosen()
        self.undo_button.setEnabled(isinstance(chosen, PackImport) and chosen.undone_ms is None)

    def _undo(self) -> Act | None:
        chosen = self.table.chosen()
        return (lambda: self._packs.undo(chosen.id, relabel=False)) if isinstance(chosen, PackImport) else None

    def _done(self, done: object) -> None:
        super()._done(done)
        if isinstance(done, PackUndone):
            self.undone.emit(done.taken)
            if done.kept:
                self.error.setText(kept_words(self.tr("Taken back, but for:"), done))
                self.error.show()


def kept_words(title: str, done: PackUndone) -> str:
    """Return what stayed when a pack was taken back, and why."""
    names = [foreign(item_name(done.taken.kind, one.name), _LONGEST) for one in done.kept[:_SHOWN]]
    told = ["• " + labelled(name, remark(one.text)) for name, one in zip(names, done.kept, strict=False)]
    return NEW_LINE.join([title, *told, *(["…"] if len(done.kept) > _SHOWN else [])])
