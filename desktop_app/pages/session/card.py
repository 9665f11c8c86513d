"""The card of Today that starts a session, shows the one going on, and says what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.error_words import error_sentence
from desktop_app.focus.keeper import FocusKeeper
from desktop_app.focus.words import FocusWords
from desktop_app.pages.session.report import ReportView
from desktop_app.pages.session.running import RunningView
from desktop_app.pages.session.start_form import StartForm
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.card import Card
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.blocks import Occurrence
from engine.domain.errors import KairosError
from engine.domain.focus_session import Timing
from engine.settings import Settings

_NARROW = 620
_NARROW_WITH_BLOCK = 860  # the title of a block needs room


class SessionCard(Card):
    """One of three at a time: the way to start, the running session, the report of the last one."""

    def __init__(self, theme: ThemeHolder, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._theme, self._wording = theme, wording
        self.words = FocusWords(self)
        self._keeper: FocusKeeper | None = None
        self._has_day = False
        self.form = StartForm(self.words, self)
        self.report = ReportView(theme, self.words, wording, self)
        self.running: RunningView | None = None
        self.error = Paragraph("", "strong", self)
        self.error.setObjectName("error")
        for part in (self.form, self.report, self.error):
            self.body.addWidget(part)
        self.form.wanted.connect(self._start)
        self.form.block_wanted.connect(self._start_block)
        self.report.done.connect(self._done)
        self.report.rated.connect(self._rate)
        self.heading.setProperty("role", "accentHeading")
        self.error.hide()
        self.hide()

    def serve(self, keeper: FocusKeeper, choices: Choices) -> None:
        """Show what this keeper knows from now on."""
        self._keeper = keeper
        self.running = RunningView(self._theme, keeper, self.words, self)
        self.body.insertWidget(0, self.running)
        keeper.changed.connect(self.show_state)
        keeper.ticked.connect(self.running.move_clock)
        keeper.failed.connect(self._fail)
        choices.changed.connect(self._heed)
        self._heed(choices.settings)
        self.show_state()

    def _heed(self, settings: Settings) -> None:
        self.form.heed(settings.focus)

    def show_day(self, *, filled: bool) -> None:
        """Know whether today holds anything: on an empty profile other things come first."""
        self._has_day = filled
        self.show_state()

    def write(self) -> None:
        """Write everything in the window's language."""
        self.form.write()
        self.report.write()
        if self.running is not None:
            self.running.write()
        self.show_state()

    def show_state(self) -> None:
        """Show the one of the three that fits."""
        keeper = self._keeper
        if keeper is None or self.running is None:
            return
        report = None if keeper.runs else keeper.report
        focused = self.focusWidget()
        had_keys = focused is not None and focused.hasFocus()
        self.running.setVisible(keeper.runs)
        self.report.setVisible(report is not None)
        self.form.setVisible(not keeper.runs and report is None)
        if keeper.runs:
            self.error.hide()
            self.running.show_state()
        elif report is not None:
            self.report.show_report(report, keeper.tree)
        else:
            self.form.show_planned(keeper.planned())
            self._fit()
        self.set_title(self._title(over=report is not None))
        self.setVisible(keeper.is_open and (keeper.runs or report is not None or self._has_day))
        if had_keys and focused is not None and not focused.isVisible():
            self._chief().setFocus(Qt.FocusReason.OtherFocusReason)

    def _chief(self) -> QWidget:
        """Return what takes the keys where the part that had them went; left to Qt they would leave the card."""
        if self.running is not None and not self.running.isHidden():
            return self.running.stop_button
        return self.form.start_button if self.report.isHidden() else self.report.done_button

    def _title(self, *, over: bool) -> str:
        return self.tr("What came of the session") if over else self.tr("Focus session")

    def _start(self, timing: Timing, intention: str) -> None:
        if self._keeper is not None:
            self.error.hide()
            self._keeper.start(timing, intention=intention)

    def _start_block(self, planned: Occurrence) -> None:
        if self._keeper is not None:
            self.error.hide()
            self._keeper.start_planned(planned)

    def _rate(self, value: int) -> None:
        if self._keeper is not None and self._keeper.report is not None:
            self._keeper.rate(self._keeper.report.session.id, value)

    def _done(self) -> None:
        if self._keeper is not None:
            self._keeper.forget_report()

    def _fail(self, error: KairosError) -> None:
        self.error.setText(f"⚠ {error_sentence(error)}")
        self.error.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form's parts under one another where there is little room."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        planned = self._keeper is not None and self._keeper.planned() is not None
        self.form.stand(upright=self.width() < (_NARROW_WITH_BLOCK if planned else _NARROW))

    def showEvent(self, event: QShowEvent) -> None:
        """Count the seconds while they are seen."""
        if self._keeper is not None:
            self._keeper.watch(self, wanted=True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        if self._keeper is not None:
            self._keeper.watch(self, wanted=False)
        super().hideEvent(event)
