"""What kind of program shows a title, and the words it writes around names (resources/rules/programs.toml)."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from engine.paths import resource

_APP_ENDING = re.compile(r"\.(?:exe|app|desktop)$")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u2066-\u2069]")
_VERSION = re.compile(r"[ @](?:v?\d[\w.]*|\(64-bit\)|\(unregistered\)|at \S+)$")


class Family(Enum):
    """What kind of program it is, as far as its titles go."""

    VIEWER = "viewers"  # may show a document's own title instead of the file's name
    EDITOR = "editors"
    OFFICE = "office"  # may leave out the name's ending
    NOTES = "notes"  # likewise
    TERMINAL = "terminals"  # what runs in it tells
    OTHER = "others"  # names files that nobody reads there
    BROWSER = "browsers"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Programs:
    """The table, folded; unnamed: by family, which endings of names it may leave out."""

    families: dict[str, Family]
    endings: frozenset[str]
    unnamed: dict[Family, frozenset[str]]
    readers: frozenset[str]
    marks: frozenset[str]
    remote: tuple[str, ...]


@cache
def programs() -> Programs:
    """Return the table; it is read once."""
    with resource("rules/programs.toml").open("rb") as file:
        table = tomllib.load(file)
    with resource("rules/names.toml").open("rb") as file:
        browsers = tomllib.load(file)["browsers"]
    listed = {family: table[family.value] for family in Family if family.value in table}
    families = {folded(app): family for family, entry in listed.items() for app in entry["apps"]}
    endings = [ending for entry in (*listed.values(), browsers) for ending in entry.get("endings", ())]
    return Programs(
        families={folded(app): Family.BROWSER for app in browsers["apps"]} | families,
        endings=frozenset(folded(ending) for ending in endings),
        unnamed={family: frozenset(entry["unnamed"]) for family, entry in listed.items() if "unnamed" in entry},
        readers=frozenset(table["terminals"]["readers"]),
        marks=frozenset(folded(word) for word in table["marks"]["words"]),
        remote=tuple(folded(word) for word in table["remote"]["words"]),
    )


def folded(text: str) -> str:
    """Return the text as names are compared: composed, in small letters, one blank between words, nothing unseen."""
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(unicodedata.normalize("NFC", _UNSEEN.sub("", text)).casefold().split())


@lru_cache(maxsize=4_096)
def family_of(app: str) -> Family:
    """Return what kind of program goes by this name, app id or file name."""
    name = _APP_ENDING.sub("", folded(app).replace("\\", "/").rpartition("/")[2])
    families = programs().families
    return families.get(name) or families.get(name.rpartition(".")[2]) or Family.UNKNOWN


def is_program(part: str) -> bool:
    """Say whether a part of a title is what a program calls itself, with or without its version."""
    name, endings = folded(part), programs().endings
    return name in endings or _VERSION.sub("", name) in endings
