"""The first step of sharing a week: which week, and which kind of file."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.share_budget import BudgetLines
from desktop_app.dialogs.share_off import SharingOff
from desktop_app.dialogs.share_weeks import WeekChoice
from desktop_app.dialogs.share_words import ShareWords
from desktop_app.theme import spacing
from desktop_app.widgets.choice_card import ChoiceCard
from desktop_app.widgets.choice_group import ChoiceGroup
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.sharing import ShareKind, ShareOffer

_MONDAY: Final = 0  # shared weeks are everybody's, whatever day the person's own start on


class ChooseStep(QWidget):
    """Emits changed for another week or kind."""

    changed = Signal()

    def __init__(self, words: ShareWords, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.off = SharingOff(choices, self)
        self.weeks = WeekChoice(words, _MONDAY, self)
        self._make_cards()
        self.cost, self.budgets = Paragraph("", "strong", self), BudgetLines(words, self)
        self.weeks.changed.connect(self.changed)
        self._arrange()

    def _make_cards(self) -> None:
        self.cards = {kind: ChoiceCard(self._words.kind(kind), self) for kind in ShareKind}
        self.cards[ShareKind.ANONYMISED].show_lines(
            (
                self.tr(
                    "Hours of each kind of activity by part of the day, to the quarter-hour; what is under an hour is "
                    "withheld."
                ),
                self.tr("Nothing is drawn at random, and nothing is spent of the budget."),
                self.tr("Promises nothing: who knows much of your week may recognise it and learn the rest."),
            )
        )
        self._group = ChoiceGroup(self)
        for card in self.cards.values():
            self._group.addButton(card.button)
        self.cards[ShareKind.PRIVATE].button.setChecked(True)
        self._group.buttonToggled.connect(lambda _button, on: self.changed.emit() if on else None)
        self.show_epsilon(0)

    def _arrange(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(spacing.M)
        for card in self.cards.values():
            cards.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.M)
        column.addWidget(self.off)
        column.addWidget(self.weeks)
        column.addLayout(cards)
        column.addWidget(self.cost)
        column.addWidget(self.budgets)
        column.addStretch(1)

    @property
    def kind(self) -> ShareKind:
        """The kind of file chosen."""
        return next(kind for kind, card in self.cards.items() if card.button.isChecked())

    def show_epsilon(self, millionths: int) -> None:
        """Say what the private kind promises for this epsilon, and what not."""
        cost = self.tr("Costs epsilon %1 of a month's budget. The overall pattern of the week stays visible.")
        self.cards[ShareKind.PRIVATE].show_lines(
            (
                self.tr(
                    "Hours of the whole week with random noise, and beside each the interval that holds the true one "
                    "19 times in 20."
                ),
                self.tr(
                    "Promises that nobody can tell from it what you did in any one quarter of an hour, whatever else "
                    "they know (differential privacy)."
                ),
                cost.replace("%1", self._words.epsilon(millionths)),
            )
        )

    def show_offer(self, offer: ShareOffer | None) -> None:
        """Say what making the file costs now, None while that is not known."""
        self.cost.setText("" if offer is None else self._cost_of(offer))
        self.budgets.show_budgets(() if offer is None else offer.budgets)

    def _cost_of(self, offer: ShareOffer) -> str:
        if offer.kind is ShareKind.ANONYMISED:
            return self.tr("Making this file costs nothing of the budget.")
        epsilon = self._words.epsilon(offer.epsilon_millionths)
        if not offer.epsilon_millionths:
            return self.tr("This week's file is there already: looking at it and saving it again costs nothing.")
        if not affordable(offer):
            text = self.tr("Making it would cost epsilon %1, and there is not so much left for this week's month.")
            return text.replace("%1", epsilon)
        text = self.tr(
            "Making it costs epsilon %1, saved or not: the noise is drawn once, so that nobody can draw until they "
            "like it."
        )
        return text.replace("%1", epsilon)


def affordable(offer: ShareOffer) -> bool:
    """Return whether every month of the week has as much left as it costs."""
    return all(one.left >= offer.epsilon_millionths for one in offer.budgets) or not offer.epsilon_millionths
