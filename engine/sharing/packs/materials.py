"""What is read or learned with, as a file names it: by title, link, DOI, ISBN, file name, digest; never by a path."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import urlsplit

from engine.domain.documents import Document
from engine.domain.errors import UsageError
from engine.domain.learning import ItemKind, LearningItem
from engine.domain.packs import PackMaterial
from engine.sharing.packs import fields

LONGEST_TITLE: Final = 300
_LONGEST_LINK: Final = 180
"""Title and link together fit what a learning item is called."""

_LONGEST_FILE: Final = 255
_MOST_MINUTES: Final = 100_000
_USUAL_MINUTES: Final = 60
_DOI: Final = re.compile(r"10\.\d{4,9}/[!-~]+")
_ISBN: Final = re.compile(r"(?:97[89])?\d{9}[\dX]")
_DIGEST: Final = re.compile(r"[0-9a-f]{32}")
_TITLED_LINK: Final = re.compile(r"(?P<title>.+) — (?P<link>https?://\S+|doi:\S+|ISBN \S+)")
_KEYS: Final = ("title", "kind", "minutes", "skill", "link", "doi", "isbn", "file", "digest")


def material_of(table: dict[str, Any], *, skilled: bool) -> PackMaterial:
    """Return what a file says of something to read or learn with; skilled: it names its skill. Raises UsageError."""
    fields.only(table, _KEYS if skilled else [key for key in _KEYS if key != "skill"])
    text = {key: fields.text(table, key, _LONGEST_LINK) for key in ("link", "doi", "isbn", "digest")}
    material = PackMaterial(
        title=fields.text(table, "title", LONGEST_TITLE, needed=True),
        kind=ItemKind(fields.choice(table, "kind", [one.value for one in ItemKind], ItemKind.DOCUMENT)),
        minutes=fields.number(table, "minutes", (1, _MOST_MINUTES), _USUAL_MINUTES),
        skill=fields.text(table, "skill", LONGEST_TITLE, needed=skilled),
        link=text["link"],
        doi=text["doi"].lower().removeprefix("doi:").removeprefix("https://doi.org/"),
        isbn=text["isbn"].replace("-", "").replace(" ", "").upper(),
        file=fields.text(table, "file", _LONGEST_FILE),
        digest=text["digest"].lower(),
    )
    _check(material)
    return material


def _check(one: PackMaterial) -> None:
    for key, value, form in (("doi", one.doi, _DOI), ("isbn", one.isbn, _ISBN), ("digest", one.digest, _DIGEST)):
        if value and not form.fullmatch(value):
            raise UsageError(f"“{key}” is not written as one is.")
    if one.link:
        _check_link(one.link)
    if one.file and (PurePath(one.file).name != one.file or "\\" in one.file or one.file in {".", ".."}):
        raise UsageError("“file” is a name without a folder.")


def _check_link(link: str) -> None:
    try:
        parts = urlsplit(link)
        fit = parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc
    except ValueError:
        fit = None
    if not fit or " " in link:
        raise UsageError("“link” is an address that begins with http:// or https://, without a name or password.")


def table_of(one: PackMaterial) -> dict[str, Any]:
    """Return what a file says of it."""
    told = {
        "title": one.title,
        "kind": "" if one.kind is ItemKind.DOCUMENT else one.kind.value,
        "skill": one.skill,
        "minutes": one.minutes,
        "link": one.link,
        "doi": one.doi,
        "isbn": one.isbn,
        "file": one.file,
        "digest": one.digest,
    }
    return {key: value for key, value in told.items() if value != ""}


def title_here(one: PackMaterial, *, found: bool) -> str:
    """Return what it is called among learning items: with where it is to be had, unless its document is there."""
    where = one.link or (f"doi:{one.doi}" if one.doi else "") or (f"ISBN {one.isbn}" if one.isbn else "")
    return one.title if found or not where else f"{one.title} — {where}"


def of_item(item: LearningItem, skill: str, document: Document | None) -> PackMaterial:
    """Return how a learning item goes into a pack. Raises UsageError where its name cannot."""
    parted = _TITLED_LINK.fullmatch(item.title)
    title, where = (parted["title"], parted["link"]) if parted else (item.title, "")
    told: dict[str, Any] = {"title": title, "kind": item.kind.value, "minutes": item.minutes, "skill": skill}
    if where:
        key = "link" if where.startswith("http") else "doi" if where.startswith("doi:") else "isbn"
        told[key] = where.removeprefix("doi:").removeprefix("ISBN ")
    if document is not None:
        told |= {"file": PurePath(document.identity.path).name, "digest": document.content_hash.hex()}
    return material_of(told, skilled=bool(skill)) if skill else material_of(_unskilled(told), skilled=False)


def of_document(document: Document) -> PackMaterial:
    """Return how a document goes into a reading list. Raises UsageError where its name cannot."""
    name = PurePath(document.identity.path)
    told = {"title": document.title or name.stem, "file": name.name, "digest": document.content_hash.hex()}
    return material_of(told, skilled=False)


def _unskilled(told: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in told.items() if key != "skill"}
