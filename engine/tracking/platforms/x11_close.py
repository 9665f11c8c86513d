"""Asks the window in front of an X11 desktop to close, as its own close button would; never kills."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

import xcffib
from xcffib import xproto

from engine.domain.errors import ProbeError
from engine.tracking.platforms.x11_display import Display, local_display
from engine.tracking.platforms.x11_owner import Owners
from engine.tracking.platforms.x11_text import latin_text

_ATOMS = (
    "WM_CLASS", "WM_DELETE_WINDOW", "WM_PROTOCOLS", "_NET_ACTIVE_WINDOW", "_NET_CLIENT_LIST_STACKING", "_NET_WM_PID",
)  # fmt: skip
_WORDS = 5  # of a client message


class X11Closer:
    """Closes windows of the display that the environment names. Kairos's own, which may lie above, are passed over."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ

    def close_front(self, app: str) -> bool:
        """Send WM_DELETE_WINDOW where the window in front is of that app and says that it knows the message.

        _NET_CLOSE_WINDOW is not used: window managers may kill what does not answer it.
        """
        try:
            display = Display(local_display(self._environ))
        except (xcffib.XcffibException, ProbeError):
            return False
        try:
            return _close(display, app)
        except xcffib.XcffibException:
            return False
        finally:
            display.close()


def _close(display: Display, app: str) -> bool:
    atoms = display.atoms(_ATOMS)
    front = next(_from_above(display, atoms), 0)
    found = display.properties(front, (atoms["WM_CLASS"], atoms["WM_PROTOCOLS"])) if front else None
    if found is None or not app:
        return False
    names = [latin_text(part) for part in found[0].data.split(b"\0") if part]
    if not names or names[-1] != app or atoms["WM_DELETE_WINDOW"] not in found[1].words():
        return False
    words = [atoms["WM_DELETE_WINDOW"], xproto.Time.CurrentTime, *[0] * (_WORDS - 2)]
    data = xproto.ClientMessageData.synthetic(words, f"{_WORDS}I")  # type: ignore[no-untyped-call]
    event = xproto.ClientMessageEvent.synthetic(32, front, atoms["WM_PROTOCOLS"], data)  # type: ignore[no-untyped-call]
    display.core.SendEvent(False, front, xproto.EventMask.NoEvent, event.pack(), is_checked=True).check()
    return True


def _from_above(display: Display, atoms: Mapping[str, int]) -> Iterator[int]:
    """Yield the active window, or what lies below it where that is our own."""
    found = display.properties(display.root, (atoms["_NET_ACTIVE_WINDOW"], atoms["_NET_CLIENT_LIST_STACKING"]))
    if found is None:
        return
    active = (found[0].words() or (0,))[0]
    owners = Owners(display)
    if active and not _ours(display, owners, active, atoms):
        yield active
        return
    for window in reversed(found[1].words()):
        if not _ours(display, owners, window, atoms):
            yield window


def _ours(display: Display, owners: Owners, window: int, atoms: Mapping[str, int]) -> bool:
    found = display.properties(window, (atoms["_NET_WM_PID"],))
    said = next(iter(found[0].words()), None) if found else None
    return owners.pid(window, said) == os.getpid()
