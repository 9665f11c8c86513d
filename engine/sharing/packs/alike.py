"""Names that look alike and are not the same: one of them in a pack is worth a word before it is taken."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

# Letters of Cyrillic and Greek, and digits, that are drawn as Latin ones.
_LIKE: Final = str.maketrans(
    "авекмнорстухіјѕԁһԛԝɡαβεικμνορτυχγζηω01|ı",
    "abekmhopctyxijsdhqwgabeikmvoptuxyznwolli",
)


def looks_of(name: str) -> str:
    """Return what a name looks like at a glance: the same for names that an eye cannot tell apart."""
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    seen = "".join(one for one in bare if not unicodedata.combining(one))
    return "".join(seen.translate(_LIKE).split())


def look_alike(name: str, there: Iterable[str]) -> str:
    """Return the first of the names that looks like this one and is another, "" for none."""
    looks, same = looks_of(name), name.casefold()
    return next((one for one in there if one.casefold() != same and looks_of(one) == looks), "")
