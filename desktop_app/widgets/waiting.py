"""What a page shows until it has been read: nothing at first, a quiet word where that takes long."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.widgets.plain_text import plain_label

PATIENCE_MS: Final = 400
"""A word that comes and goes within less than this would only flash."""


class Waiting(QWidget):
    """Says that something is being read once it has been shown for a while."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word = plain_label(self.tr("Reading…"), "muted", self)
        self.word.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.word.hide()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.word.show)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.word)
        column.addStretch(2)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to wait."""
        super().showEvent(event)
        self._patience.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say nothing the next time until it takes long again."""
        self._patience.stop()
        self.word.hide()
        super().hideEvent(event)
