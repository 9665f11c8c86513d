"""The Insights page itself: what is read when, and what the person has done to the models."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, QTimeZone, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.dialogs.error_words import error_sentence
from desktop_app.dialogs.occasions import OccasionsDialog
from desktop_app.pages.advice.adviser import Adviser
from desktop_app.pages.insights.counted import Counted, CountedWords
from desktop_app.pages.insights.effect_card import EffectCard
from desktop_app.pages.insights.found_part import FoundPart
from desktop_app.pages.insights.learned import CameOf, heads_of, read_effect
from desktop_app.pages.insights.letter_card import LetterCard
from desktop_app.pages.insights.quality_card import QualityCard
from desktop_app.pages.insights.runs_card import RunsCard
from desktop_app.pages.insights.soon_card import SoonCard
from desktop_app.pages.insights.training_card import TrainingCard
from desktop_app.pages.insights.words import InsightWords
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.bar_margin import BarMargin
from desktop_app.widgets.card import Card
from desktop_app.widgets.columns import Columns
from desktop_app.widgets.empty_state import EmptyState
from desktop_app.widgets.error_line import ErrorLine
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.toast import Toast
from desktop_app.widgets.waiting import Waiting
from engine.domain.app_names import AppNames
from engine.domain.clock import Clock, SystemClock
from engine.domain.errors import KairosError
from engine.domain.letters import Basis, StoredLetter, Suggestion
from engine.domain.model_status import MindStatus
from engine.domain.routines import Habit
from engine.domain.topics import Topic

if TYPE_CHECKING:
    from engine.api import Letters, Mind

_SETTLE_MS: Final = 1_000
_TRAINING_MS: Final = 2_000
EFFECT_MS: Final = 60_000
"""So long what came of recommendations stands before it is read again."""


class InsightsPage(QWidget):
    """Reads by itself while it is looked at; emits today_requested where there is nothing to show yet.

    days_wanted(first, last): the days a number rests on shall be shown in reports; category_wanted(first, last, path,
    below): the same with the activities of one category; moment_wanted(Interval): something shall be shown in Timeline.
    """

    today_requested = Signal()
    days_wanted = Signal(object, object)
    category_wanted = Signal(object, object, object, bool)
    moment_wanted = Signal(object)

    def __init__(
        self, theme: ThemeHolder, adviser: Adviser, parent: QWidget | None = None, *, clock: Clock | None = None
    ) -> None:
        super().__init__(parent)
        self._adviser = adviser
        self._clock = clock or SystemClock(lambda: "UTC")
        self.status: MindStatus | None = None
        self.came_of: CameOf | None = None
        self._reading = False
        self._names = AppNames()
        self.counted: OccasionsDialog | None = None
        self._effect_ms: int | None = None
        self.setProperty("role", "page")
        self._zone = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        words = InsightWords(Wording(self._zone, self), self)
        self.letter = LetterCard(words.wording, self)
        self.found = FoundPart(theme, adviser, words, self)
        self.training = TrainingCard(words, self)
        self.soon = SoonCard(words.wording, self)
        self.quality = QualityCard(theme, words, self)
        self.runs = RunsCard(theme, words, self)
        self.effect = EffectCard(theme, words, self)
        self._add_lines()
        self.empty = EmptyState(theme, "insights", "", "", self.tr("Show Today"), self)
        self.toast = Toast(self)
        self._words = words
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._arrange()
        self._connect()

    def _add_lines(self) -> None:
        self.ratings = Card(self.tr("How focused you felt"), self)
        self.agreement = Paragraph("", "", self)
        self.ratings.body.addWidget(self.agreement)
        self.error = ErrorLine(self)
        self.error.again.connect(self.refresh)

    def _arrange(self) -> None:
        body = QWidget()
        body.setProperty("role", "pageBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(spacing.XXL, spacing.XS, spacing.XXL, spacing.L)
        column.setSpacing(spacing.L)
        learned = (self.training, self.quality, self.runs, self.effect, self.ratings)
        column.addWidget(self.error)
        column.addWidget(Columns((self.letter, self.soon, self.found, *learned), (self.found,), body))
        column.addStretch(1)
        self.whole = QScrollArea(self)
        self.whole.setWidgetResizable(True)
        self.whole.setFrameShape(QFrame.Shape.NoFrame)
        self.whole.setWidget(body)
        BarMargin(self.whole)
        self._stack = QStackedWidget(self)
        self._nothing = Waiting(self)  # until it is known how the models stand
        for page in (self._nothing, self.whole, self.empty):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self._adviser.ready.connect(self.refresh)
        self._adviser.grown.connect(self._grow)
        self._settle.timeout.connect(self.refresh)
        self.empty.clicked.connect(self.today_requested)
        self.letter.category_wanted.connect(self.category_wanted)
        self.letter.basis_wanted.connect(self._show_basis)
        for part in (self.letter, self.found):
            part.days_wanted.connect(self.days_wanted)
            part.counted_wanted.connect(self._show_counted)
        self.found.failed.connect(self._fail)
        self.letter.accepted.connect(lambda week: self._say_of_letter(lambda letters: letters.accept(week)))
        self.letter.refused.connect(lambda week: self._say_of_letter(lambda letters: letters.refuse(week)))
        self.letter.stopped.connect(lambda _week: self._say_of_letter(lambda letters: letters.stop_trying()))
        card = self.training
        card.train_wanted.connect(lambda: self._command(lambda mind: mind.train()))
        card.stop_wanted.connect(lambda: self._command(lambda mind: mind.stop_training()))
        card.reset_wanted.connect(lambda: self._command(lambda mind: mind.reset(), self._forgot))
        card.back_wanted.connect(lambda: self._command(lambda mind: mind.roll_back(), self._went_back))

    def show_names(self, names: AppNames) -> None:
        """Call apps by these names."""
        self._names = names
        for part in (self.soon, self.letter, self.found):
            part.show_names(names)

    # ---------------------------------------------------------------- reading

    @property
    def at_rest(self) -> bool:
        """Whether nothing is being read."""
        return not self._reading

    def refresh(self) -> None:
        """Read how the models stand, and what came of them where that was read long ago."""
        if self._reading or not self._adviser.is_open or not self.isVisible():
            return
        self._reading = True
        self._adviser.ask(self, lambda mind: mind.status(), self._show_status, self._fail)
        self._adviser.ask(self, lambda mind: mind.soon(), self.soon.show_soon, self._fail, slow=True)
        self.found.refresh()
        self._adviser.letter(self, lambda letters: letters.latest(), self._show_letter, self._fail)
        now_ms = self._clock.now().boot_ms
        if self._effect_ms is None or not 0 <= now_ms - self._effect_ms < EFFECT_MS:
            self._effect_ms = now_ms
            self._adviser.ask(self, read_effect, self._show_effect, self._fail, slow=True)

    def _show_letter(self, stored: StoredLetter | None) -> None:
        self.letter.show_letter(stored)
        if stored is not None and stored.shown_ms is None and self._adviser.tells and self.isVisible():
            week = stored.letter.start
            self._adviser.letter(self, lambda letters: letters.shown(week), lambda _done: None, self._fail)

    def _grow(self) -> None:
        if self.isVisible() and not self._settle.isActive():
            self._settle.start(_SETTLE_MS)

    def _show_status(self, status: MindStatus) -> None:
        self._reading = False
        self.status = status
        self.training.show_status(status, self._clock.now().wall_ms)
        self.quality.show_heads(heads_of(status))
        self.runs.show_status(status)
        self.runs.setVisible(bool(status.runs))
        self._show_parts()
        if status.training and self.isVisible():
            self._settle.start(_TRAINING_MS)

    def _show_effect(self, came_of: CameOf) -> None:
        self.came_of = came_of
        self.effect.show_effect(came_of.effect)
        self.agreement.setText(self._words.agreement(came_of.agreement))
        self._show_parts()

    def _show_parts(self) -> None:
        """Show what there is; without any history an empty page that says how to come by some."""
        if self.status is None:
            return
        bare = not self.status.active_days and not self.status.runs and not self.status.training
        self.effect.setVisible(self.came_of is not None)
        self.ratings.setVisible(self.came_of is not None)
        if bare:
            self.empty.set_texts(
                self.tr("No insights yet"),
                self.tr(
                    "Record a few days, and Kairos learns when you focus and what you read, on this computer alone."
                ),
            )
        self._stack.setCurrentWidget(self.empty if bare else self.whole)

    def _fail(self, error: KairosError) -> None:
        self._reading = False
        self.error.say(error_sentence(error))
        self._stack.setCurrentWidget(self.whole)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed since the page was last looked at."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing for a page that nobody sees."""
        self._settle.stop()
        super().hideEvent(event)

    # ---------------------------------------------------------------- what was counted

    def _show_counted(self, found: Topic | Habit) -> None:
        words = CountedWords(self._words.wording, self._zone, self._names, self)
        self._open_counted(words.topic(found) if isinstance(found, Topic) else words.habit(found))

    def _show_basis(self, suggestion: Suggestion) -> None:
        stored = self.letter.stored
        if stored is None:
            return
        words, week = CountedWords(self._words.wording, self._zone, self._names, self), stored.letter.start

        def show(basis: Basis) -> None:
            self._open_counted(words.basis(suggestion, basis))

        self._adviser.letter(self, lambda letters: letters.basis(week), show, self._fail)

    def _open_counted(self, told: Counted) -> None:
        dialog = OccasionsDialog(told.said, told.note, told.occasions, self)
        dialog.moment_wanted.connect(self.moment_wanted)
        dialog.finished.connect(dialog.deleteLater)
        self.counted = dialog
        dialog.open()

    # ---------------------------------------------------------------- changing

    def _say_of_letter(self, say: Callable[[Letters], StoredLetter | None]) -> None:
        self.error.hide()

        def take(stored: StoredLetter | None) -> None:
            self.toast.say(self.tr("Noted.") if stored is not None else self.tr("Letters stay the same from now on."))
            self.refresh()

        self._adviser.letter(self, say, take, self._fail)

    def _command(self, act: Callable[[Mind], object], done: Callable[[object], object] | None = None) -> None:
        self.error.hide()

        def take(value: object) -> None:
            if done is not None:
                done(value)
            self.refresh()

        self._adviser.ask(self, act, take, self._fail)

    def _forgot(self, _value: object) -> None:
        self._adviser.renew()
        self._effect_ms = None
        self.toast.say(self.tr("Everything learned is forgotten."))

    def _went_back(self, went: object) -> None:
        self._adviser.renew()
        self.toast.say(self.tr("The run before is in use.") if went else self.tr("No trained run was in use."))
