"""Which window is active, from the events of zwlr_foreign_toplevel_management_v1; knows no Wayland library."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from engine.domain.activity import Window

_ACTIVATED = 2
_NEVER = 0


@dataclass(slots=True)
class _Toplevel:
    app: str = ""
    title: str = field(default="", repr=False)
    activated: bool = False
    since: int = _NEVER


class Toplevels:
    """All windows the compositor names; what it says of one counts from its `done` on.

    Where several are active at once (one per seat), the one activated last is the focused one.
    """

    def __init__(self, platform: str) -> None:
        self._platform = platform
        self._said: dict[int, _Toplevel] = {}
        self._counting: dict[int, _Toplevel] = {}
        self._turn = _NEVER

    def opened(self, window: int) -> None:
        """Note a new window."""
        self._said[window] = _Toplevel()

    def said_title(self, window: int, title: str) -> None:
        """Note a title."""
        self._said[window].title = title

    def said_app(self, window: int, app: str) -> None:
        """Note an application id."""
        self._said[window].app = app

    def said_state(self, window: int, states: bytes) -> None:
        """Note the states, an array of 32-bit numbers in the machine's own byte order."""
        whole = len(states) - len(states) % 4
        self._said[window].activated = _ACTIVATED in struct.unpack(f"={whole // 4}I", states[:whole])

    def done(self, window: int) -> None:
        """Let everything said of the window count."""
        said, before = self._said[window], self._counting.get(window)
        since = before.since if before is not None else _NEVER
        if said.activated and not (before is not None and before.activated):
            self._turn += 1
            since = self._turn
        self._counting[window] = _Toplevel(said.app, said.title, said.activated, since)

    def closed(self, window: int) -> None:
        """Forget the window."""
        self._said.pop(window, None)
        self._counting.pop(window, None)

    def focused(self) -> Window | None:
        """Return the focused window, None where none is active."""
        active = [toplevel for toplevel in self._counting.values() if toplevel.activated]
        if not active:
            return None
        newest = max(active, key=lambda toplevel: toplevel.since)
        return Window(app=newest.app, title=newest.title, platform=self._platform)
