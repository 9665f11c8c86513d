"""org_kde_kwin_idle, version 1: idle time on compositors older than ext_idle_notifier_v1.

Origin: KDE's plasma-wayland-protocols, idle.xml, copyright 2015 Martin Gräßlin, LGPL-2.1-or-later.
Only the names, types and order of its messages are here, in words of our own.
"""

from __future__ import annotations

from pywayland.protocol.wayland import WlSeat, WlSeatProxy
from pywayland.protocol_core.argument import Argument
from pywayland.protocol_core.interface import Interface
from pywayland.protocol_core.proxy import Proxy
from pywayland.scanner.argument import ArgumentType

from engine.tracking.platforms.protocols.declare import NUMBER, message, seal

_GET_IDLE_TIMEOUT = 0
_RELEASE = 0


class KdeIdleTimeout(Interface):
    """One watch on a seat."""

    name = "org_kde_kwin_idle_timeout"
    version = 1


class KdeIdle(Interface):
    """Makes watches."""

    name = "org_kde_kwin_idle"
    version = 1


class KdeIdleTimeoutProxy(Proxy[KdeIdleTimeout]):
    """One watch, seen from here."""

    interface = KdeIdleTimeout

    def destroy(self) -> None:
        """Tell the compositor that the watch is no longer wanted, and free it."""
        if not self.destroyed:
            self._marshal(_RELEASE)
            self._destroy()


class KdeIdleProxy(Proxy[KdeIdle]):
    """The maker of watches, seen from here."""

    interface = KdeIdle

    def get_idle_timeout(self, seat: WlSeatProxy, timeout_ms: int) -> KdeIdleTimeoutProxy:
        """Return a watch that fires once the seat had no input for timeout_ms."""
        watch: KdeIdleTimeoutProxy = self._marshal_constructor(_GET_IDLE_TIMEOUT, KdeIdleTimeout, seat, timeout_ms)
        return watch


seal(
    KdeIdleTimeout,
    requests=[message("release"), message("simulate_user_activity")],
    events=[message("idle"), message("resumed")],
)
KdeIdleTimeout.proxy_class = KdeIdleTimeoutProxy

seal(
    KdeIdle,
    requests=[
        message(
            "get_idle_timeout",
            Argument(ArgumentType.NewId, interface=KdeIdleTimeout),
            Argument(ArgumentType.Object, interface=WlSeat),
            NUMBER,
        )
    ],
    events=[],
)
KdeIdle.proxy_class = KdeIdleProxy
