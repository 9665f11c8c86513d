"""Private-browsing windows, known by what their browser writes into the title.

The markings, per family of browsers and language, lie in resources/privacy/private_windows.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass

from engine.paths import resource
from engine.tracking.privacy.titles import clean_title, without_invisible

_BRACKETS = " )]）】»”\"'"
_BEFORE = " ([（【«“-–—−:|"
_TAIL = 512


@dataclass(frozen=True, slots=True)
class _Family:
    """Browsers that mark private windows alike; all texts casefolded."""

    apps: frozenset[str]
    always: bool
    endings: tuple[str, ...]
    contains: tuple[str, ...]

    def marks(self, title: str) -> bool:
        """Say whether a folded title is a private window's."""
        if self.always or any(part in title for part in self.contains):
            return True
        return any(_ends(title, ending) for ending in self.endings)


class PrivateWindows:
    """Knows private-browsing windows; the table is read when the first window is asked about."""

    def __init__(self) -> None:
        self._families: tuple[_Family, ...] | None = None

    def shows(self, names: Iterable[str], title: str) -> bool:
        """Say whether a window of an app known by these names (casefolded) is a private one.

        The whole raw title is wanted, for the mark stands at its end. With no name at all every browser's
        marks are looked for.
        """
        if self._families is None:
            self._families = _load()
        known = {name for name in names if name}
        candidates = [family for family in self._families if not known or known & family.apps]
        if not candidates:
            return False
        text = _fold(title[-_TAIL:])
        return any(family.marks(text) for family in candidates if known or not family.always)


def _fold(text: str) -> str:
    return without_invisible(clean_title(text)).casefold()


def _ends(title: str, ending: str) -> bool:
    bare = title.rstrip(_BRACKETS)
    return bare.endswith(ending) and (len(bare) == len(ending) or bare[-len(ending) - 1] in _BEFORE)


def _load() -> tuple[_Family, ...]:
    with resource("privacy/private_windows.toml").open("rb") as file:
        table = tomllib.load(file)
    return tuple(
        _Family(
            apps=frozenset(entry["apps"]),
            always=entry.get("always", False),
            endings=tuple(_fold(text) for text in entry.get("endings", ())),
            contains=tuple(_fold(text) for text in entry.get("contains", ())),
        )
        for entry in table.values()
    )
