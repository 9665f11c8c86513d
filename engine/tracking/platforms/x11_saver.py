"""Tells when the X server's screen saver covers the screen."""

from __future__ import annotations

from typing import Any

from xcffib import screensaver

from engine.tracking.platforms.x11_display import Display
from engine.tracking.probe import SessionSign, Sink

_COVERED = (screensaver.State.On, screensaver.State.Cycle)


class SaverWatch:
    """Reports SCREENSAVER when the saver comes on and goes off."""

    wait_s: float | None = None

    def __init__(self, display: Display, sink: Sink, extension: Any) -> None:
        self._sink = sink
        extension.SelectInput(display.root, screensaver.Event.NotifyMask)
        self._covered: bool = extension.QueryInfo(display.root).reply().state in _COVERED
        self._told: bool | None = None

    def note(self, event: Any) -> None:
        """Take note of the saver coming or going."""
        if isinstance(event, screensaver.NotifyEvent):
            self._covered = event.state in _COVERED

    def settle(self) -> None:
        """Tell where it changed."""
        if self._covered != self._told:
            self._told = self._covered
            self._sink.session_sign(SessionSign.SCREENSAVER, self._covered)
