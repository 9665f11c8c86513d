"""The icon beside the clock: the recorder's state, pausing, and the way back to the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktop_app.recorder.control import RecorderControl
from desktop_app.recorder.state_icon import state_colour, state_icon
from desktop_app.theme import ThemeHolder
from engine.domain.health import RecorderHealth, RecorderState

_TRAYLESS = frozenset({"offscreen", "minimal"})


class Tray(QObject):
    """A tray icon with the recorder's actions, Today and Quit.

    Emits today_requested and quit_requested. Without a tray it shows nothing and is_there says so.
    """

    today_requested = Signal()
    quit_requested = Signal()

    def __init__(self, theme: ThemeHolder, control: RecorderControl, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._control = control
        self._told = False
        self._state: RecorderState | None = None
        self.menu = QMenu()
        self.today = QAction(self)
        self.quit = QAction(self)
        self.today.triggered.connect(self.today_requested)
        self.quit.triggered.connect(self.quit_requested)
        control.fill(self.menu)
        self.menu.addSeparator()
        self.menu.addActions([self.today, self.quit])
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        control.health_shown.connect(self.show_state)
        theme.changed.connect(self.show_state)
        self.speak()
        self.show_state(control.health)

    def is_there(self) -> bool:
        """Return whether this desktop shows tray icons at all."""
        return self.icon.isVisible() and QSystemTrayIcon.isSystemTrayAvailable()

    def open(self) -> None:
        """Put the icon into the tray, now or as soon as there is one."""
        if QGuiApplication.platformName() not in _TRAYLESS:
            self.icon.show()

    def close(self) -> None:
        """Take the icon away."""
        self.icon.hide()
        self.menu.deleteLater()

    def speak(self) -> None:
        """Put the texts in the language in force."""
        self.today.setText(self.tr("Show Today"))
        self.quit.setText(self.tr("Quit (recording goes on)"))

    def show_state(self, health: RecorderHealth | None = None) -> None:
        """Draw the recorder's state."""
        health = health or self._control.health
        state = health.state if health else None
        self.icon.setIcon(state_icon(state, state_colour(state, self._theme.palette)))
        self.icon.setToolTip("Kairos" if health is None else f"Kairos: {self._control.sentence()}")
        if health is not None and _became_wrong(self._state, state):
            self.icon.showMessage("Kairos", self._control.sentence(), QSystemTrayIcon.MessageIcon.Warning)
        self._state = state

    def tell_hidden(self) -> None:
        """Say once where the window went."""
        if not self._told:
            self._told = True
            self.icon.showMessage("Kairos", self.tr("Kairos stays here. Choose Quit from this menu to end it."))

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.today_requested.emit()


def _became_wrong(before: RecorderState | None, now: RecorderState | None) -> bool:
    """Say whether the person should be told; one that has just started is blind for a moment, and that is fine."""
    if now is RecorderState.NOT_SAVING:
        return before is not now
    return now is RecorderState.BLIND and before is RecorderState.RECORDING
