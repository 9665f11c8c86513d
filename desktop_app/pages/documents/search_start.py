"""What the search shows before anything is asked: what is worth reading now, and how to ask."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.pages.documents.digest_card import DigestCard
from desktop_app.pages.documents.library import Library
from desktop_app.theme import spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label


class SearchStart(QWidget):
    """Examples of the query language, each of which can be taken over.

    Emits taken(example), and settings_requested where a language model would find more.
    """

    taken = Signal(str)
    settings_requested = Signal()

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        body = QWidget()
        body.setProperty("role", "pageBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.L)
        self.digest = DigestCard(library, body)
        self.card = Card(self.tr("Ways to ask"), body)
        self.summary = plain_label("", "secondary", self.card)
        self.lack = QWidget(self.card)
        self.lack_button = QPushButton(self.tr("Choose a language model"), self.lack)
        self.lack_button.clicked.connect(self.settings_requested)
        self._fill()
        column.addWidget(self.digest)
        column.addWidget(self.card)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _fill(self) -> None:
        self.card.corner.addWidget(self.summary)
        grid = QGridLayout()
        grid.setHorizontalSpacing(spacing.L)
        grid.setVerticalSpacing(spacing.XS)
        grid.setColumnStretch(1, 1)
        for line, (example, meaning) in enumerate(self._examples()):
            grid.addWidget(self._button(example), line, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(plain_label(meaning, "muted", self.card, wrap=True), line, 1, Qt.AlignmentFlag.AlignVCenter)
        self.card.body.addLayout(grid)
        row = QHBoxLayout(self.lack)
        row.setContentsMargins(0, spacing.S, 0, 0)
        row.setSpacing(spacing.M)
        text = self.tr("Words are found, meaning is not: there is no language model yet that Kairos could use.")
        row.addWidget(Paragraph(text, "muted", self.lack), 1)
        row.addWidget(self.lack_button)
        self.lack.hide()
        self.card.body.addWidget(self.lack)

    def _examples(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("budget plan"), self.tr("documents with these words, or that are about this")),
            (self.tr('"annual report"'), self.tr("exactly these words beside each other")),
            (self.tr("report -draft"), self.tr("with the first word and without the second")),
            (self.tr("type:pdf"), self.tr("of one kind only: pdf, docx, xlsx, pptx, markdown, code, email …")),
            (self.tr("in:work"), self.tr("in a folder of this name, and below it")),
            (self.tr("after:2026-01"), self.tr("changed since then; before: works too")),
            (self.tr('used:"last week"'), self.tr("that you had open then: today, yesterday, this month …")),
        )

    def _button(self, example: str) -> QPushButton:
        button = QPushButton(example, self.card)
        button.setProperty("kind", "quiet")
        button.clicked.connect(lambda: self.taken.emit(example))
        return button

    def show_summary(self, text: str, *, by_meaning: bool) -> None:
        """Say how much there is to be found, and whether by meaning too."""
        self.summary.setText(text)
        self.lack.setVisible(not by_meaning)
