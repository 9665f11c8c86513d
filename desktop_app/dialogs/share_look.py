"""The second step of sharing a week: all that is in the file, letter by letter, and what is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.dialogs.share_figures import Figures
from desktop_app.dialogs.share_words import ShareWords, bulleted
from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from engine.domain.sharing import SharePreview


class LookStep(QWidget):
    """Figures and lists at one side, the very text of the file at the other."""

    def __init__(self, words: ShareWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._body: QWidget | None = None
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(self.tr("What is in the file and what is not"))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(self.tr("The file, letter by letter"))
        right = QVBoxLayout()
        right.setSpacing(spacing.S)
        right.addWidget(plain_label(self.text.accessibleName(), "heading", self))
        right.addWidget(self.text, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.L)
        row.addWidget(self.area, 3)
        row.addLayout(right, 2)

    def show_preview(self, preview: SharePreview) -> None:
        """Show a file that is not saved yet."""
        self.text.setPlainText(preview.text)
        body = self._body = QWidget(self.area)
        body.setProperty("role", "pageBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, spacing.M, 0)
        column.setSpacing(spacing.S)
        for note in self._notes(preview):
            column.addWidget(Paragraph(note, "strong", body))
        column.addWidget(plain_label(self.tr("In the file"), "heading", body))
        column.addWidget(Figures(self._words, preview.lines, body))
        self._list(column, "", preview.holds)
        self._list(column, self.tr("Not in the file"), preview.leaves_out)
        self._list(column, self.tr("What it does not hide"), preview.does_not_hide)
        column.addStretch(1)
        self.area.setWidget(body)

    def _notes(self, preview: SharePreview) -> tuple[str, ...]:
        saved = self.tr("You saved this very file before; saving it again costs nothing.")
        changed = self.tr(
            "⚠ The week's figures are others by now, by corrections or rules. This file stays as it was drawn."
        )
        return (saved,) * preview.saved_before + (changed,) * preview.changed

    def _list(self, column: QVBoxLayout, heading: str, sentences: Sequence[str]) -> None:
        if heading and sentences:
            column.addSpacing(spacing.S)
            column.addWidget(plain_label(heading, "heading", self._body))
        for line in bulleted(sentences):
            column.addWidget(Paragraph(line, "", self._body))
