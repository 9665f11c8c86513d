"""A passphrase typed twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

SHORTEST = 8


class TwiceField(QWidget):
    """Two hidden fields; text is what both hold, trouble why they cannot be used yet."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.second = QLineEdit(self), QLineEdit(self)
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        for label, field in ((self.tr("Passphrase"), self.first), (self.tr("Once more"), self.second)):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setAccessibleName(label)
            field.textChanged.connect(lambda _text: self.edited.emit())
            rows.addRow(label, field)

    @property
    def text(self) -> str:
        """What was typed first."""
        return self.first.text()

    def trouble(self) -> str:
        """Return why it cannot be used, "" where it can."""
        if not self.first.text():
            return self.tr("Type a passphrase.")
        if len(self.first.text()) < SHORTEST:
            return self.tr("Use at least %1 characters; several words are best.").replace("%1", str(SHORTEST))
        return "" if self.first.text() == self.second.text() else self.tr("The two differ.")

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.second.clear()
