"""How much of each month's budget is spent: a bar, and the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop_app.dialogs.share_words import ShareWords
from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.sharing import ShareBudget

_WHOLE: Final = 1_000


class BudgetLines(QWidget):
    """A line a month; a week that reaches into two months spends of both."""

    def __init__(self, words: ShareWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: list[tuple[Paragraph, QProgressBar]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing.XS)

    def show_budgets(self, budgets: Sequence[ShareBudget]) -> None:
        """Show other months."""
        while len(self._lines) < len(budgets):
            self._add()
        for place, (said, bar) in enumerate(self._lines):
            said.setVisible(place < len(budgets))
            bar.setVisible(place < len(budgets))
            if place < len(budgets):
                one = budgets[place]
                said.setText(self._words.budget(one))
                bar.setValue(_share(one))
                bar.setAccessibleDescription(said.text())
        self.updateGeometry()

    def _add(self) -> None:
        said, bar = Paragraph("", "", self), QProgressBar(self)
        bar.setTextVisible(False)
        bar.setFixedHeight(spacing.S)
        bar.setRange(0, _WHOLE)
        bar.setAccessibleName(self.tr("Spent of the month's budget"))
        self._lines.append((said, bar))
        self._column.addWidget(said)
        self._column.addWidget(bar)


def _share(budget: ShareBudget) -> int:
    if budget.closed or not budget.allowed:
        return _WHOLE
    return round(min(1.0, budget.spent / budget.allowed) * _WHOLE)
