"""The icon beside the clock: the recorder's state, focus sessions, pausing, and the way back to the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktop_app.focus.control import FocusControl
from desktop_app.focus.mark import with_session
from desktop_app.recorder.control import RecorderControl
from desktop_app.recorder.state_icon import state_colour, state_icon
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.sentences import labelled
from engine.domain.health import RecorderHealth, RecorderState

_TRAYLESS = frozenset({"offscreen", "minimal"})


class Tray(QObject):
    """A tray icon with the actions on sessions and on the recorder, Today, Plan and Quit.

    Emits today_requested, plan_requested and quit_requested. Without a tray it shows nothing and is_there says so.
    """

    today_requested = Signal()
    plan_requested = Signal()
    quit_requested = Signal()

    def __init__(
        self, theme: ThemeHolder, control: RecorderControl, focus: FocusControl, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._control, self.focus = control, focus
        self._told = False
        self._state: RecorderState | None = None
        self.menu = QMenu()
        self.today = QAction(self)
        self.plan = QAction(self)
        self.quit = QAction(self)
        self.today.triggered.connect(self.today_requested)
        self.plan.triggered.connect(self.plan_requested)
        self.quit.triggered.connect(self.quit_requested)
        self._fill()
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        control.health_shown.connect(self.show_state)
        focus.status.changed.connect(self.show_state)
        theme.changed.connect(self.show_state)
        self.speak()
        self.show_state(control.health)

    def _fill(self) -> None:
        """Put everything into the menu: how things stand, sessions, pauses, pages."""
        control = self._control
        self.menu.addAction(control.status)
        self.focus.fill(self.menu)
        self.menu.addSeparator()
        self.menu.addActions([control.pause_15, control.pause_60, control.pause_tomorrow])
        self.menu.addActions([control.resume, control.start])
        self.menu.addSeparator()
        self.menu.addActions([self.today, self.plan, self.quit])

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
        self.plan.setText(self.tr("Show the plan"))
        self.focus.speak()
        self.quit.setText(self.tr("Quit (recording goes on)"))

    def show_state(self, health: RecorderHealth | None = None) -> None:
        """Draw the recorder's state."""
        health = health or self._control.health
        state = health.state if health else None
        runs = self.focus.status.isVisible()
        picture = state_icon(state, state_colour(state, self._theme.palette))
        self.icon.setIcon(with_session(picture, self._theme.palette.colour("accent")) if runs else picture)
        told = self.focus.status.text() if runs else self._control.sentence()
        self.icon.setToolTip("Kairos" if health is None else labelled("Kairos", told))
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
