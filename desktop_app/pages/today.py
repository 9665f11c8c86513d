"""The Today page: the day so far, what is being seen now, and what is recommended."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QTimer, QTimeZone, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.pages.advice.panel import AdvicePanel
from desktop_app.pages.advice.taken import TakenTime
from desktop_app.pages.session import SessionCard
from desktop_app.pages.today_away import AwayCard
from desktop_app.pages.today_day import DayWords
from desktop_app.pages.today_live import LiveWords, wants_access
from desktop_app.pages.today_plan import planned_segments
from desktop_app.pages.today_ribbon import RibbonCard
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.theme.app_colours import AppColours
from desktop_app.widgets.bar_list import BarList
from desktop_app.widgets.bar_margin import BarMargin
from desktop_app.widgets.card import Card
from desktop_app.widgets.empty_state import EmptyState
from desktop_app.widgets.figure_card import FigureCard
from desktop_app.widgets.format import Wording
from desktop_app.widgets.live_card import LiveCard
from engine.domain.app_names import AppNames
from engine.domain.clock import Clock, SystemClock
from engine.domain.health import RecorderHealth, RecorderState
from engine.domain.summary import DaySummary

_TICK_MS: Final = 5_000
_NARROW: Final = 620
_SAMPLE_MS: Final = 20_000


class TodayPage(QWidget):
    """Shows a DaySummary and a RecorderHealth; asks for what its signals say."""

    start_recorder = Signal()
    resume_requested = Signal()
    load_sample = Signal()
    settings_requested = Signal()

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None, *, clock: Clock | None = None) -> None:
        super().__init__(parent)
        self._clock = clock or SystemClock(lambda: "UTC")
        self._summary: DaySummary | None = None
        self._health: RecorderHealth | None = None
        self._taken: TakenTime | None = None
        self._wording = Wording(bytes(QTimeZone.systemTimeZoneId().data()).decode(), self)
        self._days = DayWords(self._wording, AppColours(), self)
        self._live = LiveWords(self._wording, self)
        self._build(theme)
        self._write_headings()
        self._connect()
        self._show_live()
        self._show_parts()

    def show_day(self, summary: DaySummary) -> None:
        """Show another summary; the one already shown costs nothing."""
        if summary == self._summary:
            return
        self._summary = summary
        self._wording.set_zone(summary.zone)
        self._show_day()
        self._show_live()
        self._show_parts()

    def show_health(self, health: RecorderHealth) -> None:
        """Show how well the recorder does."""
        if health == self._health:
            return
        self._health = health
        self._show_live()
        self._show_parts()

    def show_names(self, names: AppNames) -> None:
        """Call apps by other names from now on."""
        self._days.names = self._live.names = names
        self._ribbon.forget()
        self._show_day()
        self._show_live()

    def serve_plan(self, taken: TakenTime) -> None:
        """Show what this knows to be planned, now and whenever it changes."""
        self._taken = taken
        taken.changed.connect(self._show_planned)
        self._show_planned()

    def _show_planned(self) -> None:
        taken = self._taken
        if taken is None:
            return
        self._ribbon.show_planned(planned_segments(taken.planned, taken.tree), self._clock.now().wall_ms)

    def show_sample(self, *, sample: bool) -> None:
        """Say where no recorder runs whether that is so because the days are made up."""
        self._live.sample = sample
        self._show_live()
        self._show_parts()

    def _build(self, theme: ThemeHolder) -> None:
        self.setProperty("role", "page")
        self._figures = FigureCard(theme, self)
        self._live_card = LiveCard(theme, "", self)
        self.session = SessionCard(theme, self._wording, self)
        self.away = AwayCard(self._wording, self)
        self.advice = AdvicePanel(theme, self._wording, self._clock, self)
        self._ribbon = RibbonCard(theme, self._wording, self._days, self)
        self._apps_card, self._apps = Card("", self), BarList(theme, parent=self)
        self._away_card, self._away = Card("", self), BarList(theme, with_bars=False, parent=self)
        self._empty_card = Card("", self)
        self._empty = EmptyState(theme, "today", "", "", self.tr("Start recording"), self._empty_card)
        for card, held in ((self._apps_card, self._apps), (self._away_card, self._away)):
            card.body.addWidget(held)
            card.body.addStretch(1)
        self._empty_card.body.addWidget(self._empty, 1)
        self._empty.setMinimumHeight(300)
        self._arrange()

    def _arrange(self) -> None:
        body = QWidget()
        body.setProperty("role", "pageBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(spacing.XXL, spacing.XS, spacing.XXL, spacing.L)
        column.setSpacing(spacing.L)
        self._first_row = _row((self._figures, 1), (self._live_card, 1))
        self._last_row = _row((self._apps_card, 3), (self._away_card, 2))
        column.addLayout(self._first_row)
        column.addWidget(self.session)
        column.addWidget(self.away)
        column.addWidget(self.advice)
        column.addWidget(self._ribbon)
        column.addLayout(self._last_row)
        column.addWidget(self._empty_card, 1)
        column.addStretch(1)
        self._column = column
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(body)
        BarMargin(scroll)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _connect(self) -> None:
        self._live_card.acted.connect(self._act)
        self._empty.clicked.connect(self._act)
        self._empty.second_clicked.connect(self.load_sample)
        self._empty.second_clicked.connect(self._tell_sample)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._sample_made = QTimer(self, singleShot=True, interval=_SAMPLE_MS)
        self._sample_made.timeout.connect(self._offer_sample)

    def _act(self) -> None:
        state = None if self._health is None else self._health.state
        if state is RecorderState.PAUSED:
            self.resume_requested.emit()
        elif wants_access(self._health):
            self.settings_requested.emit()
        else:
            self.start_recorder.emit()

    def _write_headings(self) -> None:
        self._live_card.set_title(self.tr("I see"))
        self._apps_card.set_title(self.tr("Hours by app"))
        self._away_card.set_title(self.tr("Kinds of time"))
        self._empty.offer_second(self.tr("Load a sample day"))
        self._ribbon.write_headings()

    def _tell_sample(self) -> None:
        """Say that it takes a while: a process makes the days before their window opens."""
        self._empty.second_button.setEnabled(False)
        self._empty.offer_second(self.tr("The sample days open soon…"))
        self._sample_made.start()

    def _offer_sample(self) -> None:
        self._empty.second_button.setEnabled(True)
        self._empty.offer_second(self.tr("Load a sample day"))

    def _show_day(self) -> None:
        summary, now_ms = self._summary, self._clock.now().wall_ms
        if summary is None:
            return
        self._figures.show_figures(self._days.share(summary), self._days.active(summary), self._days.others(summary))
        self._ribbon.show_day(summary, now_ms)
        self._apps.show_rows(self._days.app_rows(summary))
        self._away.show_rows(self._days.away_rows(summary, now_ms))

    def _show_live(self) -> None:
        summary = self._summary
        current, since_ms = (None, None) if summary is None else (summary.current, summary.current_since_ms)
        self._live_card.show_state(self._live.state(self._health, current, since_ms, self._clock.now().wall_ms))

    def _show_parts(self) -> None:
        """Show the day where there is one, the empty state where it is known that there is none, the live card always.

        The empty state has the live card's button, so that it stands there once.
        """
        filled = self._summary is not None and bool(self._summary.segments)
        empty = self._summary is not None and not filled
        for widget in (self._figures, self._ribbon, self._apps_card, self._away_card):
            widget.setVisible(filled)
        self._empty_card.setVisible(empty)
        self.session.show_day(filled=filled)
        self.advice.show_day(filled=filled)
        self._column.setStretch(self._column.count() - 1, 0 if empty else 1)
        self._live_card.offer_action(offered=not empty)
        if empty:
            self._show_empty()

    def _show_empty(self) -> None:
        state = self._health.state if self._health is not None else RecorderState.STOPPED
        sentences = {
            RecorderState.STOPPED: self.tr(
                "Start recording to see where your day goes, or look at a sample day first."
            ),
            RecorderState.STARTING: self.tr("Kairos is about to record. What you do from now on shows here."),
            RecorderState.PAUSED: self.tr("Recording is paused. Resume it to see where your day goes."),
            RecorderState.RECORDING: self.tr("Kairos is recording. What you do from now on shows here."),
            RecorderState.NOT_SAVING: self.tr("The recorder runs but cannot save. The card above says why."),
            RecorderState.BLIND: self.tr("The recorder runs but cannot see the desktop. The card above says why."),
        }
        self._empty.set_texts(self.tr("Nothing recorded yet"), sentences[state])
        action = self._empty_action(state)
        self._empty.button.setText(action)
        self._empty.button.setVisible(bool(action))

    def _empty_action(self, state: RecorderState) -> str:
        """Return what can be done about an empty day, "" where nothing can."""
        if state is RecorderState.PAUSED:
            return self.tr("Resume")
        if state in (RecorderState.STOPPED, RecorderState.BLIND) and wants_access(self._health):
            return self.tr("Open Settings")
        stopped = state is RecorderState.STOPPED and not self._live.sample
        return self.tr("Start recording") if stopped else ""

    def _tick(self) -> None:
        self._show_live()
        if self._summary is not None:
            self._ribbon.move_now(self._clock.now().wall_ms)
        self.advice.move_now(self._clock.now().wall_ms)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the now-line and the sign of life moving while they are seen."""
        self._timer.start()
        self._tick()
        super().showEvent(event)
        self.advice.watch_page(shown=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        self._timer.stop()
        self.advice.watch_page(shown=False)
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put cards under one another where they would be too narrow side by side."""
        narrow = self.width() < _NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for row in (self._first_row, self._last_row):
            row.setDirection(direction)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write_headings()
            self.session.write()
            self.away.write()
            self.advice.write()
            self._show_day()
            self._show_live()
            self._show_parts()
        super().changeEvent(event)


def _row(*parts: tuple[QWidget, int]) -> QBoxLayout:
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(spacing.L)
    for widget, share in parts:
        row.addWidget(widget, share)
    return row
