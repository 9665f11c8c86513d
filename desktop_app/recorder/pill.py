"""The recorder's state in one word, above every page."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop_app.recorder.control import RecorderControl
from desktop_app.recorder.state_icon import state_colour, state_icon
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.plain_text import for_tooltip

_DOT = 12


class StatusPill(QPushButton):
    """Says in one word what the recorder does; its menu pauses, resumes and starts it."""

    def __init__(self, theme: ThemeHolder, control: RecorderControl, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._control = control
        self.setIconSize(QSize(_DOT, _DOT))
        self.setMenu(QMenu(self))
        control.fill(self.menu())
        control.health_shown.connect(self.show_state)
        control.lock_shown.connect(self.show_state)
        theme.changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Draw the state anew, in the language and colours in force."""
        health = self._control.health
        state = health.state if health else None
        word, sentence = self._control.word(), self._control.sentence()
        self.setText(f" {word}")
        self.setIcon(state_icon(state, state_colour(state, self._theme.palette)))
        self.setToolTip(for_tooltip(sentence))
        self.setAccessibleName(self.tr("Recorder: %1").replace("%1", word))
        self.setAccessibleDescription(sentence)
