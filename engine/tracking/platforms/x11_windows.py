"""Follows the active window of an X11 desktop and what it is called."""

from __future__ import annotations

import os
from collections.abc import Callable
from enum import IntFlag
from pathlib import PurePath
from typing import Any

import xcffib
from xcffib import xproto

from engine.domain.activity import Window
from engine.tracking.platforms.x11_display import Display, Property
from engine.tracking.platforms.x11_owner import Owners
from engine.tracking.platforms.x11_text import compound_text, latin_text, utf8_text

PLATFORM = "x11"
_ATOMS = (
    "_NET_ACTIVE_WINDOW",
    "_NET_SUPPORTED",
    "_NET_SUPPORTING_WM_CHECK",
    "_NET_WM_NAME",
    "_NET_WM_PID",
    "COMPOUND_TEXT",
    "STRING",
    "UTF8_STRING",
    "WM_CLASS",
    "WM_CLIENT_MACHINE",
    "WM_NAME",
    "WM_STATE",
)
_DEEPEST = 32  # windows between the focused one and the root, at most
_RESTLESS = 8  # times the focus may move while it is looked up, before what else happened is dealt with
_PROPERTY = xproto.EventMask.PropertyChange
_LIFE = xproto.EventMask.StructureNotify
_FOCUS = xproto.EventMask.FocusChange
_NOT_A_WINDOW = (0, 1)  # None and PointerRoot


class _Stale(IntFlag):
    """What must be read again."""

    NOTHING = 0
    TITLE = 1
    IDENTITY = 2
    ACTIVE = 4
    MANAGER = 8
    LIFE = 16


def announces_active_window(display: Display) -> int:
    """Return the window manager's own window where it announces the active window (EWMH), else 0."""
    atoms = display.atoms(_ATOMS)
    found = display.properties(display.root, (atoms["_NET_SUPPORTING_WM_CHECK"], atoms["_NET_SUPPORTED"]))
    check, supported = found or (Property(0, b"", False), Property(0, b"", False))
    if not check.words() or atoms["_NET_ACTIVE_WINDOW"] not in supported.words():
        return 0
    # A manager that died leaves its property on the root; a living one repeats it on its own window.
    own = display.properties(check.words()[0], (atoms["_NET_SUPPORTING_WM_CHECK"],))
    return check.words()[0] if own and own[0].words() == check.words() else 0


