"""Pausing from the privacy section."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.error_words import error_message
from desktop_app.recorder.words import state_sentence
from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.errors import KairosError
from engine.domain.health import RecorderHealth, RecorderState


class PauseRow(QWidget):
    """What the recorder does now, and a way to have it store nothing for a while."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self.state = Paragraph("", "", self)
        self.quarter = QPushButton(self.tr("Pause for 15 minutes"), self)
        self.hour = QPushButton(self.tr("Pause for 1 hour"), self)
        self.resume = QPushButton(self.tr("Resume"), self)
        self.quarter.clicked.connect(lambda: self._pause(15))
        self.hour.clicked.connect(lambda: self._pause(60))
        self.resume.clicked.connect(self._resume)
        row = QHBoxLayout()
        row.setSpacing(spacing.S)
        for button in (self.quarter, self.hour, self.resume):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.S)
        column.addWidget(self.state)
        column.addLayout(row)
        self._enable(None)
        self._shown = ""
        choices.ready.connect(lambda: self.look() if self.isVisible() else None)
        choices.recorder_changed.connect(self._follow)

    def look(self) -> None:
        """Ask what the recorder does."""
        engine = self._choices.engine
        if engine is not None:
            self._ask(engine.recording.health)

    def _pause(self, minutes: int) -> None:
        engine = self._choices.engine
        if engine is not None:
            recording = engine.recording

            def act() -> RecorderHealth:
                recording.pause(minutes=minutes)
                return recording.health()

            self._ask(act)

    def _resume(self) -> None:
        engine = self._choices.engine
        if engine is not None:
            recording = engine.recording

            def act() -> RecorderHealth:
                recording.resume()
                return recording.health()

            self._ask(act)

    def _ask(self, act: Callable[[], RecorderHealth]) -> None:
        if self._choices.background is not None:
            self._choices.background.ask(self, act, self._show, self._refuse)

    def _follow(self, health: RecorderHealth) -> None:
        """Show what became of it; the recorder takes a moment to do what it is asked."""
        if state_sentence(health) != self._shown:  # else a refusal stays to be read
            self._show(health)

    def _show(self, health: RecorderHealth) -> None:
        self._shown = state_sentence(health)
        self.state.setText(self.tr("Now: %1.").replace("%1", self._shown))
        self._enable(health.state)

    def _enable(self, state: RecorderState | None) -> None:
        runs = state not in {None, RecorderState.STOPPED}
        for button in (self.quarter, self.hour):
            button.setEnabled(runs)
        self.resume.setVisible(state is RecorderState.PAUSED)

    def _refuse(self, error: KairosError) -> None:
        self.state.setText(f"⚠ {error_message(error)}")

    def showEvent(self, event: QShowEvent) -> None:
        """Look anew when the page comes up."""
        super().showEvent(event)
        self.look()
