"""What a group without a category seems to be, how sure that is, and the two answers to it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.dialogs.rule_words import category_path
from desktop_app.theme import spacing
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign
from engine.domain.categories import CategoryTree
from engine.domain.rule_suggestion import RuleSuggestion

_CERTAIN: Final = 0.95
_VERY_LIKELY: Final = 0.6
_LIKELY: Final = 0.35


class SuggestionRow(QWidget):
    """Emits accepted and declined with the suggestion; takes no room where there is none."""

    accepted = Signal(object)
    declined = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: RuleSuggestion | None = None
        self.text = Paragraph("", "strong", self)
        self.why = ElidedLabel("", "secondary", self)
        self.accept_button = QPushButton(self.tr("Accept"), self)
        self.decline_button = QPushButton(self.tr("No"), self)
        self.decline_button.setProperty("kind", "quiet")
        self.accept_button.setToolTip(self.tr("Make a rule of it"))
        self.decline_button.setToolTip(self.tr("Do not suggest this again"))
        self.accept_button.clicked.connect(lambda: self.accepted.emit(self.shown))
        self.decline_button.clicked.connect(lambda: self.declined.emit(self.shown))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.text)
        column.addWidget(self.why)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.S)
        row.addLayout(column, 1)
        row.addWidget(self.accept_button)
        row.addWidget(self.decline_button)
        self.hide()

    def show_suggestion(self, one: RuleSuggestion | None, tree: CategoryTree, *, by_meaning: bool = True) -> None:
        """Show a suggestion, None or one whose category is gone for nothing."""
        self.shown = one if one is not None and one.category_id in tree else None
        self.setVisible(self.shown is not None)
        if self.shown is None:
            return
        told = self.tr("Suggested: %1 (%2)").replace("%2", self._how_sure(self.shown.confidence))
        self.text.setText(told.replace("%1", category_path(tree, self.shown.category_id)))
        like = self.shown.like
        why = self.tr("Most like “%1”").replace("%1", foreign(like.title or like.site or like.app))
        alone = self.tr("by shared words alone")
        self.why.setText(why if by_meaning else f"{why} · {alone}")
        self.accept_button.setAccessibleDescription(self.text.text())
        self.decline_button.setAccessibleDescription(self.text.text())

    def hold(self, *, busy: bool) -> None:
        """Take no answer while one is being stored."""
        self.accept_button.setEnabled(not busy)

    def _how_sure(self, confidence: float) -> str:
        if confidence >= _CERTAIN:
            return self.tr("almost certain")
        if confidence >= _VERY_LIKELY:
            return self.tr("very likely")
        return self.tr("likely") if confidence >= _LIKELY else self.tr("a guess")