class WindowWatch:
    """Tells see of the focused window at every change; executable turns a process id into a path."""

    wait_s: float | None = None

    def __init__(
        self, display: Display, see: Callable[[Window | None], None], executable: Callable[[int | None], str]
    ) -> None:
        self._display = display
        self._see = see
        self._executable = executable
        self._owners = Owners(display)
        self._atoms = display.atoms(_ATOMS)
        self._stale = _Stale.MANAGER | _Stale.ACTIVE
        self._manager = 0
        self._active = 0
        self._heard: dict[int, int] = {}
        self._identity = Window("", "", None, "", PLATFORM)
        self._told: Window | None = Window("", "", None, "", "never told")
        self._host = os.uname().nodename.encode()

    def note(self, event: Any) -> None:
        """Take note of what an event makes out of date."""
        if isinstance(event, xproto.PropertyNotifyEvent):
            self._stale |= self._made_stale(event.window, event.atom)
        elif isinstance(event, xproto.DestroyNotifyEvent) and event.window == self._manager:
            self._stale |= _Stale.MANAGER | _Stale.ACTIVE
        elif isinstance(event, xproto.DestroyNotifyEvent) and event.window == self._active:
            self._stale |= _Stale.ACTIVE | _Stale.LIFE
        elif isinstance(event, xproto.FocusInEvent | xproto.FocusOutEvent):
            self._stale |= _Stale.ACTIVE

    def _made_stale(self, window: int, atom: int) -> _Stale:
        atoms = self._atoms
        if window == self._active and atom in (atoms["_NET_WM_NAME"], atoms["WM_NAME"]):
            return _Stale.TITLE
        if window == self._active and atom in (atoms["WM_CLASS"], atoms["_NET_WM_PID"]):
            return _Stale.IDENTITY | _Stale.TITLE
        if window == self._active and atom == atoms["WM_STATE"]:
            return _Stale.LIFE
        if window == self._display.root and atom == atoms["_NET_ACTIVE_WINDOW"]:
            return _Stale.ACTIVE
        if window == self._display.root and atom in (atoms["_NET_SUPPORTING_WM_CHECK"], atoms["_NET_SUPPORTED"]):
            return _Stale.MANAGER | _Stale.ACTIVE
        return _Stale.NOTHING

    def settle(self) -> None:
        """Read what is out of date and tell of it."""
        stale, self._stale = self._stale, _Stale.NOTHING
        if stale & _Stale.MANAGER:
            self._listen({self._display.root: _PROPERTY})
            self._manager = announces_active_window(self._display)
        if stale & _Stale.ACTIVE and self._find_active():
            stale = _Stale.IDENTITY | _Stale.TITLE
        if not self._active or (stale & _Stale.LIFE and self._ended()):
            self._active = 0
            self._tell(None)
        elif stale & (_Stale.IDENTITY | _Stale.TITLE):
            self._read(stale)

    def _find_active(self) -> bool:
        """Find the active window and listen to it; return whether it is another one now."""
        root, before = self._display.root, self._active
        if self._manager:
            found = self._display.properties(root, (self._atoms["_NET_ACTIVE_WINDOW"],))
            active = ((found[0].words() if found else ()) or (0,))[0]
            self._listen({root: _PROPERTY, self._manager: _LIFE, active: _PROPERTY | _LIFE})
        else:
            active = self._follow_focus()
        self._active = 0 if active in (*_NOT_A_WINDOW, root) else active
        return self._active != before

    def _follow_focus(self) -> int:
        """Listen to the window that has the keyboard focus; return the window it belongs to.

        The focus is asked for again once it is listened to: a change before that sends this connection nothing.
        """
        focus = self._focused()
        for _ in range(_RESTLESS):
            active = self._listen_to_focus(focus)
            before, focus = focus, self._focused()
            if focus == before:
                return active
        return self._listen_to_focus(focus)

    def _listen_to_focus(self, focus: int) -> int:
        active = self._named_ancestor(focus)
        self._listen(
            {self._display.root: _PROPERTY | _FOCUS, active: _PROPERTY | _LIFE, focus: _PROPERTY | _LIFE | _FOCUS}
        )
        return active

    def _ended(self) -> bool:
        """Return whether the active window is destroyed or withdrawn; managers leave it named when it was the last."""
        found = self._display.properties(self._active, (self._atoms["WM_STATE"],))
        return found is None or (self._manager != 0 and not any(found[0].words()[:1]))

    def _listen(self, wanted: dict[int, int]) -> None:
        wanted = {window: mask for window, mask in wanted.items() if window not in _NOT_A_WINDOW}
        for window in self._heard.keys() - wanted.keys():
            self._display.listen(window, 0)
        for window, mask in wanted.items():
            if self._heard.get(window) != mask:
                self._display.listen(window, mask)
        self._heard = wanted

    def _focused(self) -> int:
        return int(self._display.core.GetInputFocus().reply().focus)

    def _named_ancestor(self, window: int) -> int:
        """Return the nearest window from this one up that says which program it is, itself if none does."""
        current = window
        for _ in range(_DEEPEST):
            if current in (*_NOT_A_WINDOW, self._display.root):
                return window
            found = self._display.properties(current, (self._atoms["WM_CLASS"],))
            if found is None or found[0].kind:
                return current
            try:
                current = int(self._display.core.QueryTree(current).reply().parent)
            except xcffib.Error:
                return window
        return window

    def _read(self, stale: _Stale) -> None:
        names = ["_NET_WM_NAME", "WM_NAME"]
        if stale & _Stale.IDENTITY:
            names += ["WM_CLASS", "_NET_WM_PID", "WM_CLIENT_MACHINE"]
        found = self._display.properties(self._active, [self._atoms[name] for name in names])
        if found is None:
            # It vanished while it was read; if the manager names another, that comes at once.
            self._active = 0
            self._tell(None)
            return
        if stale & _Stale.IDENTITY:
            self._identity = self._identify(*found[2:])
        known = self._identity
        title = self._text(found[0] if found[0].kind else found[1])
        self._tell(Window(known.app, title, known.pid, known.executable, PLATFORM))

    def _identify(self, names: Property, process: Property, machine: Property) -> Window:
        parts = [self._text(Property(names.kind, part, False)) for part in names.data.split(b"\0") if part]
        # A process id given by a program on another machine means nothing on this one.
        ours = not machine.data or machine.data.rstrip(b"\0") in (self._host, b"localhost")
        pid = self._owners.pid(self._active, next(iter(process.words()), None)) if ours else None
        executable = self._executable(pid)
        return Window(parts[-1] if parts else PurePath(executable).name, "", pid, executable, PLATFORM)

    def _text(self, found: Property) -> str:
        if found.kind == self._atoms["UTF8_STRING"]:
            return utf8_text(found.data, cut=found.cut)
        if found.kind == self._atoms["COMPOUND_TEXT"]:
            return compound_text(found.data)
        return latin_text(found.data)

    def _tell(self, window: Window | None) -> None:
        if window != self._told:
            self._told = window
            self._see(window)
