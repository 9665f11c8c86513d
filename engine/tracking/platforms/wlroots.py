"""Watches compositors that name their windows over Wayland: wlroots and its like (sway, labwc, Hyprland), COSMIC."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from pywayland.protocol_core.proxy import Proxy

from engine.domain.activity import Window
from engine.domain.errors import ProbeLost, ProbeUnavailable
from engine.domain.health import ProbeReport
from engine.tracking.platforms.protocols.cosmic_toplevel import CosmicToplevelHandleProxy, CosmicToplevelInfo
from engine.tracking.platforms.protocols.foreign_toplevel import ToplevelHandleProxy, ToplevelManager
from engine.tracking.platforms.wayland_connection import WaylandConnection
from engine.tracking.platforms.wayland_idle import IdleWatch, can_tell_idle
from engine.tracking.platforms.wlroots_toplevels import Toplevels
from engine.tracking.probe import Sink

_Handle = ToplevelHandleProxy | CosmicToplevelHandleProxy
_LIST_WITHOUT_FOCUS = "ext_foreign_toplevel_list_v1"
_UNSEEN = "<not reported yet>"


class WlrootsProbe:
    """The focused window through zwlr_foreign_toplevel_management_v1, idle time through the compositor's notifier.

    On COSMIC, zcosmic_toplevel_info_v1 stands in for the former: its events have the same names and meaning.
    Neither protocol names a process, so windows have neither pid nor executable.
    """

    name = "wlroots"

    def __init__(self, environ: Mapping[str, str] | None = None) -> None:
        self._environ = os.environ if environ is None else environ

    def report(self) -> ProbeReport:
        """Say what this compositor offers; raises ProbeUnavailable or ProbeLost where none can be asked."""
        with WaylandConnection(self._environ) as connection:
            connection.look()
            windows = _list_offered(connection) is not None
            idle = can_tell_idle(connection)
            note = "" if windows else _missing(connection.globals)
        if windows and not idle:
            note = "This compositor does not say when input stops, so time away is not recognised."
        return ProbeReport("wayland", self.name, windows, windows, idle, lock=False, suspend=False, note=note)

    async def run(self, sink: Sink, idle_after_ms: int) -> None:
        """Watch until cancelled; raises ProbeUnavailable without the protocol, ProbeLost when the compositor goes."""
        with WaylandConnection(self._environ) as connection:
            connection.listen()
            await connection.settle()
            window_list = _list_offered(connection)
            if window_list is None:
                raise ProbeUnavailable(_missing(connection.globals))
            watch = _FocusWatch(connection.bind(window_list), self.name)
            idle = IdleWatch(connection, idle_after_ms)
            await connection.settle()
            while True:
                watch.tell(sink)
                idle.tell(sink)
                await connection.news()


class _FocusWatch:
    """Feeds the compositor's events to Toplevels and reports when the focused window is another one."""

    def __init__(self, window_list: Proxy[Any], platform: str) -> None:
        self._toplevels = Toplevels(platform)
        self._handles: dict[int, _Handle] = {}
        self._next = 0
        self._told: Window | str | None = _UNSEEN
        self._finished = False
        self._list = window_list
        self._list.dispatcher["toplevel"] = self._opened
        self._list.dispatcher["finished"] = self._ended

    def tell(self, sink: Sink) -> None:
        """Report the focused window if it or its title changed; raises ProbeLost once the compositor stopped."""
        if self._finished:
            raise ProbeLost("The compositor stopped naming its windows; Kairos tries again.")
        window = self._toplevels.focused()
        if window != self._told:
            self._told = window
            sink.saw_window(window)

    def _opened(self, _list: Proxy[Any], handle: _Handle) -> None:
        self._next += 1
        key = self._next
        self._handles[key] = handle
        windows = self._toplevels
        windows.opened(key)
        handle.dispatcher["title"] = lambda _handle, title: windows.said_title(key, title)
        handle.dispatcher["app_id"] = lambda _handle, app: windows.said_app(key, app)
        handle.dispatcher["state"] = lambda _handle, states: windows.said_state(key, states)
        handle.dispatcher["done"] = lambda _handle: windows.done(key)
        handle.dispatcher["closed"] = lambda _handle: self._closed(key)

    def _closed(self, key: int) -> None:
        self._toplevels.closed(key)
        self._handles.pop(key).destroy()

    def _ended(self, _list: Proxy[Any]) -> None:
        self._finished = True


def _list_offered(connection: WaylandConnection) -> type[ToplevelManager | CosmicToplevelInfo] | None:
    if connection.version(ToplevelManager):
        return ToplevelManager
    return CosmicToplevelInfo if connection.version(CosmicToplevelInfo) else None


def _missing(offered: Mapping[str, object]) -> str:
    if _LIST_WITHOUT_FOCUS in offered:
        return (
            "This compositor lists its windows but does not say which one is in front "
            "(it lacks wlr-foreign-toplevel-management), so apps and titles cannot be recorded."
        )
    return (
        "This compositor does not show its windows to other programs "
        "(it lacks wlr-foreign-toplevel-management), so apps and titles cannot be recorded."
    )
