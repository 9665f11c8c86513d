"""A passphrase that opens the data, in place of one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.dialogs.asking_dialog import AskingDialog
from desktop_app.dialogs.keys_fields import TwiceField
from desktop_app.widgets.paragraph import Paragraph

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Keys


class PassphraseDialog(AskingDialog):
    """Typed twice; Kairos keeps no copy of it."""

    def __init__(self, keys: Keys, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self._keys = keys
        self.setWindowTitle(self.tr("Set a passphrase"))
        about = self.tr("It opens the data where the keyring cannot. Kairos keeps no copy of it.")
        self.fields, self.trouble = TwiceField(self), Paragraph("", "secondary", self)
        for part in (Paragraph(about, "", self), self.fields, self.trouble):
            self.column.addWidget(part)
        self.fields.edited.connect(self._look)
        self.save_button.clicked.connect(self._save)
        self._look()

    def _look(self) -> None:
        trouble = self.fields.trouble()
        self.trouble.setText(trouble)
        self.save_button.setEnabled(not trouble)

    def _save(self) -> None:
        text = self.fields.text
        self.ask(lambda: self._keys.add_passphrase(text))
