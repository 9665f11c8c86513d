"""What stands below the results: what can be done with the one chosen, and what is said of the answer."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.plain_text import for_tooltip, foreign

_LONGEST: Final = 400


class ResultFoot(QWidget):
    """Buttons for the document chosen; reorder and lack are hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open_button = QPushButton(self.tr("Open"), self)
        self.reveal_button = QPushButton(self.tr("Show in folder"), self)
        self.copy_button = QPushButton(self.tr("Copy path"), self)
        self.keys = ElidedLabel(
            self.tr("/ searches · Enter opens · Ctrl+Enter shows in folder · Ctrl+C copies the path"), "secondary", self
        )
        self.reorder = QPushButton(self.tr("Sort by meaning too"), self)
        self.lack = QPushButton(self.tr("Words only: choose a language model"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.S)
        for button in (self.open_button, self.reveal_button, self.copy_button):
            row.addWidget(button)
        row.addSpacing(spacing.XS)
        row.addWidget(self.keys, 1)
        for button in (self.reorder, self.lack):
            button.setProperty("kind", "quiet")
            button.hide()
            row.addWidget(button)
        self.enable(enabled=False)

    def tell_lack(self, reason: str | None) -> None:
        """Say why nothing is found by meaning; None where it is."""
        said = "" if reason is None else foreign(reason, _LONGEST)
        self.lack.setVisible(reason is not None)
        self.lack.setToolTip(for_tooltip(said))
        self.lack.setAccessibleDescription(said)

    def enable(self, *, enabled: bool) -> None:
        """Let the buttons work, or not."""
        for button in (self.open_button, self.reveal_button, self.copy_button):
            button.setEnabled(enabled)
