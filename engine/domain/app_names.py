"""What an app is called in front of people; what is recorded and exported stays the id its windows carry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_REVERSE_DNS = re.compile(r"[A-Za-z][\w-]*(?:\.[A-Za-z_][\w-]*){2,}")  # org.gnome.Evince, but not gimp-2.10
_ENDINGS = (".desktop", ".exe")


def tidy_name(app: str) -> str:
    """Return a readable name made of the id alone: "org.gnome.Evince" is Evince, "code" is Code."""
    name = app.strip()
    for ending in _ENDINGS:
        if name.lower().endswith(ending) and len(name) > len(ending):
            name = name[: -len(ending)]
    if _REVERSE_DNS.fullmatch(name):
        name = name.rpartition(".")[2]
    if name != name.lower():
        return name or app
    words = re.sub(r"[-_]+", " ", name).strip()
    return words[:1].upper() + words[1:] or app


@dataclass(frozen=True, slots=True)
class AppNames:
    """The names this desktop gives to apps, by the id in lower case, and the tidy rule for all others."""

    known: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def name(self, app: str) -> str:
        """Return what to call the app; "" stays ""."""
        return self.known.get(app.casefold()) or tidy_name(app)
