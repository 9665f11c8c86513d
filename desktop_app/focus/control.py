"""Start, break, end: one set of actions that tray and header share."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop_app.focus.keeper import FocusKeeper
from desktop_app.focus.words import FocusWords, timing_of
from desktop_app.widgets.plain_text import foreign
from engine.domain.focus_choices import Rhythm
from engine.domain.focus_session import Phase, Started
from engine.settings import FocusSettings

_LONGEST = 40
_BREAKS = (Phase.BREAK, Phase.LONG_BREAK)


class FocusControl(QObject):
    """The actions a person has on sessions, shown as the one going on allows; where: whence they are started."""

    def __init__(
        self, keeper: FocusKeeper, settings: FocusSettings, where: Started, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._keeper, self._settings, self._where = keeper, settings, where
        self.words = FocusWords(self)
        self.status = QAction(self, enabled=False)
        self.at_block = self._action(self._start_at_block)
        self.countdown = self._action(lambda: self._start(Rhythm.COUNTDOWN))
        self.pomodoro = self._action(lambda: self._start(Rhythm.POMODORO))
        self.flowtime = self._action(lambda: self._start(Rhythm.FLOWTIME))
        self.take_break = self._action(keeper.take_break)
        self.go_on = self._action(keeper.end_break)
        self.stop = self._action(keeper.stop)
        keeper.changed.connect(self.show_state)
        self.speak()

    def _action(self, handler: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.triggered.connect(lambda _checked=False: handler())
        return action

    def fill(self, menu: QMenu) -> None:
        """Put the actions into a menu, status line first."""
        menu.addActions([self.status, self.at_block, self.countdown, self.pomodoro, self.flowtime])
        menu.addActions([self.take_break, self.go_on, self.stop])
        menu.aboutToShow.connect(self.show_state)

    def heed(self, settings: FocusSettings) -> None:
        """Take the lengths from other settings."""
        self._settings = settings
        self.speak()

    def speak(self) -> None:
        """Put the texts in the language in force."""
        minutes = timing_of(Rhythm.COUNTDOWN, self._settings).work
        pomodoro = timing_of(Rhythm.POMODORO, self._settings)
        self.countdown.setText(self.tr("Focus for %1 minutes").replace("%1", QLocale().toString(minutes)))
        lengths = self.tr("Focus in rounds: Pomodoro, %1 + %2").replace("%1", QLocale().toString(pomodoro.work))
        self.pomodoro.setText(lengths.replace("%2", QLocale().toString(pomodoro.rest)))
        self.flowtime.setText(self.tr("Focus as long as it flows: Flowtime"))
        self.take_break.setText(self.tr("Take a break"))
        self.go_on.setText(self.tr("End the break"))
        self.stop.setText(self.tr("End the session"))
        self.show_state()

    def show_state(self) -> None:
        """Offer what makes sense now."""
        state, left, planned = self._keeper.now.state, self._keeper.countdown(), self._keeper.planned()
        runs = state is not None and left is not None
        if state is not None and left is not None:
            _write(self.status, self.words.status(state, left))
        if planned is not None:
            title = foreign(planned.block.about.title, _LONGEST).replace("&", "&&") or self.tr("the planned block")
            _write(self.at_block, self.tr("Focus on %1").replace("%1", title))
        rests = state is not None and state.phase in _BREAKS
        self.status.setVisible(runs)
        self.at_block.setVisible(not runs and planned is not None)
        for action in (self.countdown, self.pomodoro, self.flowtime):
            action.setVisible(not runs)
            action.setEnabled(self._keeper.is_open)
        self.take_break.setVisible(runs and not rests)
        self.go_on.setVisible(rests)
        self.stop.setVisible(runs)

    def _start(self, rhythm: Rhythm) -> None:
        self._keeper.start(timing_of(rhythm, self._settings), started=self._where)

    def _start_at_block(self) -> None:
        planned = self._keeper.planned()
        if planned is not None:
            self._keeper.start_planned(planned)


def _write(action: QAction, text: str) -> None:
    """Write only what is another: every change is told to the desktop."""
    if action.text() != text:
        action.setText(text)
