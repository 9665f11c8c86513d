"""A card that can be chosen: its name, and in plain lines what choosing it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph

_RING: Final = 2


class ChoiceCard(QFrame):
    """A radio button with lines below it; a click anywhere on the card chooses it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QRadioButton(name, self)
        self.button.toggled.connect(lambda _on: self.update())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(spacing.L, spacing.S, spacing.L, spacing.M)
        self._column.setSpacing(spacing.S)
        self._column.addWidget(self.button)
        self._lines: list[Paragraph] = []
        self._column.addStretch(1)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show other lines; a reader tells them with the button."""
        while len(self._lines) < len(lines):
            line = Paragraph("", "secondary", self)
            self._lines.append(line)
            self._column.insertWidget(self._column.count() - 1, line)
        for place, line in enumerate(self._lines):
            line.setText(lines[place] if place < len(lines) else "")
            line.setVisible(place < len(lines))
        self.button.setAccessibleDescription(" ".join(lines))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it, wherever on it that was."""
        if self.button.isEnabled():
            self.button.setChecked(True)
            self.button.setFocus()
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring around the one that is chosen."""
        super().paintEvent(event)
        if not self.button.isChecked():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), _RING))
        inner = QRectF(self.rect()).adjusted(_RING / 2, _RING / 2, -_RING / 2, -_RING / 2)
        painter.drawRoundedRect(inner, spacing.RADIUS_CARD, spacing.RADIUS_CARD)
        painter.end()
