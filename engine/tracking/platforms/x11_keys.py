"""Grabs one shortcut on an X11 desktop and tells when it is pressed."""

from __future__ import annotations

from typing import Any

import xcffib
from xcffib import xproto

from engine.tracking.platforms.x11_display import Display
from engine.tracking.shortcut import TAKEN, UNREADABLE, Shortcut, parsed

_MASKS = {
    "shift": xproto.ModMask.Shift,
    "ctrl": xproto.ModMask.Control,
    "alt": xproto.ModMask._1,  # noqa: SLF001  (its public name)
    "super": xproto.ModMask._4,  # noqa: SLF001
}
_LOCKS = (0, xproto.ModMask.Lock, xproto.ModMask._2, xproto.ModMask.Lock | xproto.ModMask._2)  # noqa: SLF001
"""Caps Lock and Num Lock: the keys count whatever these say."""
_HELD_MS = 1_000  # a held key repeats more often than this
_NAMED = {
    "space": 0x20, "tab": 0xFF09, "return": 0xFF0D, "enter": 0xFF0D, "escape": 0xFF1B, "esc": 0xFF1B,
    "pause": 0xFF13, "insert": 0xFF63, "delete": 0xFFFF, "home": 0xFF50, "end": 0xFF57, "pageup": 0xFF55,
    "pagedown": 0xFF56, "left": 0xFF51, "up": 0xFF52, "right": 0xFF53, "down": 0xFF54,
}  # fmt: skip
_F1, _MOST_F = 0xFFBE, 24
_UNICODE = 0x0100_0000  # added to the code point of a character that is not Latin-1
_LATIN = 0x100


def keysym(key: str) -> int:
    """Return the X11 number of a key by its small name, 0 for an unknown one."""
    if key in _NAMED:
        return _NAMED[key]
    if key[:1] == "f" and key[1:].isdecimal() and 1 <= int(key[1:]) <= _MOST_F:
        return _F1 + int(key[1:]) - 1
    if len(key) != 1:
        return 0
    return ord(key) if ord(key) < _LATIN else _UNICODE + ord(key)


class KeyWatch:
    """Holds the grab of the shortcut; without one, or where it cannot be had, nothing is grabbed."""

    wait_s: float | None = None

    def __init__(self, display: Display, shortcut: Shortcut) -> None:
        self._display = display
        self._shortcut = shortcut
        self._wanted: str | None = None  # the keys that were tried last
        self._grabbed: list[tuple[int, int]] = []
        self._pressed_ms = -_HELD_MS

    def note(self, event: Any) -> None:
        """Take the press of the keys, and a keyboard that is another one now."""
        if isinstance(event, xproto.MappingNotifyEvent):
            self._wanted = None
        elif isinstance(event, xproto.KeyPressEvent) and (event.detail, event.state & 0xFF) in self._grabbed:
            held = 0 <= event.time - self._pressed_ms < _HELD_MS
            self._pressed_ms = event.time
            if not held:
                self._shortcut.pressed()

    def settle(self) -> None:
        """Grab the keys where they are others than before."""
        if self._wanted == self._shortcut.keys:
            return
        self._wanted = self._shortcut.keys
        asked = self._asked(self._wanted)
        if asked and asked == self._grabbed:
            return  # a keyboard's first press is told as a change of keyboards, and letting go now would lose it
        self._let_go(self._grabbed)
        self._grabbed = asked if asked and self._grab(asked) else []
        if self._wanted and not self._grabbed:
            self._shortcut.told((TAKEN if asked else UNREADABLE).format(keys=self._wanted))
        else:
            self._shortcut.told("")

    def _asked(self, keys: str) -> list[tuple[int, int]]:
        """Return the key codes and modifiers that the keys stand for here; nothing where they cannot be read."""
        known = parsed(keys)
        code = 0 if known is None else self._key_code(keysym(known[1]))
        if known is None or not code:
            return []
        mask = sum(_MASKS[one] for one in known[0])
        return [(code, mask | lock) for lock in _LOCKS]

    def _grab(self, asked: list[tuple[int, int]]) -> bool:
        """Grab keys; returns whether all of them are ours now, else none is."""
        core, root, how = self._display.core, self._display.root, xproto.GrabMode.Async
        cookies = [core.GrabKey(True, root, mask, code, how, how, is_checked=True) for code, mask in asked]
        refused = 0
        for cookie in cookies:
            try:
                cookie.check()
            except xcffib.Error:
                refused += 1
        if refused:
            self._let_go(asked)
        return not refused

    def _let_go(self, grabbed: list[tuple[int, int]]) -> None:
        for code, mask in grabbed:
            self._display.core.UngrabKey(code, self._display.root, mask)

    def _key_code(self, symbol: int) -> int:
        """Return the key that writes the symbol on this keyboard, 0 for none."""
        first, last = self._display.key_codes
        found = self._display.core.GetKeyboardMapping(first, last - first + 1).reply()
        width, symbols = found.keysyms_per_keycode, list(found.keysyms)
        places = (place for place, one in enumerate(symbols) if symbol and one == symbol)
        # A key that writes it alone comes before one that writes it with Shift or in another layout.
        best = min(places, key=lambda place: place % width, default=None)
        return 0 if best is None else first + best // width
