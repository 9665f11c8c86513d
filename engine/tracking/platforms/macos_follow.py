"""What macOS tells, as reports to the tracker; no call to macOS itself, so that it can be tried anywhere."""

from __future__ import annotations

from typing import Protocol

from engine.domain.activity import Window
from engine.tracking.probe import SessionSign, Sink

# macOS tells nobody of input without watching the keyboard, which Kairos does not do: while idle, it looks.
IDLE_LOOK_MS = 500
SHORTEST_WAIT_MS = 50

# Names of notifications: of the workspace, and of the whole session.
APP_IN_FRONT = "NSWorkspaceDidActivateApplicationNotification"
WORKSPACE_SIGNS = {
    "NSWorkspaceWillSleepNotification": (SessionSign.SUSPENDED, True),
    "NSWorkspaceDidWakeNotification": (SessionSign.SUSPENDED, False),
    "NSWorkspaceSessionDidResignActiveNotification": (SessionSign.SWITCHED, True),
    "NSWorkspaceSessionDidBecomeActiveNotification": (SessionSign.SWITCHED, False),
}
SESSION_SIGNS = {
    "com.apple.screenIsLocked": (SessionSign.LOCKED, True),
    "com.apple.screenIsUnlocked": (SessionSign.LOCKED, False),
    "com.apple.screensaver.didstart": (SessionSign.SCREENSAVER, True),
    "com.apple.screensaver.didstop": (SessionSign.SCREENSAVER, False),
}
_SIGNS = WORKSPACE_SIGNS | SESSION_SIGNS
NO_TITLES = (
    "macOS tells which app is in front, but not the titles of its windows. To record them too, allow Kairos in System "
    "Settings, Privacy & Security, Accessibility, and start the recorder again."
)


class MacDesktop(Protocol):
    """What is asked of macOS."""

    def front(self) -> Window | None:
        """Return the app in front with its window's title, empty where that may not be read."""
        ...

    def idle_ms(self) -> int:
        """Return milliseconds since the last input."""
        ...

    def locked(self) -> bool:
        """Say whether the screen is locked."""
        ...

    def follow_titles(self, pid: int | None) -> None:
        """Be told of new titles of this process's windows, and of no other's."""
        ...


class MacFollower:
    """Turns what macOS says into reports to the sink."""

    def __init__(self, desktop: MacDesktop, sink: Sink, idle_after_ms: int) -> None:
        self._desktop = desktop
        self._sink = sink
        self._idle_after_ms = idle_after_ms
        self._idle: bool | None = None  # nothing said yet
        self._said: Window | None = None

    def begin(self) -> int:
        """Report the whole present state, whatever was said before; returns milliseconds until the first look."""
        self._sink.session_sign(SessionSign.LOCKED, self._desktop.locked())
        wait_ms = self.look_at_idle()
        self.app_changed()
        return wait_ms

    def app_changed(self) -> None:
        """Another app has come to the front."""
        self._said = self._desktop.front()
        self._desktop.follow_titles(self._said.pid if self._said else None)
        self._sink.saw_window(self._said)

    def title_changed(self) -> None:
        """A window of the app in front has a new title, or another of its windows has come to the front."""
        window = self._desktop.front()
        if window != self._said:
            self._said = window
            self._sink.saw_window(window)

    def notified(self, name: str) -> None:
        """A notification has come; unknown ones mean nothing."""
        if name == APP_IN_FRONT:
            self.app_changed()
        elif name in _SIGNS:
            self._sink.session_sign(*_SIGNS[name])

    def look_at_idle(self) -> int:
        """Report idleness and its end; returns milliseconds until it is worth looking again.

        While there is input the next look is aimed at the moment the threshold would be crossed.
        """
        idle_ms = self._desktop.idle_ms()
        idle = idle_ms >= self._idle_after_ms
        if idle != self._idle:
            self._idle = idle
            if idle:
                self._sink.went_idle(idle_ms)
            else:
                self._sink.came_back()
        return IDLE_LOOK_MS if idle else max(self._idle_after_ms - idle_ms, SHORTEST_WAIT_MS)
