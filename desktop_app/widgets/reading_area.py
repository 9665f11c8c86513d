"""Paragraphs below each other that scroll where they need more room than there is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.theme import spacing

_RING: Final = 3  # room around what is read, in which it shows that it has the keys


class ReadingArea(QScrollArea):
    """Begun anew for each text; the keys scroll it, and it shows when it has them."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportMargins(_RING, _RING, _RING, _RING)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.begin()

    def begin(self) -> None:
        """Make an empty body; nothing is shown of it before end."""
        self.body = QWidget(self)
        self.body.setProperty("role", "pageBody")
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, spacing.M, 0)
        self.column.setSpacing(spacing.S)

    def end(self) -> None:
        """Show what was put into the body, from its top."""
        self.column.addStretch(1)
        self.setWidget(self.body)
