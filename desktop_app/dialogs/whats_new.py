"""What is new since Kairos was opened last: a few lines, beside which everything goes on."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from desktop_app.widgets.reading_order import lead_on
from desktop_app.widgets.scrolled_body import ScrolledBody
from engine.domain.news import Release

_SIZE: Final = (520, 400)


class WhatsNewDialog(QDialog):
    """Shows releases, newest first; it blocks nothing."""

    def __init__(self, releases: tuple[Release, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What is new"))
        self.resize(*_SIZE)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        body = QWidget(self)
        self._lines = QVBoxLayout(body)
        self._lines.setContentsMargins(0, 0, spacing.M, 0)
        self._lines.setSpacing(spacing.S)
        for release in releases:
            self._add(release, body)
        self._lines.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        column.addWidget(plain_label(self.windowTitle(), "title", self))
        column.addWidget(ScrolledBody(self.windowTitle(), body, self), 1)
        column.addLayout(foot)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Lead Tab through the dialog as it is read."""
        return lead_on(self, forward=forwards)

    def _add(self, release: Release, body: QWidget) -> None:
        name = self.tr("Kairos %1").replace("%1", release.version)
        self._lines.addWidget(plain_label(name, "heading", body))
        for line in release.lines:
            self._lines.addWidget(Paragraph(f"• {line}", "", body))
