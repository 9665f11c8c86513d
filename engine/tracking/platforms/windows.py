"""Watches a Windows desktop: window, title, lock, user switch and suspend by events, idleness by an aimed timer.

Written for Windows 10 and 11 and not yet run there; what the messages mean is in windows_follow.py and tested.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from threading import Thread
from typing import Protocol

from engine.domain.activity import Window
from engine.domain.errors import ProbeLost, ProbeUnavailable
from engine.domain.health import ProbeReport
from engine.tracking.probe import SessionSign, Sink

PLATFORM = "windows"
_ELSEWHERE = "Windows can be watched on Windows only."


class _Pump(Protocol):
    """A message loop of Windows, in a thread of its own."""

    def run(self) -> None:
        """Work until told to stop; raises OSError where Windows refuses."""
        ...

    def stop(self) -> None:
        """End run, from any thread."""
        ...


class WindowsProbe:
    """The probe for Windows; the environment is not looked at."""

    name = PLATFORM

    def __init__(self, environ: Mapping[str, str] | None = None) -> None:
        del environ

    def report(self) -> ProbeReport:
        """Say what Windows gives: everything, but for titles of windows that run with more rights."""
        here = sys.platform == "win32"
        return ProbeReport(PLATFORM, self.name, here, here, here, here, here, "" if here else _ELSEWHERE)

    async def run(self, sink: Sink, idle_after_ms: int) -> None:
        """Report the present state, then every change, until cancelled; the message loop ends with it.

        Raises ProbeUnavailable elsewhere than on Windows, ProbeLost where the message loop broke.
        """
        loop = asyncio.get_running_loop()
        pump = _pump(_OnLoop(loop, sink), idle_after_ms)
        ended: asyncio.Future[OSError | None] = loop.create_future()

        def work() -> None:
            failure = None
            try:
                pump.run()
            except OSError as cause:
                failure = cause
            loop.call_soon_threadsafe(_settle, ended, failure)

        thread = Thread(target=work, name="windows-messages")
        thread.start()
        try:
            failure = await ended
        finally:
            pump.stop()
            thread.join()
        raise ProbeLost(f"Windows no longer tells which window is in front ({failure}). Kairos tries again.")


def _settle(ended: asyncio.Future[OSError | None], failure: OSError | None) -> None:
    if not ended.done():
        ended.set_result(failure)


class _OnLoop:
    """Hands what the message loop's thread says to a sink on the asyncio loop's thread, in order."""

    def __init__(self, loop: asyncio.AbstractEventLoop, sink: Sink) -> None:
        self._loop = loop
        self._sink = sink

    def saw_window(self, window: Window | None) -> None:
        """Hand on the window."""
        self._loop.call_soon_threadsafe(self._sink.saw_window, window)

    def went_idle(self, idle_ms: int) -> None:
        """Hand on the idleness."""
        self._loop.call_soon_threadsafe(self._sink.went_idle, idle_ms)

    def came_back(self) -> None:
        """Hand on its end."""
        self._loop.call_soon_threadsafe(self._sink.came_back)

    def session_sign(self, sign: SessionSign, holds: bool) -> None:
        """Hand on the state."""
        self._loop.call_soon_threadsafe(self._sink.session_sign, sign, holds)


def _pump(sink: Sink, idle_after_ms: int) -> _Pump:
    if sys.platform == "win32":
        from engine.tracking.platforms.windows_follow import WindowsFollower  # noqa: PLC0415  (for Windows only)
        from engine.tracking.platforms.windows_messages import MessagePump  # noqa: PLC0415  (exists on Windows only)
        from engine.tracking.platforms.windows_windows import UserDesktop  # noqa: PLC0415  (exists on Windows only)

        return MessagePump(WindowsFollower(UserDesktop(), sink, idle_after_ms))
    raise ProbeUnavailable(_ELSEWHERE)
