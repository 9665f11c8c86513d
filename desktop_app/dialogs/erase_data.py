"""Erasing: looked at first, confirmed, done beside the window, and told with the proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.dialogs.erase_form import EraseForm
from desktop_app.dialogs.erase_words import EraseWords
from desktop_app.dialogs.long_work import LongWork
from desktop_app.widgets.return_key import press_by_return
from engine.domain.erasing import EraseChoice, Erased, ErasePreview
from engine.domain.errors import UsageError

if TYPE_CHECKING:
    from engine.api import Erasing


class EraseData(LongWork):
    """Emits erased once something is gone."""

    erased = Signal()

    def __init__(self, erasing: Erasing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._erasing, self._words = erasing, EraseWords(self)
        self._looked: EraseChoice | None = None
        self.setWindowTitle(self.tr("Erase what is stored"))
        self.form = EraseForm(self)
        self.head.addWidget(self.form)
        self.told.setAccessibleName(self.tr("What would go"))
        self.told.setPlaceholderText(self.tr("Choose, then look what would go. Nothing is erased before you say so."))
        self.sure.setText(self.tr("Erase this for good. It cannot be taken back."))
        self.act_button.setText(self.tr("Erase"))
        self.look_button = QPushButton(self.tr("Look what would go"), self)
        press_by_return(self.look_button)
        self.foot.insertWidget(0, self.look_button)
        self.look_button.clicked.connect(self.look)
        self.act_button.clicked.connect(self._erase)
        self.form.changed.connect(self._forget)
        form = self.form
        self.tab_through(form.by, form.text, form.only, form.start, form.end, self.look_button)
        self.form.text.returnPressed.connect(self.look)
        self.enable()
        self.form.by.setFocus()

    def ready(self) -> bool:
        """Return whether what would go was looked at, and is something."""
        return self._looked is not None

    def enable(self) -> None:
        """Enable what can be done now."""
        super().enable()
        for part in (self.form, self.look_button):
            part.setEnabled(not self.works)

    def look(self) -> None:
        """Show what would go."""
        try:
            choice = self.form.choice()
        except UsageError as mistake:
            self.refuse(mistake)
            return
        self.ask(lambda: self._erasing.preview(choice), lambda found: self._show(choice, found))

    def _erase(self) -> None:
        choice = self._looked
        if choice is not None:
            self.told.setPlainText(self.tr("Erasing… Copies and traces take a while."))
            self.ask(lambda: self._erasing.erase(choice, prove=choice.texts), self._tell)

    def _show(self, choice: EraseChoice, found: ErasePreview) -> None:
        self._looked = None if found.empty else choice
        self.told.setPlainText(self._words.preview(found))

    def _tell(self, erased: Erased) -> None:
        self._forget()
        self.told.setPlainText(self._words.done(erased))
        self.erased.emit()

    def _forget(self) -> None:
        self._looked = None
        self.error.hide()
        self.sure.setChecked(False)
        self.told.clear()
        self.enable()
