"""The second step of sharing a week: all that is in the file, letter by letter, and what is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.dialogs.share_figures import figures_of
from desktop_app.dialogs.share_words import ShareWords, bulleted
from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from desktop_app.widgets.reading_area import ReadingArea
from engine.domain.sharing import SharePreview


class LookStep(QWidget):
    """Figures and lists at one side, the very text of the file at the other."""

    def __init__(self, words: ShareWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.area = ReadingArea(self.tr("What is in the file and what is not"), self)
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
        self.area.begin()
        body, column = self.area.body, self.area.column
        for note in self._notes(preview):
            column.addWidget(Paragraph(note, "strong", body))
        column.addWidget(plain_label(self.tr("In the file"), "heading", body))
        column.addWidget(figures_of(self._words, preview.lines, body))
        self._list("", preview.holds)
        self._list(self.tr("What it does not hide"), preview.does_not_hide)
        self._list(self.tr("Not in the file"), preview.leaves_out)
        self.area.end()

    def _notes(self, preview: SharePreview) -> tuple[str, ...]:
        saved = self.tr("You saved this very file before; saving it again costs nothing.")
        changed = self.tr(
            "⚠ The week's figures are others by now, by corrections or rules. This file stays as it was drawn."
        )
        return (saved,) * preview.saved_before + (changed,) * preview.changed

    def _list(self, heading: str, sentences: Sequence[str]) -> None:
        body, column = self.area.body, self.area.column
        if heading and sentences:
            column.addSpacing(spacing.S)
            column.addWidget(plain_label(heading, "heading", body))
        for line in bulleted(sentences):
            column.addWidget(Paragraph(line, "", body))
