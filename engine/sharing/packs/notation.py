"""A pack as text: TOML with one item a paragraph, in an order that stays, so that versions compare line by line.

The digest is over what the file says, not over how it is written: comments and blank lines are free.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from engine.domain.packs import (
    LONGEST_PACK_NAME,
    LONGEST_PACK_NOTE,
    MOST_ITEMS,
    Pack,
    PackError,
    PackKind,
)
from engine.domain.plain_text import LONGEST_TOLD, plain, shortened
from engine.domain.toml_text import toml_text, toml_value

FORMAT: Final = 1
_HEAD: Final = frozenset({"format", "kind", "name", "note", "sha256"})
_SEAL: Final = re.compile(r"^[ \t]*sha256[ \t]*=.*$\n?", re.MULTILINE)
_KIND: Final = re.compile(r"^[ \t]*kind[ \t]*=.*$", re.MULTILINE)
_SAID: Final = "# A pack of Kairos. Whoever edits it by hand seals it anew: kairos packs seal FILE"

Section = tuple[str, dict[str, Any]]
"""What kind of item it is, and what a file says of it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a file says before its items are understood. sealed: the digest it names, "" for none."""

    kind: PackKind
    name: str
    note: str
    sealed: str
    digest: str
    sections: tuple[Section, ...]


def paragraph(section: Section) -> tuple[str, ...]:
    """Return the lines an item has in a file."""
    name, table = section
    told = (f"{key} = {toml_value(value, tall=True)}" for key, value in table.items())
    return (f"[[{name}]]", *(line for value in told for line in value.split("\n")))


def text_of(pack: Pack, sections: Iterable[Section]) -> str:
    """Return the text of a pack whose items are these, sealed."""
    head = {"format": FORMAT, "kind": pack.kind.value, "name": pack.name}
    if pack.note:
        head["note"] = pack.note
    body = "".join("\n" + "\n".join(paragraph(one)) + "\n" for one in sections)
    lines = [f"{key} = {toml_value(value)}" for key, value in head.items()]
    return sealed("\n".join([_SAID, *lines]) + "\n" + body)


def sealed(text: str) -> str:
    """Return the text with the digest of what it says now, all else as it is written; PackError for no pack."""
    start = text.find("\n[[")  # below that a line of this name is an item's
    head, body = (text, "") if start < 0 else (text[: start + 1], text[start + 1 :])
    bare = _SEAL.sub("", head)
    digest = understood(bare + body).digest
    whole = _KIND.sub(lambda kind: f"{kind[0]}\nsha256 = {toml_text(digest)}", bare, count=1) + body
    if understood(whole).sealed != digest:
        raise PackError("The line “kind = …” has to stand by itself at the top. Write it so, and seal it again.")
    return whole


def understood(text: str) -> Draft:
    """Return what a text says; PackError with what to do for what is no pack at all."""
    try:
        table = tomllib.loads(text.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as cause:  # no TOML, or a number of thousands of digits
        raise PackError(f"This is no pack: it is not TOML ({shortened(str(cause), LONGEST_TOLD)}).") from None
    if table.get("format") != FORMAT or "kind" not in table:
        raise PackError(
            f"This is no pack of a kind known here: it must say “format = {FORMAT}” and “kind = …”. "
            "A newer Kairos may have written it."
        )
    if table["kind"] not in set(PackKind):
        raise PackError(f"A pack is of {', '.join(PackKind)}; this one says another kind. A newer Kairos may know it.")
    return Draft(
        PackKind(table["kind"]),
        _said(table, "name", LONGEST_PACK_NAME, needed=True),
        _said(table, "note", LONGEST_PACK_NOTE),
        _said(table, "sha256", LONGEST_PACK_NAME),
        _digest(table),
        tuple(_sections(table)),
    )


def _digest(table: dict[str, Any]) -> str:
    said = {key: value for key, value in table.items() if key != "sha256"}
    try:
        whole = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    except RecursionError:
        raise PackError("This is no pack: something in it is nested far too deep.") from None
    return hashlib.sha256(whole.encode()).hexdigest()


def _said(table: dict[str, Any], key: str, most: int, *, needed: bool = False) -> str:
    said = table.get(key, "")
    if not isinstance(said, str) or len(said) > most or said != plain(said) or (needed and not said.strip()):
        raise PackError(f"“{key}” of a pack is a text of at most {most:,} characters on one line, all of them seen.")
    return said.strip()


def _sections(table: dict[str, Any]) -> Iterable[Section]:
    found: list[Section] = []
    for key, value in table.items():
        if key in _HEAD:
            continue
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise PackError(
                f"“{shortened(key, LONGEST_TOLD)}” is nothing a pack says. Remove it, or write [[…]] items."
            )
        found += [(key, one) for one in value]
    if len(found) > MOST_ITEMS:
        raise PackError(f"This pack has {len(found):,} items; at most {MOST_ITEMS:,} can be taken at once.")
    return found
