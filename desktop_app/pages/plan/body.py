"""What the Plan page consists of, and how it is arranged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop_app.dialogs.reason_words import ReasonWords
from desktop_app.pages.plan.changer import PlanChanger
from desktop_app.pages.plan.empty_hint import EmptyHint
from desktop_app.pages.plan.foot import PlanFoot
from desktop_app.pages.plan.navigator import PlanNavigator
from desktop_app.pages.plan.source import Planned
from desktop_app.pages.plan.suggester import Suggester
from desktop_app.pages.plan.suggestion_panel import SuggestionPanel
from desktop_app.pages.plan.toolbar import PlanToolbar
from desktop_app.pages.plan.words import PlanWords
from desktop_app.pages.timeline.period import system_zone
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.error_line import ErrorLine
from desktop_app.widgets.format import Wording
from desktop_app.widgets.toast import Toast
from desktop_app.widgets.week_grid import WeekGrid
from engine.domain.clock import Clock
from engine.domain.days import DayRule
from engine.domain.proposals import Proposal

if TYPE_CHECKING:
    from desktop_app.choices import Choices

_PANEL: Final = 316
_PANEL_HEIGHT: Final = 250
_ANY: Final = 16_777_215  # as high or wide as may be
_REASONS: Final = 2


class PlanBody(QWidget):
    """Toolbar, grid with its foot, and the panel of proposals, with what acts behind them.

    planned: what is shown, None before it was read. session_wanted(Occurrence): a focus session for a block.
    """

    session_wanted = Signal(object)

    def __init__(self, theme: ThemeHolder, choices: Choices, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = choices
        rule, week_start = DayRule(system_zone()), choices.settings.tracking.week_start.number
        self.navigator = PlanNavigator(clock, rule, week_start, self)
        self.planned: Planned | None = None
        self.wording = Wording(rule.zone, self)
        self.words = PlanWords(self.wording, self)
        self._reasons = ReasonWords(self)
        self.setProperty("role", "page")
        self.toolbar = PlanToolbar(self)
        self.error = ErrorLine(self)
        self.grid = WeekGrid(theme, self.wording, self)
        self.hint = EmptyHint(theme, self)
        self.foot = PlanFoot(self.words, self)
        self.toast = Toast(self)
        self.changer = PlanChanger(self.words, self)
        self.suggester = Suggester(self.words, self)
        self.changer.stepped.connect(self.suggester.heed_plan)
        self.panel = SuggestionPanel(self.suggester, self.words, self.reason, self)
        self._arrange()

    def _arrange(self) -> None:
        card = Card("", self)
        card.layout().setContentsMargins(1, spacing.XS, 1, spacing.S)  # type: ignore[union-attr]
        card.body.setSpacing(0)
        for part, share in ((self.hint, 0), (self.grid, 1), (self.foot, 0)):
            card.body.addWidget(part, share)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(spacing.M)
        row.addWidget(card, 1)
        row.addWidget(self.panel)
        self.set_narrow(narrow=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XXL, spacing.XS, spacing.XXL, spacing.L)
        column.setSpacing(spacing.M)
        column.addWidget(self.toolbar)
        column.addWidget(self.error)
        column.addLayout(row, 1)

    @property
    def zone(self) -> str:
        """The time zone in force."""
        return self.navigator.rule.zone

    def suggest(self) -> None:
        """Have the next seven days suggested."""
        self.suggester.ask()

    def say(self, text: str, can_undo: bool) -> None:
        """Say what was done, with the way back where there is one."""
        self.toast.tell(text, self.changer.undo if can_undo else None)

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the proposals below the week where there is no room beside it."""
        self.toolbar.set_narrow(narrow)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        width, height = (_ANY, _PANEL_HEIGHT) if narrow else (_PANEL, _ANY)
        self.panel.setMinimumWidth(0 if narrow else _PANEL)
        self.panel.setMaximumSize(width, height)

    def reason(self, proposal: Proposal) -> str:
        """Return why a proposal stands where it does."""
        return self._reasons.line(proposal.why, _REASONS)
