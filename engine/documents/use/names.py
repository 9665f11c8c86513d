"""What a window's title tells of the document in it: paths, file names, folders, or the document's own title; pure.

A title is cut at its dashes and bars. A part that holds a file name with an ending names a document, alone or together
with the parts before it ("Smith - 2020 - Sleep.pdf - Okular"); marks of change, page counters and the like beside
the name are dropped, folders beside it are kept as hints. Which programs show documents, and how, stands in
resources/rules/programs.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from urllib.parse import unquote

from engine.documents.use.programs import Family, family_of, folded, is_program, programs

LONGEST = 1_000
"""Characters of a title that are looked at."""

_MOST_PARTS = 12
_TRUST = {Family.UNKNOWN: 0.6, Family.TERMINAL: 0.9}
_NAMES_IN_VAIN = frozenset({Family.BROWSER, Family.OTHER})  # a page or a mail that names a file is not that file
_SEPARATOR = re.compile(r"\s+(?:[-–—―|｜·•»›]|::)\s+|\s*[｜›»]\s*|\s—(?=\S)|(?<=\S)—\s")
_URL = re.compile(r"file://(?:localhost)?(/[^\s<>\"'|]+)", re.IGNORECASE)
_ENDING = re.compile(r"\.[A-Za-z0-9_]{1,10}(?=$|[\s*●•+（(\[【,，;；])")
_FOLDER = re.compile(r"[(\[（]((?:~|/|[A-Za-z]:[\\/])[^()\[\]（）]{0,400})[)\]）]")
_BESIDE = re.compile(r"^\s*[(\[（]([^()\[\]（）]{1,100})[)\]）]")
_BEFORE = re.compile(r"^(?:[\s*●•◦○◌✎✱∗+]|\[[+*]\]|\(\d+\)|[(\[]\d+ ?(?:/|of) ?\d+[)\]])+")
_PREFIX = re.compile(r"^[\w+./ -]{2,24}?\s?[:：]\s+(?=\S)")
_COUNTER = re.compile(
    r"(?:page|p\.|第|共)?\s*\d+\s*(?:页)?\s*(?:(?:/|of|共|，共)\s*\d+)?\s*(?:页|dpi|%)?|\d+ ?[x×] ?\d+.*", re.IGNORECASE
)
_TAIL = re.compile(r"\s*(?:[(\[（【][^()\[\]（）【】]{0,60}[)\]）】]|[*●•+✎]+)$")
_ROOTED = re.compile(r"^(?:/|~(?:/|\\)|[A-Za-z]:[\\/]|\\\\)")
_CUT_SHORT = ("…", "...")


class Shown(IntEnum):
    """What a title shows of a document; the smaller, the surer."""

    PATH = 0
    NAME = 1  # a file name with its ending
    STEM = 2  # a file name without its ending
    TITLE = 3  # what the document calls itself


@dataclass(frozen=True, slots=True)
class Told:
    """One thing a title tells. text: a path as written (maybe from ~ on), a name, or a document's own title.

    folders: names or ends of paths that may be the folder's or one above. endings: for STEM, those it may have lost.
    trust: how far a program of this kind means what it shows, 0 to 1.
    """

    shown: Shown
    text: str = field(repr=False)
    folders: tuple[str, ...] = field(repr=False, default=())
    endings: frozenset[str] = frozenset()
    trust: float = 1.0


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a title, from start to end, blanks included."""

    start: int
    end: int
    title: str

    @property
    def text(self) -> str:
        return self.title[self.start : self.end].strip()


def told(app: str, title: str) -> tuple[Told, ...]:
    """Return what the title of a window of this app tells, the surest first; nothing where it tells nothing."""
    title = title[:LONGEST].strip()
    if not title:
        return ()
    located = _URL.search(title)
    if located:
        return (Told(Shown.PATH, unquote(located[1])),)
    family = family_of(app)
    if family in _NAMES_IN_VAIN:
        return ()
    low = folded(title)
    if any(word in low for word in programs().remote):
        return ()
    if family is Family.TERMINAL and not _runs_editor(low):
        return _of_command(title)
    return tuple(dict.fromkeys(sorted(_all_told(family, title), key=lambda one: one.shown)))


def _all_told(family: Family, title: str) -> Iterator[Told]:
    trust = _TRUST.get(family, 1.0)
    own = [part for part in _parts(title) if not is_program(part.text)]
    named = [place for place, part in enumerate(own) if _file_in(part.text) is not None]
    for place in named:
        yield from _named(title, own, place, trust)
    if not named and family in programs().unnamed:
        yield from _unnamed(title, own, family)
    if family is Family.VIEWER:
        texts = (title[own[0].start : own[-1].end], *(part.text for part in own)) if own else ()
        yield from (Told(Shown.TITLE, bare, trust=trust) for text in dict.fromkeys(texts) if (bare := _bare(text)))


