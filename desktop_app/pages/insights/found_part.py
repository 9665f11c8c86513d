"""What was found in the history, as three cards: read when looked at, and looked for anew where it is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.pages.advice.adviser import Adviser
from desktop_app.pages.insights.changes_card import ChangesCard
from desktop_app.pages.insights.routines_card import RoutinesCard
from desktop_app.pages.insights.topics_card import TopicsCard
from desktop_app.pages.insights.words import InsightWords
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.app_names import AppNames
from engine.domain.findings import Findings

if TYPE_CHECKING:
    from engine.api import Insights

_LOOKING_MS: Final = 2_000


class FoundPart(QWidget):
    """Emits days_wanted(first, last) for the days of a finding, counted_wanted(Topic or Habit) for what was counted.

    failed(KairosError) where it cannot be read.
    """

    days_wanted = Signal(object, object)
    counted_wanted = Signal(object)
    failed = Signal(object)

    def __init__(
        self, theme: ThemeHolder, adviser: Adviser, words: InsightWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._adviser, self._words = adviser, words
        self._shown: Findings | None = None
        self.head = Card(self.tr("Found in your history"), self)
        self.state = Paragraph("", "secondary", self)
        self.look_button = QPushButton(self.tr("Look now"), self)
        self.head.corner.addWidget(self.look_button)
        self.head.body.addWidget(self.state)
        self.changes = ChangesCard(theme, words.wording, self)
        self.routines, self.topics = RoutinesCard(words.wording, self), TopicsCard(self)
        self._again = QTimer(self, singleShot=True, interval=_LOOKING_MS)
        self._again.timeout.connect(self._look_again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.L)
        for part in (self.head, *self._cards()):
            column.addWidget(part)
        for card in self._cards():
            card.days_wanted.connect(self.days_wanted)
            card.counted_wanted.connect(self.counted_wanted)
            card.hide()
        self.look_button.clicked.connect(self.look)

    def _cards(self) -> tuple[ChangesCard, RoutinesCard, TopicsCard]:
        return self.changes, self.routines, self.topics

    def show_names(self, names: AppNames) -> None:
        """Call apps by these names."""
        self.routines.show_names(names)
        if self._shown is not None:
            self.routines.show_found(self._shown)

    def refresh(self) -> None:
        """Read what was found."""
        self._adviser.found(self, lambda found: (found.found(), found.running()), self._show, self.failed.emit)

    def _look_again(self) -> None:
        if self.isVisible():
            self.refresh()

    def look(self) -> None:
        """Have the history looked through now."""

        def start(insights: Insights) -> tuple[Findings | None, bool]:
            insights.start()
            return insights.found(), True

        self._adviser.found(self, start, self._show, self.failed.emit)

    def _show(self, told: tuple[Findings | None, bool]) -> None:
        found, looking = told
        self.look_button.setEnabled(not looking)
        self.state.setText(self._state(found, looking=looking))
        if looking:
            self._again.start()
        if found == self._shown:
            return
        self._shown = found
        for card in self._cards():
            card.setVisible(found is not None and found.days > 0)
            if found is not None:
                card.show_found(found)

    def _state(self, found: Findings | None, *, looking: bool) -> str:
        if looking:
            return self.tr("Your history is being looked through…")
        if found is None:
            return self.tr(
                "Nothing was looked for yet, or your history was changed since. It is looked through after each "
                "night's training, on this computer alone."
            )
        if not found.days:
            return self.tr("There is no whole day with an hour of activity yet, so nothing can be found.")
        text = self.tr("%n days with an hour of activity and more, %1 to %2; looked through on %3.", "", found.days)
        days = (self._words.day(found.from_ms), self._words.day(found.to_ms - 1), self._words.moment(found.made_ms))
        for place, part in enumerate(days, 1):
            text = text.replace(f"%{place}", part)
        return text

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for nothing that nobody sees."""
        self._again.stop()
        super().hideEvent(event)
