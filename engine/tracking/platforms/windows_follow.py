"""What the messages of Windows mean for the tracker; no call to Windows itself, so that it can be tried anywhere."""

from __future__ import annotations

from typing import Protocol

from engine.domain.activity import Window
from engine.tracking.probe import SessionSign, Sink

# Windows tells of no input that ends idleness without hooking the keyboard, which Kairos does not do: it looks.
IDLE_LOOK_MS = 500
SHORTEST_WAIT_MS = 50
_TICKS = 1 << 32

# WM_WTSSESSION_CHANGE: the session is no longer (2, 4) or again (1, 3) the one on the screen; locked, unlocked.
_SESSION = {
    1: (SessionSign.SWITCHED, False),
    2: (SessionSign.SWITCHED, True),
    3: (SessionSign.SWITCHED, False),
    4: (SessionSign.SWITCHED, True),
    7: (SessionSign.LOCKED, True),
    8: (SessionSign.LOCKED, False),
}
# WM_POWERBROADCAST: about to suspend; resumed with a person (7) or by a timer or a packet (18).
_POWER = {4: True, 7: False, 18: False}


class WindowsDesktop(Protocol):
    """What is asked of Windows; a window is known by its handle, 0 is none."""

    def foreground(self) -> int:
        """Return the window in front."""
        ...

    def describe(self, handle: int) -> Window | None:
        """Return the window's app, title and program, None once it is gone."""
        ...

    def ticks(self) -> tuple[int, int]:
        """Return the millisecond counter now and at the last input; it has 32 bits and starts anew."""
        ...

    def locked(self) -> bool:
        """Say whether another desktop than the person's has the screen."""
        ...

    def saver_running(self) -> bool:
        """Say whether the screen saver is on."""
        ...


class WindowsFollower:
    """Turns what Windows says into reports to the sink."""

    def __init__(self, desktop: WindowsDesktop, sink: Sink, idle_after_ms: int) -> None:
        self._desktop = desktop
        self._sink = sink
        self._idle_after_ms = idle_after_ms
        self._idle: bool | None = None  # nothing said yet
        self._saver = False
        self._said: Window | None = None

    def begin(self) -> int:
        """Report the whole present state, whatever was said before; returns milliseconds until the first look."""
        self._sink.session_sign(SessionSign.LOCKED, self._desktop.locked())
        self._sink.session_sign(SessionSign.SCREENSAVER, self._saver)
        wait_ms = self.look_at_idle()
        self._report(self._look())
        return wait_ms

    def foreground_changed(self) -> None:
        """Another window may have come to the front."""
        self._report(self._look())

    def name_changed(self, handle: int, object_id: int, child_id: int) -> None:
        """Something has a new name; only the window in front itself matters, not what is inside it."""
        if handle and object_id == child_id == 0 and handle == self._desktop.foreground():
            window = self._look()
            if window != self._said:
                self._report(window)

    def session_changed(self, code: int) -> None:
        """The session was locked, unlocked, left or come back to."""
        if code in _SESSION:
            self._sink.session_sign(*_SESSION[code])
            self._report(self._look())

    def power_changed(self, code: int) -> None:
        """The machine goes to sleep or has woken."""
        if code in _POWER:
            self._sink.session_sign(SessionSign.SUSPENDED, _POWER[code])

    def look_at_idle(self) -> int:
        """Report idleness and its end; returns milliseconds until it is worth looking again.

        While there is input the next look is aimed at the moment the threshold would be crossed.
        """
        now, last = self._desktop.ticks()
        idle_ms = (now - last) % _TICKS
        idle = idle_ms >= self._idle_after_ms
        if idle != self._idle:
            self._idle = idle
            if idle:
                self._sink.went_idle(idle_ms)
            else:
                self._sink.came_back()
        self._look_at_saver()
        return IDLE_LOOK_MS if idle else max(self._idle_after_ms - idle_ms, SHORTEST_WAIT_MS)

    def _look_at_saver(self) -> None:
        running = self._desktop.saver_running()
        if running != self._saver:
            self._saver = running
            self._sink.session_sign(SessionSign.SCREENSAVER, running)

    def _look(self) -> Window | None:
        handle = self._desktop.foreground()
        return self._desktop.describe(handle) if handle else None

    def _report(self, window: Window | None) -> None:
        self._look_at_saver()
        self._said = window
        self._sink.saw_window(window)


def app_of(executable: str, class_name: str) -> str:
    """Return the app's name: the program's file name without its ending, else the window's class."""
    file = executable.replace("/", "\\").rpartition("\\")[2]
    return (file[:-4] if file.casefold().endswith(".exe") else file) or class_name


def hosted_process(frame: int, inside: list[int]) -> int:
    """Return the process that a window belongs to: a store app lives inside a frame of another process."""
    return next((process for process in inside if process not in (0, frame)), frame)
