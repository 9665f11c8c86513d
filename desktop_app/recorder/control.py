"""Pause, resume, start: one set of actions that the tray and the status pill share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop_app.recorder.words import sample_sentence, sample_word, state_sentence, state_word
from engine.domain.health import RecorderHealth, RecorderState

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.background import Background
    from desktop_app.bridge import EngineBridge
    from desktop_app.recorder.keeper import RecorderKeeper
    from engine.api import Engine


class RecorderControl(QObject):
    """The actions a person has on the recorder, enabled as its state allows.

    sample: the window shows made-up days; it starts no recorder, and says so where none runs. checkup_wanted: the
    person asks whether Kairos sees everything.
    """

    health_shown = Signal(object)
    lock_shown = Signal()
    checkup_wanted = Signal()

    def __init__(self, parent: QObject | None = None, *, sample: bool = False) -> None:
        super().__init__(parent)
        self.sample = sample
        self.health: RecorderHealth | None = None
        self._locked = False
        self._engine: Engine | None = None
        self._background: Background | None = None
        self._bridge: EngineBridge | None = None
        self._keeper: RecorderKeeper | None = None
        self.status = QAction(self, enabled=False)
        self.pause_15 = self._action(lambda: self.pause(15))
        self.pause_60 = self._action(lambda: self.pause(60))
        self.pause_tomorrow = self._action(self.pause_until_tomorrow)
        self.resume = self._action(self.resume_now)
        self.start = self._action(self.start_now)
        self.checkup = self._action(self.checkup_wanted.emit)
        self.speak()
        self._enable()

    def _action(self, handler: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.triggered.connect(lambda _checked=False: handler())
        return action

    def speak(self) -> None:
        """Put the texts in the language in force."""
        self.pause_15.setText(self.tr("Pause for 15 minutes"))
        self.pause_60.setText(self.tr("Pause for 1 hour"))
        self.pause_tomorrow.setText(self.tr("Pause until tomorrow"))
        self.resume.setText(self.tr("Resume"))
        self.start.setText(self.tr("Start recording"))
        self.checkup.setText(self.tr("Is Kairos seeing everything?"))
        self.status.setText(self.sentence())

    def word(self) -> str:
        """Return the recorder's state in a word or two."""
        if self.health is None:
            return self.tr("Locked") if self._locked else self.tr("Opening…")
        return sample_word() if self._only_sample() else state_word(self.health.state)

    def sentence(self) -> str:
        """Return what the recorder is doing, in one sentence."""
        if self.health is None:
            return self.tr("Your history is locked") if self._locked else self.tr("Opening…")
        return sample_sentence() if self._only_sample() else state_sentence(self.health)

    def _only_sample(self) -> bool:
        return self.sample and self.health is not None and self.health.state is RecorderState.STOPPED

    def fill(self, menu: QMenu) -> None:
        """Put the actions into a menu, status line first."""
        menu.addAction(self.status)
        menu.addSeparator()
        menu.addActions([self.pause_15, self.pause_60, self.pause_tomorrow])
        menu.addSeparator()
        menu.addActions([self.resume, self.start])
        menu.addSeparator()
        menu.addAction(self.checkup)

    def attach(self, engine: Engine, background: Background, bridge: EngineBridge, keeper: RecorderKeeper) -> None:
        """Give the actions the engine they act on."""
        self._engine, self._background, self._bridge, self._keeper = engine, background, bridge, keeper
        bridge.health_changed.connect(self.show_health)

    def show_locked(self, locked: bool) -> None:
        """Say that the history waits to be unlocked, or is being opened again."""
        self._locked = locked
        self.status.setText(self.sentence())
        self.lock_shown.emit()

    def show_health(self, health: RecorderHealth) -> None:
        """Take note of the recorder's health."""
        self.health = health
        self.status.setText(self.sentence())
        self._enable()
        self.health_shown.emit(health)

    def _enable(self) -> None:
        state = self.health.state if self.health else None
        runs = state not in {None, RecorderState.STOPPED}
        for action in (self.pause_15, self.pause_60, self.pause_tomorrow):
            action.setEnabled(runs)
        self.resume.setVisible(state is RecorderState.PAUSED)
        self.start.setVisible(state is RecorderState.STOPPED and not self.sample)

    def pause(self, minutes: int) -> None:
        """Ask the recorder to store nothing for that many minutes."""
        if self._engine is not None:
            recording = self._engine.recording
            self._do(lambda: recording.pause(minutes=minutes))

    def pause_until_tomorrow(self) -> None:
        """Ask the recorder to store nothing until this day, as the person cuts days, is over."""
        if self._engine is not None:
            engine = self._engine
            self._do(lambda: engine.recording.pause(until_ms=engine.history.day(None).bounds.end_ms))

    def resume_now(self) -> None:
        """Ask the recorder to go on."""
        if self._engine is not None:
            self._do(self._engine.recording.resume)

    def start_now(self) -> None:
        """Start the recorder and keep it running; never among made-up days."""
        if self._keeper is not None and not self.sample:
            self._keeper.want(True)
            if self.health is not None:
                self._keeper.watch(self.health)

    def try_again(self) -> None:
        """Start a recorder that ended because it could not see, at once, where one shall run."""
        if self._keeper is not None and self._keeper.wanted:
            self.start_now()

    def _do(self, change: Callable[[], object]) -> None:
        if self._background is not None and self._bridge is not None:
            bridge = self._bridge
            self._background.ask(self, change, lambda _: bridge.look())
