"""Private-browsing windows, known by what their browser writes into the title.

The marks, by family of browsers and language, lie in resources/privacy/private_windows.toml:

- Firefox and its kin (LibreWolf, Waterfox, Zen ...) and Edge mark private windows everywhere.
- Tor Browser and Mullvad Browser mark nothing, for they have no other windows: all of theirs count as private.
- Chrome, Chromium, Brave, Opera and Vivaldi mark theirs only in the title that assistive technology reads, so they
  are known on macOS and nowhere else.
- Safari, GNOME Web, Falkon, Konqueror, qutebrowser and Min put no mark into the title: their private windows cannot be
  told from others. Nor can those of a browser whose title was changed by an add-on. Whoever uses one can exclude
  it by name.

A mark counts only where a browser writes it, at the end or at the beginning of the title's last part, and only in
windows of the browsers that write it. Where even the name of the window's app is unknown, all marks count.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass

from engine.paths import resource
from engine.tracking.privacy.titles import clean_title, without_invisible

_VARIANT = re.compile("[-_ ]")
_PARTS = re.compile(" [-–—] ")
_OPENING, _CLOSING = "([（【", ")]）】"
_BESIDE = frozenset(" -–—:|" + _OPENING + _CLOSING)
_TAIL = 512


@dataclass(frozen=True, slots=True)
class _Family:
    """Browsers that mark private windows alike; all texts folded."""

    apps: frozenset[str]
    always: bool
    contains: tuple[str, ...]
    marks: tuple[str, ...]

    def marked(self, title: str) -> bool:
        """Say whether a folded title is a private window's."""
        if any(part in title for part in self.contains):
            return True
        last = _PARTS.split(title)[-1]
        return any(_ends(title, mark) or _begins(last, mark) for mark in self.marks)


class PrivateWindows:
    """Knows private-browsing windows; the table is read when the first window is asked about."""

    def __init__(self) -> None:
        self._families: tuple[_Family, ...] | None = None

    def shows(self, names: Iterable[str], title: str) -> bool:
        """Say whether a window of an app known by these names (casefolded) is a private one.

        Wants the title as it came, for the mark stands at its end.
        """
        if self._families is None:
            self._families = _load()
        known = frozenset(form for name in names if name for form in (name, _VARIANT.split(name)[0]))
        families = [family for family in self._families if not known or known & family.apps]
        if known and any(family.always for family in families):
            return True
        text = _fold(title[-_TAIL:]) if families else ""
        return any(family.marked(text) for family in families)


def _fold(text: str) -> str:
    return without_invisible(clean_title(text)).casefold()


def _ends(title: str, mark: str) -> bool:
    bare = title if mark[-1] in _CLOSING else title.rstrip(_CLOSING)
    if not bare.endswith(mark):
        return False
    before = bare[-len(mark) - 1 : -len(mark)] or " "
    return before in _BESIDE or mark[0] in _BESIDE


def _begins(part: str, mark: str) -> bool:
    bare = part.lstrip(_OPENING)
    return bare.startswith(mark) and (bare[len(mark) : len(mark) + 1] or " ") in _BESIDE


def _load() -> tuple[_Family, ...]:
    with resource("privacy/private_windows.toml").open("rb") as file:
        table = tomllib.load(file)
    return tuple(
        _Family(
            apps=frozenset(entry["apps"]),
            always=entry.get("always", False),
            contains=tuple(_fold(text) for text in entry.get("contains", ())),
            marks=tuple(_fold(text) for text in entry.get("marks", ())),
        )
        for entry in table.values()
    )
