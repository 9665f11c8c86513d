"""Which colour an app gets while nobody has given it a category."""

from __future__ import annotations

import zlib
from collections.abc import Iterable


class AppColours:
    """Hands out the six category slots to app names, and keeps to what it handed out.

    Each name has a preferred slot of its own, the same on every machine; a name whose slot is taken gets the next free
    one, and once all are taken it shares its preferred one. Ask largest first, so that the largest differ.
    """

    SLOTS = 6

    def __init__(self) -> None:
        self._slots: dict[str, int] = {}

    def remember(self, apps: Iterable[str]) -> None:
        """Give each new name its slot, in the order given."""
        for app in apps:
            if app and app not in self._slots:
                self._slots[app] = self._free_slot(app)

    def slot(self, app: str) -> int:
        """Return the place of the app's colour among the palette's categories."""
        self.remember((app,))
        return self._slots.get(app, 0)

    def _free_slot(self, app: str) -> int:
        wanted = zlib.crc32(app.casefold().encode("utf-8", "replace")) % self.SLOTS
        taken = set(self._slots.values())
        return next((s for i in range(self.SLOTS) if (s := (wanted + i) % self.SLOTS) not in taken), wanted)
