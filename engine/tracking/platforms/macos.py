"""Watches a Mac: app in front, titles where permitted, lock, screen saver, user switch and sleep by notifications.

Written for macOS 13 and later and not yet run there; what the notifications mean is in macos_follow.py and tested.
Notifications come through the main thread's run loop, which asyncio does not turn: ten times a second it is given
a turn.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Mapping

from engine.domain.errors import ProbeUnavailable
from engine.domain.health import ProbeReport
from engine.tracking.platforms.macos_follow import NO_TITLES, MacFollower
from engine.tracking.probe import Sink

PLATFORM = "macos"
_TURN_S = 0.1
_ELSEWHERE = "A Mac can be watched on macOS only."
_INCOMPLETE = "A library for watching macOS is missing ({}). Install Kairos again in this environment."


class MacProbe:
    """The probe for macOS; the environment is not looked at."""

    name = PLATFORM

    def __init__(self, environ: Mapping[str, str] | None = None) -> None:
        del environ

    def report(self) -> ProbeReport:
        """Say what macOS gives; titles need the person's permission."""
        if sys.platform != "darwin":
            return ProbeReport(PLATFORM, self.name, False, False, False, False, False, _ELSEWHERE)
        try:
            from engine.tracking.platforms.macos_desktop import titles_allowed  # noqa: PLC0415  (for macOS only)

            titles = titles_allowed()
        except ImportError as cause:
            note = _INCOMPLETE.format(cause.name)
            return ProbeReport(PLATFORM, self.name, False, False, False, False, False, note)
        return ProbeReport(PLATFORM, self.name, True, titles, True, True, True, "" if titles else NO_TITLES)

    async def run(self, sink: Sink, idle_after_ms: int) -> None:
        """Report the present state, then every change, until cancelled; must run on the main thread.

        Raises ProbeUnavailable elsewhere than on macOS, and where a library is missing.
        """
        if sys.platform != "darwin":
            raise ProbeUnavailable(_ELSEWHERE)
        try:
            from engine.tracking.platforms.macos_desktop import UserDesktop  # noqa: PLC0415  (for macOS only)

            desktop = UserDesktop()
        except ImportError as cause:
            raise ProbeUnavailable(_INCOMPLETE.format(cause.name)) from cause
        follower = MacFollower(desktop, sink, idle_after_ms)
        desktop.begin(follower.notified, follower.title_changed)
        try:
            await _follow(follower, desktop.turn)
        finally:
            desktop.end()


async def _follow(follower: MacFollower, turn: Callable[[], None]) -> None:
    """Let notifications through and look at idleness when it is worth it, for ever."""
    now = asyncio.get_running_loop().time
    due = now() + follower.begin() / 1_000
    while True:
        turn()
        if now() >= due:
            due = now() + follower.look_at_idle() / 1_000
        await asyncio.sleep(_TURN_S)
