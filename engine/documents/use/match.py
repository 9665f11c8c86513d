"""From what was in front to the indexed document it showed, and how sure that is; pure.

A path is worth most: the one the recorder saw the program have open, then one that stands in the title. A path that
is no indexed document's shows something else, whatever its name is. Then comes a name that only one document has, or
only one of those whose folder the title tells, then a document's own title. Where several documents are left, the one
used last is taken, with little confidence; where none of them was used, none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.documents.use.names import Shown, Told, told
from engine.documents.use.programs import folded
from engine.domain.documents import MatchedBy
from engine.domain.look import Look

THRESHOLD = 0.5
"""What is less sure than this is no match."""

_OPEN = 1.0  # the program had it open
_PATH = 0.98  # its path stands in the title
_FORMER = 0.9  # a path it had when it was in front before
_BESIDE = 0.95  # the only one of its name in a folder that the title tells
_ALONE = {Shown.NAME: 0.88, Shown.STEM: 0.8, Shown.TITLE: 0.85}  # the only one of its name
_LAST_USED = 0.6
_SHORTEST_TITLE = 8
_SHORTEST_DENSE_TITLE = 4  # of ideographs, which say more each
_FIRST_IDEOGRAPH = "\u3040"
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_EMPTY_TITLES = frozenset({"untitled", "document", "untitled document", "presentation", "powerpoint presentation"})


@dataclass(frozen=True, slots=True)
class Match:
    """A document, and how sure it is that it was the one in front, from THRESHOLD to 1."""

    document_id: int
    confidence: float
    said_by: MatchedBy


class DocumentNames:
    """What indexed documents are called, ready to be asked about looks.

    documents: number, path and own title of each. home: the folder that "~" stands for. resolve: returns a path
    without links, asked where a path is unknown and its name is not. last_used: when a document was in front last,
    UTC milliseconds; it decides between documents of the same name. former: paths at which documents were when they
    were in front before, as a program goes on telling the path of a file that was renamed.
    """

    def __init__(
        self,
        documents: Iterable[tuple[int, str, str]],
        *,
        home: str = "",
        resolve: Callable[[str], str] = str,
        last_used: Mapping[int, int] | None = None,
        former: Mapping[str, int] | None = None,
    ) -> None:
        self._home = _path_key(home)
        self._resolve = resolve
        self._last_used: Mapping[int, int] = {} if last_used is None else last_used
        self._former: Mapping[str, int] = {} if former is None else former
        self._paths: dict[str, int] = {}
        self._places: dict[int, _Place] = {}
        self._called: dict[Shown, dict[str, list[int]]] = {shown: {} for shown in _ALONE}
        for number, path, title in documents:
            self._add(number, _path_key(path), title)

    def __len__(self) -> int:
        return len(self._places)

    def match(self, look: Look) -> Match | None:
        """Return the document a look shows, None where that is none of them or not sure enough."""
        if _is_path(look.document):
            return self._at(look.document, _OPEN, MatchedBy.PATH)
        things = told(look.app, look.title)
        if look.document:  # a name, as an import may bring
            things = (Told(Shown.NAME, look.document), *things)
        paths = [thing for thing in things if thing.shown is Shown.PATH]
        found_here = self._by_path(paths) if paths else self._by_name(things)
        return found_here if found_here is not None and found_here.confidence >= THRESHOLD else None

    def _add(self, number: int, path: str, title: str) -> None:
        self._paths[path] = number
        folder, _, name = path.rpartition("/")
        stem, _, ending = name.rpartition(".")
        self._places[number] = _Place(folded(folder), ending.casefold())
        called = ((Shown.NAME, folded(name)), (Shown.STEM, folded(stem)), (Shown.TITLE, _title_key(title)))
        for shown, key in called:
            if key:
                self._called[shown].setdefault(key, []).append(number)

    def _by_path(self, paths: Sequence[Told]) -> Match | None:
        for one in paths:
            path = f"{self._home}{one.text[1:]}" if one.text.startswith("~/") else one.text
            found = self._at(path, _PATH * one.trust, MatchedBy.TITLE)
            if found is not None:
                return found
        return None

    def _at(self, path: str, confidence: float, said_by: MatchedBy) -> Match | None:
        """Return the document that is at a path, be it reached by a link, or was there when it was in front before."""
        key = _path_key(path)
        number = self._paths.get(key)
        if number is None and folded(key.rpartition("/")[2]) in self._called[Shown.NAME]:
            number = self._paths.get(_path_key(self._resolve(path)))
        if number is not None:
            return Match(number, confidence, said_by)
        number = self._former.get(path)
        return Match(number, _FORMER * confidence, MatchedBy.TITLE) if number in self._places else None

    def _by_name(self, things: Iterable[Told]) -> Match | None:
        return max(self._named(things), key=lambda found: found.confidence, default=None)

    def _named(self, things: Iterable[Told]) -> Iterator[Match]:
        for thing in things:
            key = _title_key(thing.text) if thing.shown is Shown.TITLE else folded(thing.text)
            found = self._called[thing.shown].get(key, [])
            if thing.endings:
                found = [one for one in found if self._places[one].ending in thing.endings]
            if found:
                number, confidence = self._chosen(found, thing)
                yield Match(number, confidence * thing.trust, MatchedBy.TITLE)

    def _chosen(self, found: Sequence[int], thing: Told) -> tuple[int, float]:
        """Return which of the documents that are called so it is, and how sure that is."""
        beside = [one for one in found if any(self._places[one].lies_in(folder) for folder in thing.folders)]
        if len(beside) == 1:
            return beside[0], max(_BESIDE, _ALONE[thing.shown])
        if len(found) == 1:
            return found[0], _ALONE[thing.shown]
        used = [one for one in beside or found if one in self._last_used]
        if used:
            return max(used, key=lambda one: self._last_used[one]), _LAST_USED
        return found[0], _ALONE[thing.shown] / len(found) / 2


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a document lies, folded, and what its name ends in."""

    folder: str
    ending: str

    def lies_in(self, told_folder: str) -> bool:
        """Say whether a folder's name, or the end of its path, fits this place or one above it."""
        wanted = folded(told_folder.replace("\\", "/")).strip("/~. ")
        return bool(wanted) and f"/{wanted}/" in f"{self.folder}/"


def _is_path(text: str) -> bool:
    return text.startswith("/") or _DRIVE.match(text) is not None


def _path_key(path: str) -> str:
    """Return a path as it is compared: composed, and where it is one of Windows, with "/" and without case."""
    if _DRIVE.match(path) or path.startswith("\\\\"):
        path = path.replace("\\", "/").casefold()
    return unicodedata.normalize("NFC", path).rstrip("/")


def _title_key(title: str) -> str:
    """Return a document's own title as it is compared; empty where it is too short or too common to tell anything."""
    key = " ".join(_BETWEEN_WORDS.sub(" ", folded(unicodedata.normalize("NFKC", title))).split())
    dense = sum(char >= _FIRST_IDEOGRAPH for char in key)
    if key in _EMPTY_TITLES or (len(key) < _SHORTEST_TITLE and dense < _SHORTEST_DENSE_TITLE):
        return ""
    return key
