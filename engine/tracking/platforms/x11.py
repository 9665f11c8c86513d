"""Watches an X11 desktop: active window, titles, idle time and screen saver, all by events."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Protocol

import xcffib

from engine.domain.errors import ProbeLost, ProbeUnavailable
from engine.domain.health import ProbeReport
from engine.tracking.platforms.x11_display import Display, local_display
from engine.tracking.platforms.x11_idle import AlarmIdle, LookingIdle, idle_counter, saver_extension
from engine.tracking.platforms.x11_keys import KeyWatch
from engine.tracking.platforms.x11_saver import SaverWatch
from engine.tracking.platforms.x11_session import KeptSession
from engine.tracking.platforms.x11_windows import PLATFORM, WindowWatch, announces_active_window
from engine.tracking.probe import Sink
from engine.tracking.process import executable_of
from engine.tracking.shortcut import Shortcut

_BREATH_S = 0.005  # events are gathered for so long; a storm is read at most two hundred times a second
_NO_EWMH = "The window manager does not announce the active window; Kairos follows the keyboard focus instead."
_NO_IDLE = "The X server does not tell how long there was no input; time away counts as active."


class _Watch(Protocol):
    """One thing followed on the connection; wait_s: seconds after which settle is wanted without any event."""

    wait_s: float | None

    def note(self, event: Any) -> None: ...

    def settle(self) -> None: ...


class X11Probe:
    """The probe for X11 desktops; environ is read for DISPLAY, the process's own by default."""

    name = PLATFORM

    def __init__(self, environ: Mapping[str, str] | None = None) -> None:
        self._environ = os.environ if environ is None else environ
        self._session = KeptSession()
        self._shortcut: Shortcut | None = None

    def listen_for(self, shortcut: Shortcut) -> None:
        """Listen for the shortcut from the next connection on."""
        self._shortcut = shortcut

    def report(self) -> ProbeReport:
        """Connect for a moment and say what this desktop gives; where nothing answers the note says why.

        Lock and suspend are not X11's to tell: they come from the session bus.
        """
        try:
            display = self._open()
        except (ProbeUnavailable, ProbeLost) as cause:
            return ProbeReport(PLATFORM, self.name, False, False, False, False, False, cause.message)
        try:
            follows = bool(announces_active_window(display))
            idle = bool(idle_counter(display) or saver_extension(display))
        except xcffib.ConnectionException:
            return ProbeReport(PLATFORM, self.name, False, False, False, False, False, "The X server went away.")
        finally:
            display.close()
        notes = ([] if follows else [_NO_EWMH]) + ([] if idle else [_NO_IDLE])
        return ProbeReport(PLATFORM, self.name, True, True, idle, False, False, " ".join(notes))

    async def run(self, sink: Sink, idle_after_ms: int) -> None:
        """Report the present state, then every change, until cancelled.

        Raises ProbeUnavailable where no display was ever reached, ProbeLost where one was and is gone.
        """
        display = self._open()
        try:
            async with _readable(display) as ready:
                watches = _watches(display, sink, idle_after_ms)
                if self._shortcut is not None:
                    watches.insert(0, KeyWatch(display, self._shortcut))  # heard before anything is seen
                    self._shortcut.when_changed(ready.set)
                await _follow(display, watches, ready)
        except xcffib.ConnectionException as cause:
            raise ProbeLost("The X server ended the connection. Kairos tries again until it is back.") from cause
        finally:
            display.close()

    def _open(self) -> Display:
        name = local_display(self._environ)
        try:
            display = Display(name)
        except xcffib.XcffibException as cause:
            message = f"The X server of display {name.removeprefix('unix/')} does not answer or refuses this user."
            if self._session.begun:
                raise ProbeLost(f"{message} Kairos tries again until it is back.") from cause
            raise ProbeUnavailable(f"{message} Start Kairos from inside the desktop session.") from cause
        try:
            self._session.admit(display)
        except xcffib.XcffibException as cause:
            display.close()
            raise ProbeLost("The X server ended the connection. Kairos tries again until it is back.") from cause
        return display


def _watches(display: Display, sink: Sink, idle_after_ms: int) -> list[_Watch]:
    watches: list[_Watch] = [WindowWatch(display, sink.saw_window, executable_of)]
    saver = saver_extension(display)
    if saver is not None:
        watches.append(SaverWatch(display, sink, saver))
    counter = idle_counter(display)
    if counter is not None:
        watches.append(AlarmIdle(display, sink, idle_after_ms, *counter))
    elif saver is not None:
        watches.append(LookingIdle(display, sink, idle_after_ms, saver))
    return watches


@asynccontextmanager
async def _readable(display: Display) -> AsyncIterator[asyncio.Event]:
    """Give an event that is set whenever the server has said something."""
    ready = asyncio.Event()
    loop = asyncio.get_running_loop()
    descriptor = display.fileno()
    loop.add_reader(descriptor, ready.set)
    try:
        yield ready
    finally:
        loop.remove_reader(descriptor)


async def _follow(display: Display, watches: list[_Watch], ready: asyncio.Event) -> None:
    """Hand every event to every watch, for ever."""
    while True:
        ready.clear()
        if _deal(display, watches):
            await asyncio.sleep(_BREATH_S)
        else:
            display.flush()
            await _wait(ready, [watch.wait_s for watch in watches])


def _deal(display: Display, watches: list[_Watch]) -> bool:
    """Let the watches read what is out of date, then note what came; return whether anything did.

    In this order, because reading a reply can bring events along that never make the descriptor readable again.
    """
    for watch in watches:
        watch.settle()
    events = display.pending()
    for event in events:
        for watch in watches:
            watch.note(event)
    return bool(events)


async def _wait(ready: asyncio.Event, waits: list[float | None]) -> None:
    longest = min((wait for wait in waits if wait is not None), default=None)
    try:
        async with asyncio.timeout(longest):
            await ready.wait()
    except TimeoutError:
        return
