"""zcosmic_toplevel_info_v1, version 1: COSMIC's own list of windows, which says which one is active.

Origin: pop-os/cosmic-protocols, unstable/cosmic-toplevel-info-unstable-v1, copyright 2018 Ilia Bozhinov,
2020 Isaac Freund, 2024 Victoria Brekenfeld, under an MIT-style licence. Only the names, types and order of its
messages are here. Newer versions split titles off into a second protocol; clients of version 1 still get all.
"""

from __future__ import annotations

from pywayland.protocol.wayland import WlOutput
from pywayland.protocol_core.argument import Argument
from pywayland.protocol_core.interface import Interface
from pywayland.protocol_core.proxy import Proxy
from pywayland.scanner.argument import ArgumentType

from engine.tracking.platforms.protocols.declare import BYTES, ForeignText, message, seal

_DESTROY = 0
_OUTPUT = Argument(ArgumentType.Object, interface=WlOutput)
_WORKSPACE = Argument(ArgumentType.Object)  # told only to those who ask for workspaces


class CosmicToplevelHandle(Interface):
    """One window."""

    name = "zcosmic_toplevel_handle_v1"
    version = 1


class CosmicToplevelInfo(Interface):
    """The list of all windows."""

    name = "zcosmic_toplevel_info_v1"
    version = 1


class CosmicToplevelHandleProxy(Proxy[CosmicToplevelHandle]):
    """One window, seen from here."""

    interface = CosmicToplevelHandle

    def destroy(self) -> None:
        """Tell the compositor that the handle is no longer wanted, and free it."""
        if not self.destroyed:
            self._marshal(_DESTROY)
            self._destroy()


class CosmicToplevelInfoProxy(Proxy[CosmicToplevelInfo]):
    """The list of all windows, seen from here."""

    interface = CosmicToplevelInfo


seal(
    CosmicToplevelHandle,
    requests=[message("destroy")],
    events=[
        message("closed"),
        message("done"),
        ForeignText("title"),
        ForeignText("app_id"),
        message("output_enter", _OUTPUT),
        message("output_leave", _OUTPUT),
        message("workspace_enter", _WORKSPACE),
        message("workspace_leave", _WORKSPACE),
        message("state", BYTES),
    ],
)
CosmicToplevelHandle.proxy_class = CosmicToplevelHandleProxy

seal(
    CosmicToplevelInfo,
    requests=[message("stop")],
    events=[
        message("toplevel", Argument(ArgumentType.NewId, interface=CosmicToplevelHandle)),
        message("finished"),
    ],
)
CosmicToplevelInfo.proxy_class = CosmicToplevelInfoProxy
