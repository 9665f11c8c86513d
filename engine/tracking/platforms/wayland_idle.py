"""Idle time on Wayland: ext_idle_notifier_v1 where offered, else org_kde_kwin_idle."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any, cast

from pywayland.protocol.ext_idle_notify_v1 import ExtIdleNotifierV1, ExtIdleNotifierV1Proxy
from pywayland.protocol.wayland import WlSeat, WlSeatProxy
from pywayland.protocol_core.proxy import Proxy

from engine.tracking.platforms.protocols.kde_idle import KdeIdle, KdeIdleProxy
from engine.tracking.platforms.wayland_connection import WaylandConnection
from engine.tracking.probe import Sink

_IGNORES_INHIBITORS = 2  # from this version on a playing film does not count as input


def can_tell_idle(connection: WaylandConnection) -> bool:
    """Return whether the compositor says when input stops."""
    offered = connection.version(ExtIdleNotifierV1) or connection.version(KdeIdle)
    return bool(offered and connection.version(WlSeat))


async def watch_idle(environ: Mapping[str, str], sink: Sink, idle_after_ms: int, *, near_ms: int = 0) -> None:
    """Report idle time over a connection of its own, until cancelled; raises ProbeLost when the compositor goes.

    near_ms: see IdleWatch.
    """
    with WaylandConnection(environ) as connection:
        connection.listen()
        await connection.settle()
        idle = IdleWatch(connection, idle_after_ms, near_ms=near_ms)
        while True:
            await connection.news()
            idle.tell(sink)


class IdleWatch:
    """Watches the first seat; idle_after_ms: milliseconds without input after which it is idle.

    near_ms: for compositors whose timers drift by a share of their length (KWin: 5 %), the length of a second,
    shorter watch that dates the last input more closely than the long one can; 0 for none.
    """

    def __init__(self, connection: WaylandConnection, idle_after_ms: int, *, near_ms: int = 0) -> None:
        self._idle_after_ms = idle_after_ms
        self._near_ms = near_ms
        self._loop = asyncio.get_running_loop()
        self._quiet_since: float | None = None
        self._changes: list[int | None] = []
        self._kept: list[Proxy[Any]] = []
        if can_tell_idle(connection):
            seat = cast(WlSeatProxy, connection.bind(WlSeat, 1))
            self._kept = [seat, _watch(connection, seat, idle_after_ms, self._idled, self._resumed)]
            if 0 < near_ms < idle_after_ms:
                self._kept.append(_watch(connection, seat, near_ms, self._fell_quiet, self._stirred))

    def tell(self, sink: Sink) -> None:
        """Report what happened since the last call, in order."""
        changes, self._changes = self._changes, []
        for idle_ms in changes:
            if idle_ms is None:
                sink.came_back()
            else:
                sink.went_idle(idle_ms)

    def _idled(self, _watch: Proxy[Any]) -> None:
        if self._quiet_since is None:
            self._changes.append(self._idle_after_ms)
        else:
            self._changes.append(round((self._loop.time() - self._quiet_since) * 1_000))

    def _resumed(self, _watch: Proxy[Any]) -> None:
        self._changes.append(None)

    def _fell_quiet(self, _watch: Proxy[Any]) -> None:
        self._quiet_since = self._loop.time() - self._near_ms / 1_000

    def _stirred(self, _watch: Proxy[Any]) -> None:
        self._quiet_since = None


def _watch(
    connection: WaylandConnection,
    seat: WlSeatProxy,
    after_ms: int,
    idled: Callable[[Proxy[Any]], None],
    resumed: Callable[[Proxy[Any]], None],
) -> Proxy[Any]:
    if connection.version(ExtIdleNotifierV1):
        watch = _newer(connection, seat, after_ms)
        watch.dispatcher["idled"] = idled
    else:
        maker = cast(KdeIdleProxy, connection.bind(KdeIdle))
        watch = maker.get_idle_timeout(seat, after_ms)
        watch.dispatcher["idle"] = idled
    watch.dispatcher["resumed"] = resumed
    return watch


def _newer(connection: WaylandConnection, seat: WlSeatProxy, after_ms: int) -> Proxy[Any]:
    maker = cast(ExtIdleNotifierV1Proxy, connection.bind(ExtIdleNotifierV1))
    if connection.version(ExtIdleNotifierV1) >= _IGNORES_INHIBITORS:
        return maker.get_input_idle_notification(after_ms, seat)
    return maker.get_idle_notification(after_ms, seat)
