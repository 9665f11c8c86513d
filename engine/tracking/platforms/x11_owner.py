"""Which process an X11 window belongs to."""

from __future__ import annotations

import xcffib
from xcffib import res

from engine.tracking.platforms.x11_display import Display

_SINCE = (1, 2)  # the first version of X-Resource that knows processes


class Owners:
    """Asks the server, which knows its clients from the socket they came by.

    What a window says itself is only the second choice: inside a sandbox a program sees another process id than
    everybody else.
    """

    def __init__(self, display: Display) -> None:
        self._extension = display.extension("X-Resource", res)
        if self._extension is not None:
            version = self._extension.QueryVersion(*_SINCE).reply()
            if (version.server_major, version.server_minor) < _SINCE:
                self._extension = None

    def pid(self, window: int, said: int | None) -> int | None:
        """Return the process id behind the window; said is what it claims, taken where the server does not know."""
        return said if self._extension is None else self._known(window) or said

    def _known(self, window: int) -> int | None:
        wanted = res.ClientIdSpec.synthetic(window, res.ClientIdMask.LocalClientPID)  # type: ignore[no-untyped-call]
        try:
            found = self._extension.QueryClientIds(1, [wanted]).reply().ids
        except xcffib.Error:
            return None
        return next((int(pid) for each in found for pid in each.value if pid), None)
