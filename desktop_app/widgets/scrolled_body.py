"""What is longer than its room: it scrolls, and shows when the keys that scroll it are there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_RING: Final = 3  # room around what is read, in which it shows that it has the keys


class ScrolledBody(QScrollArea):
    """Scrolls a body up and down; name is what a screen reader calls it."""

    def __init__(self, name: str, body: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportMargins(_RING, _RING, _RING, _RING)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        if body is not None:
            self.set_body(body)

    def set_body(self, body: QWidget) -> None:
        """Show another body, from its top."""
        body.setProperty("role", "pageBody")
        self.setWidget(body)
