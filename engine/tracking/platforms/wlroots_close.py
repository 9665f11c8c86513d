"""Asks the active window of a wlroots compositor to close, by zwlr_foreign_toplevel_management_v1."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pywayland.protocol_core.proxy import Proxy

from engine.domain.errors import ProbeError
from engine.tracking.platforms.protocols.foreign_toplevel import ToplevelHandleProxy, ToplevelManager
from engine.tracking.platforms.wayland_connection import WaylandConnection

_ACTIVATED = 2


@dataclass(slots=True)
class _Window:
    handle: ToplevelHandleProxy
    app: str = ""
    active: bool = False


class WlrootsCloser:
    """Closes windows of the session that the environment names."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ

    def close_front(self, app: str) -> bool:
        """Ask the active window to close where it is of that app."""
        try:
            with WaylandConnection(self._environ) as connection:
                connection.look()
                return bool(app) and connection.version(ToplevelManager) > 0 and _close(connection, app)
        except ProbeError:
            return False


def _close(connection: WaylandConnection, app: str) -> bool:
    windows: list[_Window] = []

    def opened(_list: Proxy[Any], handle: ToplevelHandleProxy) -> None:
        one = _Window(handle)
        windows.append(one)
        handle.dispatcher["app_id"] = lambda _handle, name: setattr(one, "app", name)
        handle.dispatcher["state"] = lambda _handle, states: setattr(one, "active", _is_active(states))

    window_list = connection.bind(ToplevelManager)
    window_list.dispatcher["toplevel"] = opened
    connection.look()  # the windows
    connection.look()  # what they are
    front = [one for one in windows if one.active]
    wanted = len(front) == 1 and front[0].app == app
    if wanted:
        front[0].handle.close()
    for one in windows:
        one.handle.destroy()
    connection.look()
    return wanted


def _is_active(states: bytes) -> bool:
    whole = len(states) - len(states) % 4
    return _ACTIVATED in struct.unpack(f"={whole // 4}I", states[:whole])
