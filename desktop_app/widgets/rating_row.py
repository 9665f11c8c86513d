"""A question answered with one tap from 1 to 5, or skipped."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph

STEPS: Final = 5
_TAP: Final = 40


class RatingRow(QWidget):
    """Emits rated(1 to 5) and skipped; it never takes the keyboard by itself."""

    rated = Signal(int)
    skipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = Paragraph("", "", self)
        self.question.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.taps = tuple(QPushButton(self) for _ in range(STEPS))
        self.skip_button = QPushButton(self)
        self.skip_button.setProperty("kind", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.S)
        row.addWidget(self.question, 1)
        for value, tap in enumerate(self.taps, 1):
            tap.setFixedWidth(_TAP)
            tap.clicked.connect(lambda _checked=False, value=value: self.rated.emit(value))
            row.addWidget(tap)
        row.addWidget(self.skip_button)
        self.skip_button.clicked.connect(self.skipped)
        self.write()

    def write(self) -> None:
        """Write everything in the window's language."""
        question = self.tr("How focused was the last half hour? (1 hardly, 5 fully)")
        self.question.setText(question)
        self.setAccessibleName(question)
        self.skip_button.setText(self.tr("Skip"))
        names = (
            self.tr("1 of 5: hardly focused"),
            self.tr("2 of 5: a little focused"),
            self.tr("3 of 5: half focused"),
            self.tr("4 of 5: well focused"),
            self.tr("5 of 5: fully focused"),
        )
        for value, (tap, name) in enumerate(zip(self.taps, names, strict=True), 1):
            tap.setText(QLocale().toString(value))
            tap.setAccessibleName(name)
            tap.setToolTip(name)
