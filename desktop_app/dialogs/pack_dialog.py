"""What making and taking in a pack have in common: its items, each to be left out, and the text beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.dialogs.error_words import error_sentence
from desktop_app.dialogs.packs_items import PackItems
from desktop_app.dialogs.packs_words import PackWords
from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.return_key import press_by_return
from engine.domain.errors import KairosError

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Packs

T = TypeVar("T")


class PackDialog(QDialog):
    """Asks beside the window. Whoever derives from it makes its fields, then the parts, and fills column."""

    def __init__(self, packs: Packs, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.packs, self.background = packs, background
        self.words = PackWords(self)
        self.dialog: QFileDialog | None = None
        self._asked = 0
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        self.column.setSpacing(spacing.M)

    def make_parts(self, items: str, text: str, act: str) -> None:
        """Make the list, the text and the buttons; after the fields, since Tab goes in the order of making.

        items, text: what these are called. act: what the main button says.
        """
        self.items = PackItems(items, self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(text)
        self.error = Paragraph("", "strong", self)
        self.error.setObjectName("error")
        self.close_button = QPushButton(self.tr("Close"), self)
        self.act_button = QPushButton(act, self)
        self.act_button.setProperty("kind", "primary")
        self.close_button.clicked.connect(self.reject)

    def add_foot(self) -> None:
        """Put the line of what was refused, and the buttons, below what column holds."""
        foot = QHBoxLayout()
        foot.setSpacing(spacing.S)
        foot.addStretch(1)
        for button in (self.close_button, self.act_button):
            press_by_return(button)
            foot.addWidget(button)
        self.column.addWidget(self.error)
        self.column.addLayout(foot)

    def ask(self, question: Callable[[], T], answer: Callable[[T], object]) -> None:
        """Ask beside the window; only the last question is answered."""
        self._asked += 1
        asked = self._asked

        def answered(value: T) -> None:
            if asked == self._asked:
                answer(value)

        self.background.ask(self, question, answered, self.refuse)

    def enable(self) -> None:
        """Enable what can be done now; dialogs override it."""

    def refuse(self, error: KairosError) -> None:
        """Say why a pack cannot be read, made, written or taken."""
        self.error.setText(f"⚠ {error_sentence(error)}")
        self.error.show()
        self.enable()
