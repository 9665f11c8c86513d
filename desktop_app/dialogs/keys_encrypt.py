"""Turning encryption on for a profile that is not encrypted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.dialogs.keys_change import KeyDialog
from desktop_app.dialogs.keys_fields import TwiceField
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign

if TYPE_CHECKING:
    from engine.api import Keys

_LONGEST = 60


class EncryptDialog(KeyDialog):
    """By the keyring, a passphrase, or both; a recovery code is made in any case. keyring: its name, None for none."""

    def __init__(self, keys: Keys, keyring: str | None, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        name = "" if keyring is None else f" ({foreign(keyring, _LONGEST)})"
        self.keyring = QCheckBox(self.tr("Open by the keyring of this computer%1").replace("%1", name), self)
        self.keyring.setChecked(keyring is not None)
        self.keyring.setEnabled(keyring is not None)
        self.by_passphrase = QCheckBox(self.tr("Open by a passphrase"), self)
        self.by_passphrase.setChecked(keyring is None)
        self.fields, self.trouble = TwiceField(self), Paragraph("", "secondary", self)
        for part in (self.keyring, self.by_passphrase, self.fields, self.trouble):
            self.head.addWidget(part)
        for box in (self.keyring, self.by_passphrase):
            box.toggled.connect(lambda _on: self.enable())
        self.fields.edited.connect(self.enable)
        self._has_keyring = keyring is not None
        self.tab_through(self.keyring, self.by_passphrase, self.fields.first, self.fields.second)
        self.explain(
            self.tr("Encrypt"),
            self.tr(
                "The database, its backups and the learned models are written anew with a random key. A recovery code "
                "is shown afterwards; then Kairos opens anew."
            ),
            self.tr("Encrypt everything."),
            self.tr("Encrypt"),
        )

    def ready(self) -> bool:
        """Return whether something is to open it, and the passphrase is typed well."""
        return self._ways() and not self._fault()

    def enable(self) -> None:
        """Enable what can be done now, and say what is missing."""
        super().enable()
        self.fields.setVisible(self.by_passphrase.isChecked())
        self.trouble.setText(self._fault())
        self.trouble.setVisible(bool(self.trouble.text()))
        for part in (self.keyring, self.by_passphrase, self.fields):
            part.setEnabled(not self.works and (part is not self.keyring or self._has_keyring))

    def _ways(self) -> bool:
        return self.keyring.isChecked() or self.by_passphrase.isChecked()

    def _fault(self) -> str:
        if not self._ways():
            return self.tr("Choose the keyring, a passphrase, or both.")
        return self.fields.trouble() if self.by_passphrase.isChecked() else ""

    def act(self) -> None:
        """Encrypt."""
        keyring = self.keyring.isChecked()
        passphrase = self.fields.text if self.by_passphrase.isChecked() else None
        self.has_passphrase = passphrase is not None
        self.convert(lambda: self.keys.turn_on(keyring=keyring, passphrase=passphrase))

    def show_code(self, code: str, *, converted: bool) -> None:
        """Forget what was typed, and show the code."""
        self.fields.clear()
        super().show_code(code, converted=converted)
