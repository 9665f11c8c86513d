"""Which document of this profile a pack means: found by what it holds or is called, never by a path."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from typing import Final
from urllib.parse import unquote, urlsplit

from engine.domain.packs import PackMaterial

_LEAST: Final = 6  # characters of a file name without its ending that tell anything
_BARE: Final = re.compile(r"[^0-9a-z]+")

Holding = Callable[[Iterable[str]], Mapping[str, int]]
"""Tells the documents that hold what these digests say."""


class Finder:
    """Finds documents. names: number, path and title of every one. A name that several have means none of them."""

    def __init__(self, names: Callable[[], Iterable[tuple[int, str, str]]], holding: Holding) -> None:
        self._names, self._holding = names, holding

    def find(self, wanted: Iterable[PackMaterial]) -> dict[PackMaterial, int]:
        """Return the documents that are there, by what names them: digest, file name, DOI, ISBN or link."""
        wanted = set(wanted)
        held = self._holding([one.digest for one in wanted if one.digest])
        files, bare = self._called() if wanted else ({}, {})
        found = {}
        for one in wanted:
            number = held.get(one.digest) or _only(files, _file_keys(one)) or _in_name(bare, one)
            if number:
                found[one] = number
        return found

    def _called(self) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
        files, bare = defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)
        for number, path, title in self._names():
            name = PurePath(path)
            if len(name.stem) >= _LEAST:
                files[name.name.casefold()].add(number)
            for text in (name.stem, title):
                bare[_bared(text)].add(number)
        return files, bare


def _file_keys(one: PackMaterial) -> list[str]:
    last = unquote(PurePath(urlsplit(one.link).path).name) if one.link else ""
    return [name.casefold() for name in (one.file, last) if PurePath(name).suffix]


def _only(files: Mapping[str, set[int]], keys: Iterable[str]) -> int:
    return next((min(files[key]) for key in keys if len(files.get(key, ())) == 1), 0)


def _in_name(bare: Mapping[str, set[int]], one: PackMaterial) -> int:
    """Return the one document whose file name or title holds the DOI or ISBN, however its signs are written."""
    for mark in filter(None, (_bared(one.doi), _bared(one.isbn))):
        found = {number for text, numbers in bare.items() if mark in text for number in numbers}
        if len(found) == 1:
            return found.pop()
    return 0


def _bared(text: str) -> str:
    return _BARE.sub("", text.casefold())
