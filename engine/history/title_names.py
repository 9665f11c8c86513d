"""The names by which titles give away browsers, sites and documents, as resources/rules/names.toml lists them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from engine.paths import resource

_ENDING = re.compile(r"\.(?:exe|app|desktop)$")
_UNSEEN = "\u200b\u200e\u200f\u2060\ufeff"


@dataclass(frozen=True, slots=True)
class TitleNames:
    """All names in small letters; sites: from what a site calls itself to where it is."""

    browsers: frozenset[str]
    browser_endings: frozenset[str]
    sites: dict[str, str]
    file_apps: frozenset[str]
    document_apps: frozenset[str]


@cache
def title_names() -> TitleNames:
    """Return the table; it is read once."""
    with resource("rules/names.toml").open("rb") as file:
        table = tomllib.load(file)
    return TitleNames(
        browsers=frozenset(table["browsers"]["apps"]),
        browser_endings=frozenset(folded(ending) for ending in table["browsers"]["endings"]),
        sites={folded(name): site for site, names in table["sites"].items() for name in names},
        file_apps=frozenset(table["documents"]["files"]),
        document_apps=frozenset(table["documents"]["always"]),
    )


def folded(text: str) -> str:
    """Return the text in small letters, without characters that cannot be seen and without blanks around it."""
    if not text.isascii():
        for character in _UNSEEN:
            text = text.replace(character, "")
    return text.casefold().strip()


def app_names(app: str) -> tuple[str, str]:
    """Return the names an app goes by: its own, and the last part of an id such as org.mozilla.firefox."""
    name = _ENDING.sub("", folded(app))
    return name, name.rpartition(".")[2]
