"""Every correction there was: what, when, whether it holds; taken back, made again, or its time as recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.dialogs.correction_words import kind_name, said_words, span_words
from desktop_app.dialogs.made_list import Act, MadeList
from desktop_app.item_models.text_table import TextCell, TextRow
from desktop_app.widgets.format import Wording
from engine.domain.categories import CategoryTree
from engine.domain.corrections import Action, CorrectionKind, spanned

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Corrections

MOST: Final = 1_000


class CorrectionsMade(MadeList):
    """The newest first."""

    def __init__(
        self, corrections: Corrections, background: Background, wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", background, parent)
        self._corrections, self._wording = corrections, wording
        self.setWindowTitle(self.tr("Corrections"))
        self.table.setAccessibleName(self.windowTitle())
        self.about.setText(
            self.tr("What was recorded always stays; corrections lie over it and can be taken back without limit.")
        )
        self.undo_button = self.add_button(self.tr("Undo the last"), lambda: corrections.undo)
        self.redo_button = self.add_button(self.tr("Redo"), lambda: corrections.redo)
        self.revert_button = self.add_button(self.tr("Time as recorded"), self._revert)
        self.revert_button.setToolTip(self.tr("Takes every correction off the time of the line chosen."))
        self._actions: list[Action] = []
        self.enable()

    def read(self) -> tuple[list[Action], CategoryTree]:
        """Return the last actions and the categories they name."""
        return self._corrections.actions(MOST), self._corrections.categories()

    def show_read(self, found: tuple[list[Action], CategoryTree]) -> None:
        """Show the actions."""
        self._actions, tree = found
        headers = [self.tr("Made"), self.tr("What"), self.tr("Time"), self.tr("As"), self.tr("State")]
        self.table.item_model.show_rows(headers, [self._row(one, tree) for one in self._actions])
        self.stretch(3)

    def _row(self, action: Action, tree: CategoryTree) -> TextRow:
        first_ms = spanned(action.corrections).start_ms
        state = self.tr("Undone") if action.undone else self.tr("In force")
        cells = (
            TextCell(self._wording.moment(action.made_ms, 0), action.made_ms),
            TextCell(kind_name(action.corrections), kind_name(action.corrections)),
            TextCell(span_words(action, self._wording), first_ms),
            TextCell(said_words(action, tree), said_words(action, tree)),
            TextCell(state, state),
        )
        return TextRow(cells, action)

    def enable(self) -> None:
        """Enable what can be done."""
        chosen = self.table.chosen()
        self.undo_button.setEnabled(any(not one.undone for one in self._actions))
        self.redo_button.setEnabled(any(one.undone for one in self._actions))
        self.revert_button.setEnabled(
            isinstance(chosen, Action)
            and not chosen.undone
            and any(one.kind is not CorrectionKind.REVERT for one in chosen.corrections)
        )

    def _revert(self) -> Act | None:
        chosen = self.table.chosen()
        if not isinstance(chosen, Action):
            return None
        span = spanned(chosen.corrections)
        return lambda: self._corrections.revert(span.start_ms, span.end_ms)
