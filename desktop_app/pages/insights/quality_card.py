"""Each learned model beside the simple rule it has to beat, with both numbers and how sure the difference is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.pages.insights.words import InsightWords
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.interval_bar import IntervalBar
from desktop_app.widgets.live_card import StateLine, Tone
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from engine.domain.model_status import HeadStatus

_WIDE: Final = 820


class HeadPanel(QWidget):
    """One head: what it predicts, whether it is used, both numbers, the difference."""

    def __init__(self, theme: ThemeHolder, words: InsightWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.name = plain_label("", "strong", self)
        self.live = StateLine(theme, self)
        self.meaning = Paragraph("", "muted", self)
        self.both = Paragraph("", "", self)
        self.verdict = Paragraph("", "secondary", self)
        self.bar = IntervalBar(theme, self)
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.name)
        top.addStretch(1)
        top.addWidget(self.live)
        foot.setSpacing(spacing.M)
        foot.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.verdict, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, spacing.S)
        column.setSpacing(spacing.XS)
        column.addLayout(top)
        for part in (self.meaning, self.both):
            column.addWidget(part)
        column.addLayout(foot)
        column.addStretch(1)

    def show_head(self, head: HeadStatus) -> None:
        """Show how it stands."""
        self.name.setText(self._words.head(head.head))
        self.live.show_state(Tone.GOOD if head.live else Tone.OFF, self._words.live(head))
        self.meaning.setText(self._words.meaning(head.head))
        measured = head.cases > 0
        self.both.setText(self._words.both(head) if measured else "")
        self.both.setVisible(measured)
        self.bar.setVisible(measured)
        verdict = self._words.verdict(head)
        self.verdict.setText(verdict)
        self.bar.show_interval(head.ours - head.baseline, head.low, head.high, verdict)


class QualityCard(Card):
    """All heads, in two columns where there is room."""

    def __init__(self, theme: ThemeHolder, words: InsightWords, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._theme, self._words = theme, words
        self.panels: list[HeadPanel] = []
        self._lines: list[QFrame] = []
        self.set_title(self.tr("Learned models beside simple rules"))
        about = self.tr(
            "Each is measured on later weeks of your own history that it had not seen, and used only where it surely "
            "beats the rule."
        )
        self.body.addWidget(Paragraph(about, "muted", self))
        self.none = Paragraph(self.tr("No training has been measured yet."), "", self)
        self.body.addWidget(self.none)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(spacing.XXL)
        self._grid.setVerticalSpacing(spacing.M)
        self.body.addLayout(self._grid)
        self._columns = 0

    def show_heads(self, heads: Sequence[HeadStatus]) -> None:
        """Show other heads."""
        while len(self.panels) < len(heads):
            self.panels.append(HeadPanel(self._theme, self._words, self))
            self._columns = 0
        for place, panel in enumerate(self.panels):
            panel.setVisible(place < len(heads))
            if place < len(heads):
                panel.show_head(heads[place])
        self.none.setVisible(not heads)
        self._fit()

    def _fit(self) -> None:
        columns = 2 if self.width() >= _WIDE else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, panel in enumerate(self.panels):
            self._grid.addWidget(panel, place // columns, place % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one column or two."""
        super().resizeEvent(event)
        self._fit()
