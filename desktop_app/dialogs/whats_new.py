"""What is new since Kairos was opened last: a few lines, beside which everything goes on."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
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
        body.setProperty("role", "pageBody")
        self._lines = QVBoxLayout(body)
        self._lines.setContentsMargins(0, 0, spacing.M, 0)
        self._lines.setSpacing(spacing.S)
        for release in releases:
            self._add(release, body)
        self._lines.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidget(body)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        column.addWidget(plain_label(self.windowTitle(), "title", self))
        column.addWidget(scroll, 1)
        column.addLayout(foot)

    def _add(self, release: Release, body: QWidget) -> None:
        name = self.tr("Kairos %1").replace("%1", release.version)
        self._lines.addWidget(plain_label(name, "heading", body))
        for line in release.lines:
            self._lines.addWidget(Paragraph(f"• {line}", "", body))
