"""What went wrong on a page, in a sentence, and a button to try it again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph


class ErrorLine(QWidget):
    """Hidden until there is something to say; emits again, and hides, when the person wants to try once more."""

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Paragraph("", "strong", self)
        self._sentence.setObjectName("error")
        self.button = QPushButton(self.tr("Try again"), self)
        self.button.clicked.connect(self.hide)
        self.button.clicked.connect(self.again)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.M)
        row.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def text(self) -> str:
        """Return what it says."""
        return self._sentence.text()

    def say(self, text: str) -> None:
        """Show what went wrong."""
        self._sentence.setText(f"⚠ {text}")
        self.setAccessibleName(text)
        self.show()
