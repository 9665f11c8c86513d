"""Idle time on Wayland: ext_idle_notifier_v1 where offered, else org_kde_kwin_idle."""

from __future__ import annotations

from collections.abc import Mapping
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


async def watch_idle(environ: Mapping[str, str], sink: Sink, idle_after_ms: int) -> None:
    """Report idle time over a connection of its own, until cancelled; raises ProbeLost when the compositor goes."""
    with WaylandConnection(environ) as connection:
        connection.listen()
        await connection.settle()
        idle = IdleWatch(connection, idle_after_ms)
        while True:
            await connection.news()
            idle.tell(sink)


class IdleWatch:
    """Watches the first seat; idle_after_ms: milliseconds without input after which it is idle."""

    def __init__(self, connection: WaylandConnection, idle_after_ms: int) -> None:
        self._idle_after_ms = idle_after_ms
        self._changes: list[bool] = []
        self._kept = self._watch(connection)

    def tell(self, sink: Sink) -> None:
        """Report what happened since the last call, in order."""
        changes, self._changes = self._changes, []
        for idle in changes:
            if idle:
                sink.went_idle(self._idle_after_ms)
            else:
                sink.came_back()

    def _watch(self, connection: WaylandConnection) -> tuple[Proxy[Any], ...]:
        if not can_tell_idle(connection):
            return ()
        seat = cast(WlSeatProxy, connection.bind(WlSeat, 1))
        if connection.version(ExtIdleNotifierV1):
            watch = self._newer(connection, seat)
            watch.dispatcher["idled"] = self._idled
        else:
            maker = cast(KdeIdleProxy, connection.bind(KdeIdle))
            watch = maker.get_idle_timeout(seat, self._idle_after_ms)
            watch.dispatcher["idle"] = self._idled
        watch.dispatcher["resumed"] = self._resumed
        return seat, watch

    def _newer(self, connection: WaylandConnection, seat: WlSeatProxy) -> Proxy[Any]:
        maker = cast(ExtIdleNotifierV1Proxy, connection.bind(ExtIdleNotifierV1))
        if connection.version(ExtIdleNotifierV1) >= _IGNORES_INHIBITORS:
            return maker.get_input_idle_notification(self._idle_after_ms, seat)
        return maker.get_idle_notification(self._idle_after_ms, seat)

    def _idled(self, _watch: Proxy[Any]) -> None:
        self._changes.append(True)

    def _resumed(self, _watch: Proxy[Any]) -> None:
        self._changes.append(False)
