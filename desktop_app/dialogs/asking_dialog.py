"""A dialog that asks the engine to do what it says, and stays open with the reason where that is refused."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.dialogs.error_words import error_sentence
from desktop_app.dialogs.tab_order import fields_of
from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.return_key import press_by_return
from engine.domain.errors import KairosError

if TYPE_CHECKING:
    from desktop_app.background import Background

_WIDTH: Final = 460


class AskingDialog(QDialog):
    """Emits stored with what came of it once the engine did it.

    Whoever derives from it fills column, connects save_button and, where more buttons are wanted, fills beside.
    """

    stored = Signal(object)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self.setMinimumWidth(_WIDTH)
        self.error = Paragraph("", "strong", self)
        self.error.setObjectName("error")
        self.error.hide()
        self.remove_button = QPushButton(self.tr("Remove"), self)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setDefault(True)
        self.save_button.setProperty("kind", "primary")
        for button in (self.remove_button, self.cancel_button):
            press_by_return(button)
        self.remove_button.hide()
        self.cancel_button.clicked.connect(self.reject)
        foot, self.beside = QHBoxLayout(), QHBoxLayout()
        for row in (foot, self.beside):
            row.setSpacing(spacing.S)
        foot.addWidget(self.remove_button)
        foot.addLayout(self.beside)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        self.column = QVBoxLayout()
        self.column.setSpacing(spacing.M)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        whole.setSpacing(spacing.M)
        whole.addLayout(self.column, 1)
        whole.addWidget(self.error)
        whole.addLayout(foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field, and have Tab go down them to the buttons: Qt's own order is that of making."""
        fields = list(fields_of(self.column))
        buttons = (self.save_button, self.remove_button, *fields_of(self.beside), self.cancel_button)
        for before, after in pairwise((*fields, *buttons)):
            self.setTabOrder(before, after)
        if fields and self.focusWidget() in {None, *buttons}:
            next((field for field in fields if field.isEnabled()), fields[0]).setFocus()
        super().showEvent(event)

    def ask(self, act: Callable[[], object]) -> None:
        """Have it done beside the window, and close once it is."""
        self.error.hide()
        self.save_button.setEnabled(False)
        self._background.ask(self, act, self._close, self.refuse)

    def _close(self, done: object) -> None:
        self.stored.emit(done)
        self.accept()

    def refuse(self, error: KairosError) -> None:
        """Say why it was refused."""
        self.error.setText(f"⚠ {error_sentence(error)}")
        self.error.show()
        self.save_button.setEnabled(True)
