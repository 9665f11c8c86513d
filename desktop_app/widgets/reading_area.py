"""Paragraphs below each other that scroll where they need more room than there is."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.scrolled_body import ScrolledBody


class ReadingArea(ScrolledBody):
    """Begun anew for each text; the keys scroll it, and it shows when it has them."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.begin()

    def begin(self) -> None:
        """Make an empty body; nothing is shown of it before end."""
        self.body = QWidget(self)
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, spacing.M, 0)
        self.column.setSpacing(spacing.S)

    def end(self) -> None:
        """Show what was put into the body, from its top."""
        self.column.addStretch(1)
        self.set_body(self.body)
