"""The rounded box everything on a page stands in."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.plain_text import plain_label


class Card(QFrame):
    """A card with a heading; body takes what it holds, corner what stands right of the heading."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(18, spacing.L, 18, spacing.L)
        outer.setSpacing(spacing.M)
        self.corner = QHBoxLayout()
        self.corner.setSpacing(spacing.S)
        self.heading: QLabel = plain_label(title, "heading", self)
        self.heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.corner.addWidget(self.heading)
        self.corner.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setSpacing(spacing.S)
        outer.addLayout(self.corner)
        outer.addLayout(self.body, 1)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Show another heading; an empty one takes no room."""
        self.heading.setText(title)
        self.heading.setVisible(bool(title))
        self.setAccessibleName(title)
