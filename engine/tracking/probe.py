"""What a desktop must offer to be watched: the door between platforms and the tracker.

A probe is event-driven: it hangs its file descriptors on the running asyncio loop (or posts to it from a
thread of its own with call_soon_threadsafe), reports every change to the sink at once and does nothing in
between. The tracker stamps the time, filters, debounces and merges; a probe does none of that.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from engine.domain.activity import Window
from engine.domain.health import ProbeReport


class SessionSign(StrEnum):
    """States of the whole session that beat any window title."""

    LOCKED = "locked"
    SCREENSAVER = "screensaver"
    SWITCHED = "switched"
    SUSPENDED = "suspended"


class Sink(Protocol):
    """Where probes report; every call is made on the asyncio loop's thread."""

    def saw_window(self, window: Window | None) -> None:
        """Report the focused window, or None where no window has focus; the same one twice is fine."""
        ...

    def went_idle(self, idle_ms: int) -> None:
        """Report that the last input was idle_ms ago, once the threshold is crossed."""
        ...

    def came_back(self) -> None:
        """Report that there is input again."""
        ...

    def session_sign(self, sign: SessionSign, holds: bool) -> None:
        """Report that a session state began (True) or ended (False)."""
        ...


class Probe(Protocol):
    """One way of watching one kind of desktop."""

    name: str

    def report(self) -> ProbeReport:
        """Say what this probe can give here; may look at the desktop, must not keep it open."""
        ...

    async def run(self, sink: Sink, idle_after_ms: int) -> None:
        """Connect, report the present state, then every change, until cancelled.

        Cancelling leaves nothing behind (no thread, file descriptor, window or bus name).
        Raises ProbeUnavailable where this session can never be watched so, ProbeLost where the connection broke.
        """
        ...
