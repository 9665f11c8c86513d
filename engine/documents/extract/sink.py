"""Where a reader puts what it finds: pieces by heading and page, tidied, and never more than is allowed."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass

_LONGEST_LABEL = 400  # characters of a title or heading
_LONGEST_PIECE = 50_000  # characters
_CUT_WINDOW = 2_000  # how far back a cut looks for a space
_JOINED = {
    ord("\ufb00"): "ff", ord("\ufb01"): "fi", ord("\ufb02"): "fl", ord("\ufb03"): "ffi", ord("\ufb04"): "ffl",
    ord("\ufb05"): "st", ord("\ufb06"): "st",
}  # fmt: skip
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x0b|\x0c|\x85")
# Controls, halves of characters, and what reverses or hides text where it is shown.
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]+")
_NOTHING = re.compile("[\u00ad\u200b]+")  # hyphens and spaces that are not seen
_SPECIAL = re.compile("[^\t\n\x20-\x7e\xa0-\xac\xae-\u1fff\u2070-\ud7ff\ue000-\ufaff\ufb07-\ufefe\uff00-\ufffd]")
_MANY_EMPTY = re.compile(r"\n[ \t]*(?:\n[ \t]*){2,}")


class Full(Exception):
    """As much was taken as may be; what follows is left."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """How much of one document is taken: UTF-8 bytes of text, pieces, and seconds of processor time."""

    text_bytes: int = 20_000_000
    pieces: int = 50_000
    seconds: float = 8.0


def tidy(text: str) -> str:
    """Return the text without controls, invisible marks and runs of empty lines; whole characters only."""
    if _SPECIAL.search(text):
        text = _NOTHING.sub("", _LINE_ENDS.sub("\n", text))
        text = _UNWANTED.sub(" ", text).translate(_JOINED)
    return _MANY_EMPTY.sub("\n\n", text).strip(" \n\t\xa0")


def label(text: str) -> str:
    """Return the text as one short line."""
    return " ".join(tidy(text[: 4 * _LONGEST_LABEL]).split())[:_LONGEST_LABEL]


class Sink:
    """Takes titles, headings, pages and paragraphs in reading order and makes pieces of them."""

    def __init__(self, allowance: Allowance) -> None:
        self._allowance = allowance
        self._until = time.process_time() + allowance.seconds
        self._left = allowance.text_bytes
        self._title = ""
        self._heading = ""
        self._bare = False  # a heading nothing stands under so far
        self._stays = False  # the heading
        self._page: int | None = None
        self._paragraphs: list[str] = []
        self._held = 0
        self.pieces: list[tuple[int | None, bytes, bytes]] = []  # page, heading, text; both in UTF-8

    @property
    def title(self) -> str:
        """What the document calls itself, empty where it does not."""
        return self._title

    def call(self, title: str) -> None:
        """Take the document's title; the first one that says anything stays."""
        self._title = self._title or label(title)

    def heading(self, text: str) -> None:
        """Begin what stands under this heading; while one stays, those below it are text."""
        if self._stays:
            self.paragraph(text)
            return
        told = label(text)
        if told and told != self._heading:
            self.flush()
            self._heading, self._bare = told, True

    def hold_heading(self, *, stays: bool) -> None:
        """Have the present heading stay whatever is read, or no longer."""
        self._stays = stays

    def leave_heading(self) -> None:
        """Begin what stands under no heading."""
        if self._heading:
            self.flush()
            self._heading, self._bare = "", False

    def page(self, number: int) -> None:
        """Begin a page, counted from 1."""
        self.flush()
        self._page = number

    def paragraph(self, text: str) -> None:
        """Take a paragraph; raises Full where no more is taken."""
        self.check()
        told = tidy(text)
        if told:
            self._paragraphs.append(told)
            self._bare = False
            self._held += len(told)
            if self._held > _LONGEST_PIECE:
                self.flush()

    def check(self) -> None:
        """Raise Full where the document has had its share of time."""
        if time.process_time() > self._until:
            raise Full

    def flush(self) -> None:
        """Close the piece that is open; a heading with nothing under it is a piece itself."""
        if self._bare:
            self._paragraphs, self._bare = [self._heading], False
        text, self._paragraphs, self._held = "\n\n".join(self._paragraphs), [], 0
        while len(text) > _LONGEST_PIECE:
            cut = _cut(text)
            self._keep(text[:cut])
            text = text[cut:]
        if text:
            self._keep(text)

    def _keep(self, text: str) -> None:
        heading, told = self._heading.encode(), text.encode()
        if len(heading) + len(told) > self._left:
            told = told[: max(0, self._left - len(heading))].decode(errors="ignore").encode()
            if told:
                self.pieces.append((self._page, heading, told))
            self._left = 0
            raise Full
        self._left -= len(heading) + len(told)
        self.pieces.append((self._page, heading, told))
        if len(self.pieces) >= self._allowance.pieces:
            raise Full


def _cut(text: str) -> int:
    """Return where to cut a text that is too long: after a line or a word where one ends nearby."""
    for mark in ("\n", " ", "。"):
        found = text.rfind(mark, _LONGEST_PIECE - _CUT_WINDOW, _LONGEST_PIECE)
        if found > 0:
            return found + 1
    return _LONGEST_PIECE
