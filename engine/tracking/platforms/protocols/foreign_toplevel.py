"""zwlr_foreign_toplevel_management_v1, versions 1 to 3: which windows there are and which one is active.

Origin: wlr-protocols, unstable/wlr-foreign-toplevel-management-unstable-v1, copyright 2018 Ilia Bozhinov,
under the MIT licence. Only the names, types and order of its messages are here.
"""

from __future__ import annotations

from pywayland.protocol.wayland import WlOutput, WlSeat, WlSurface
from pywayland.protocol_core.argument import Argument
from pywayland.protocol_core.interface import Interface
from pywayland.protocol_core.proxy import Proxy
from pywayland.scanner.argument import ArgumentType

from engine.tracking.platforms.protocols.declare import BYTES, SIGNED, ForeignText, message, seal

_CLOSE = 5
_DESTROY = 7


class ToplevelHandle(Interface):
    """One window."""

    name = "zwlr_foreign_toplevel_handle_v1"
    version = 3


class ToplevelManager(Interface):
    """The list of all windows."""

    name = "zwlr_foreign_toplevel_manager_v1"
    version = 3


class ToplevelHandleProxy(Proxy[ToplevelHandle]):
    """One window, seen from here."""

    interface = ToplevelHandle

    def close(self) -> None:
        """Ask the window to close, as its own close button would."""
        self._marshal(_CLOSE)

    def destroy(self) -> None:
        """Tell the compositor that the handle is no longer wanted, and free it."""
        if not self.destroyed:
            self._marshal(_DESTROY)
            self._destroy()


class ToplevelManagerProxy(Proxy[ToplevelManager]):
    """The list of all windows, seen from here."""

    interface = ToplevelManager


def _object(interface: type[Interface], *, nullable: bool = False) -> Argument:
    return Argument(ArgumentType.Object, interface=interface, nullable=nullable)


seal(
    ToplevelHandle,
    requests=[
        message("set_maximized"),
        message("unset_maximized"),
        message("set_minimized"),
        message("unset_minimized"),
        message("activate", _object(WlSeat)),
        message("close"),
        message("set_rectangle", _object(WlSurface), SIGNED, SIGNED, SIGNED, SIGNED),
        message("destroy"),
        message("set_fullscreen", _object(WlOutput, nullable=True), version=2),
        message("unset_fullscreen", version=2),
    ],
    events=[
        ForeignText("title"),
        ForeignText("app_id"),
        message("output_enter", _object(WlOutput)),
        message("output_leave", _object(WlOutput)),
        message("state", BYTES),
        message("done"),
        message("closed"),
        message("parent", _object(ToplevelHandle, nullable=True), version=3),
    ],
)
ToplevelHandle.proxy_class = ToplevelHandleProxy

seal(
    ToplevelManager,
    requests=[message("stop")],
    events=[
        message("toplevel", Argument(ArgumentType.NewId, interface=ToplevelHandle)),
        message("finished"),
    ],
)
ToplevelManager.proxy_class = ToplevelManagerProxy