def _parts(title: str) -> list[_Part]:
    """Return the parts of a title in order, without marks in front."""
    ends = [*_SEPARATOR.finditer(title)][: _MOST_PARTS - 1]
    starts = [0, *(found.end() for found in ends)]
    spans = zip(starts, [*(found.start() for found in ends), len(title)], strict=True)
    found = [_Part(start + _length(_BEFORE, title[start:end]), end, title) for start, end in spans]
    return [part for part in found if part.text]


def _length(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return 0 if found is None else found.end()


def _named(title: str, own: list[_Part], place: int, trust: float) -> Iterator[Told]:
    """Yield the file of a part, alone and as the end of a name that holds dashes itself, the longest first."""
    found = _file_in(own[place].text)
    if found is None:
        return
    name, rest = found
    others = [part.text for at, part in enumerate(own) if at != place]
    beside = _FOLDER.search(rest)
    if beside and not _ROOTED.match(name):
        folder = beside[1].rstrip("/\\")
        if not any(mark in folder for mark in _CUT_SHORT):
            yield Told(Shown.PATH, f"{folder}/{name}", trust=trust)
            return
        others = [folder.rpartition("/")[2].strip("….")]
    hints = tuple(dict.fromkeys(_hints(rest, others)))
    end = own[place].start + len(name)
    for part in own[: place + 1]:
        yield from _as_told(title[part.start : end], hints, trust)
    if (prefix := _PREFIX.match(name)) is not None:
        yield from _as_told(name[prefix.end() :], hints, trust)


def _unnamed(title: str, own: list[_Part], family: Family) -> Iterator[Told]:
    """Yield names that lost their ending: the first part, or the first ones together, the longest first."""
    for place in range(min(len(own), 3) - 1, -1, -1):
        if stem := _bare(title[own[0].start : own[place].end]):
            folders = tuple(bare for part in own[place + 1 :] if (bare := _bare(part.text)))
            yield Told(Shown.STEM, stem, folders, programs().unnamed[family])


def _as_told(name: str, hints: tuple[str, ...], trust: float) -> Iterator[Told]:
    if _ROOTED.match(name):
        yield Told(Shown.PATH, name, trust=trust)
        return
    folder, _, last = name.replace("\\", "/").rpartition("/")
    folders = (folder.removeprefix(".../").removeprefix("…/"), *hints) if folder else hints
    if last:
        yield Told(Shown.NAME, last, folders, trust=trust)


def _file_in(part: str) -> tuple[str, str] | None:
    """Return the file name a part begins with, and what stands behind it; None where there is none."""
    found = None
    for ending in reversed([*_ENDING.finditer(part)]):
        name, rest = part[: ending.end()], part[ending.end() :].lstrip()
        front = part[: ending.start()].rpartition("/")[2]
        if ending[0][1:].isdigit() or not front.strip(" .*") or front[-1:].isspace():
            continue
        found = name, rest
        if not rest or rest[0] in "([（【*●•+":
            break
    return found


def _hints(rest: str, others: list[str]) -> Iterator[str]:
    """Yield what may name the folder: what stands in brackets beside the name, and the other parts of the title."""
    beside = _BESIDE.match(rest)
    if beside and not _is_mark(beside[1]):
        yield beside[1]
    for other in others:
        rooted = _FOLDER.search(other)
        if rooted:
            yield rooted[1]
        if bare := _bare(other):
            yield bare


def _bare(part: str) -> str:
    """Return a part without the marks and counters behind it; empty where nothing else is left."""
    part = part.strip()
    while (tail := _TAIL.search(part)) is not None and tail.start() > 0:
        part = part[: tail.start()].rstrip()
    return "" if _is_mark(part) else part


def _is_mark(part: str) -> bool:
    """Say whether a part says only how the document is: changed, read-only, at which page."""
    text = folded(part).strip("*●•+ ()[]（）【】")
    return not text or text in programs().marks or _COUNTER.fullmatch(text) is not None


def _runs_editor(low: str) -> bool:
    return low.endswith((" - vim", " - nvim", " - gvim", " - view")) or "gnu emacs" in low


def _of_command(title: str) -> tuple[Told, ...]:
    """Return the file that a command in a terminal shows: "less notes.txt", "user@host: vim ~/plan.md"."""
    words = title.split()
    readers = programs().readers
    place = next((at for at, word in enumerate(words[:6]) if word.rpartition("/")[2] in readers), None)
    if place is None:
        return ()
    name = " ".join(word for word in words[place + 1 :] if not word.startswith(("-", "+")))
    found = _file_in(name)
    return tuple(_as_told(found[0], (), _TRUST[Family.TERMINAL])) if found else ()
