"""The keys that start and end a focus session from anywhere: what they are, and whether they are heard.

The settings name them, a platform that can hear the keys of the whole desktop listens, and the recorder's account says
what is wrong where nobody does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

MODIFIERS = ("ctrl", "alt", "shift", "super")
_SAME = {"control": "ctrl", "strg": "ctrl", "meta": "super", "win": "super", "option": "alt"}

UNREADABLE = "The shortcut “{keys}” cannot be read. Write it as Ctrl+Alt+F."
TAKEN = "The shortcut “{keys}” belongs to another program. Choose other keys in the settings."
UNHEARD = (
    "This desktop tells no program the keys of others, so the shortcut “{keys}” is not heard. In the desktop's own "
    "settings, let it run: kairos focus toggle"
)


def parsed(keys: str) -> tuple[frozenset[str], str] | None:
    """Return the modifiers and the key of a text like "Ctrl+Alt+F", both small; None for what is no shortcut.

    At least one modifier but Shift is needed: a bare key would be taken from everybody.
    """
    *before, key = (part.strip().casefold() for part in keys.split("+"))
    modifiers = frozenset(_SAME.get(part, part) for part in before)
    usable = bool(key) and modifiers <= set(MODIFIERS) and modifiers - {"shift"} and key not in {*MODIFIERS, *_SAME}
    return (modifiers, key) if usable else None


class Shortcut:
    """The keys as the settings say, "" for none; all of it happens on the recorder's loop.

    read: reads them. pressed: what happens then. trouble: why they are not heard, "" while they are.
    """

    def __init__(self, read: Callable[[], str], pressed: Callable[[], None]) -> None:
        self._read = read
        self.pressed = pressed
        self.keys = read()
        self.trouble = ""
        self._changed: Callable[[], None] = lambda: None
        self._troubled: Callable[[], None] = lambda: None

    def reload(self) -> None:
        """Read the settings anew."""
        keys = self._read()
        if keys != self.keys:
            self.keys = keys
            self.told("")
            self._changed()

    def when_changed(self, call: Callable[[], None]) -> None:
        """Have the one who listens called whenever the keys are others."""
        self._changed = call

    def when_troubled(self, call: Callable[[], None]) -> None:
        """Have the one who keeps account called whenever the trouble is another."""
        self._troubled = call

    def told(self, trouble: str) -> None:
        """Note why the keys are not heard, "" where they are."""
        if trouble != self.trouble:
            self.trouble = trouble
            self._troubled()


@runtime_checkable
class HearsKeys(Protocol):
    """A probe that can hear the keys of the whole desktop."""

    def listen_for(self, shortcut: Shortcut) -> None:
        """Listen for the shortcut from the next connection on."""
        ...


def unheard(shortcut: Shortcut) -> Callable[[], None]:
    """Return what tells of a shortcut on a desktop where no probe hears keys; to be called whenever it changes."""

    def tell() -> None:
        shortcut.told(UNHEARD.format(keys=shortcut.keys) if shortcut.keys else "")

    return tell
