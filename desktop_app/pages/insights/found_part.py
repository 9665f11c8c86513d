"""What was found in the history, as three cards: read when looked at, and looked for anew where it is gone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

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

_LOOKING_MS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Looking:
    """Whether the history is looked through now. ours: by a process that was started here and can be stopped.

    share: how much of it is done, from 0 to 1, None where that is not known.
    """

    runs: bool = False
    ours: bool = False
    share: float | None = None


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
        self._began = QElapsedTimer()
        self.head = Card(self.tr("Found in your history"), self)
        self.state = Paragraph("", "secondary", self)
        self.look_button = QPushButton(self.tr("Look now"), self)
        self.stop_button = QPushButton(self.tr("Stop"), self)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)  # until it is known how far it is
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Looking through your history"))
        for button in (self.look_button, self.stop_button):
            self.head.corner.addWidget(button)
        self.head.body.addWidget(self.state)
        self.head.body.addWidget(self.progress)
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
        self.stop_button.clicked.connect(self.stop)
        self._show_looking(Looking(), None)
        self.state.setText("")  # until it is known

    def _cards(self) -> tuple[ChangesCard, RoutinesCard, TopicsCard]:
        return self.changes, self.routines, self.topics

    def show_names(self, names: AppNames) -> None:
        """Call apps by these names."""
        self.routines.show_names(names)
        if self._shown is not None:
            self.routines.show_found(self._shown)

    def refresh(self) -> None:
        """Read what was found."""
        self._adviser.found(self, _read, self._show, self.failed.emit)

    def _look_again(self) -> None:
        if self.isVisible():
            self.refresh()

    def look(self) -> None:
        """Have the history looked through now."""

        def start(insights: Insights) -> tuple[Findings | None, Looking]:
            insights.start()
            return _read(insights)

        self._began.start()
        self._adviser.found(self, start, self._show, self.failed.emit)

    def stop(self) -> None:
        """Leave off looking; what was found before stays."""

        def leave_off(insights: Insights) -> tuple[Findings | None, Looking]:
            insights.stop()
            return _read(insights)

        self.stop_button.setEnabled(False)
        self.state.setText(self.tr("Stopping…"))
        self._again.stop()
        self._adviser.found(self, leave_off, self._show, self.failed.emit)

    def _show(self, told: tuple[Findings | None, Looking]) -> None:
        found, looking = told
        self._show_looking(looking, found)
        if looking.runs:
            self._again.start()
        if found == self._shown:
            return
        self._shown = found
        for card in self._cards():
            card.setVisible(found is not None and found.days > 0)
            if found is not None:
                card.show_found(found)

    def _show_looking(self, looking: Looking, found: Findings | None) -> None:
        """Show whether it is looked through now, and the button that can be pressed; the keys stay on it."""
        shown, gone = (self.stop_button, self.look_button) if looking.ours else (self.look_button, self.stop_button)
        shown.setVisible(True)
        if gone.hasFocus():
            shown.setFocus()
        gone.setVisible(False)
        shown.setEnabled(looking.ours or not looking.runs)
        self.progress.setVisible(looking.runs)
        self.progress.setRange(0, 100 if looking.share else 0)
        self.progress.setValue(round((looking.share or 0) * 100))
        self.state.setText(self._going_on(looking) if looking.runs else self._state(found))

    def _going_on(self, looking: Looking) -> str:
        if not looking.ours or not self._began.isValid():
            return self.tr("Your history is being looked through…")
        spent, share = self._words.wording.length(self._began.elapsed()), looking.share
        if not share:
            return self.tr("Your history is being looked through, for %1 so far.").replace("%1", spent)
        told = self.tr("Your history is being looked through, for %1 so far: %2 done.").replace("%1", spent)
        return told.replace("%2", self._words.wording.percent(share))

    def _state(self, found: Findings | None) -> str:
        if found is None:
            return self.tr(
                "Nothing was looked for yet, or your history was changed since. It is looked through after each "
                "night's training, on this computer alone."
            )
        if not found.days:
            return self.tr("There is no whole day with an hour of activity yet, so nothing can be found.")
        text = self.tr(
            "%n days with at least an hour of activity, from %1 to %2. Looked through on %3.", "", found.days
        )
        days = (self._words.day(found.from_ms), self._words.day(found.to_ms - 1), self._words.moment(found.made_ms))
        for place, part in enumerate(days, 1):
            text = text.replace(f"%{place}", part)
        return text

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for nothing that nobody sees."""
        self._again.stop()
        super().hideEvent(event)


def _read(insights: Insights) -> tuple[Findings | None, Looking]:
    """Read what was found and whether more is looked for; on the lane's thread."""
    return insights.found(), Looking(insights.running(), insights.stoppable(), insights.share())
