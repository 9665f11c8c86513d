"""Cuts what a reader made of a document into chunks: along headings and pages first, then paragraphs, then sentences.

A chunk has about 200 tokens, as the sentence encoder counts them, and begins with the last 30 or so of the one before
where both stand in the same running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from engine.domain.documents import Chunk, DocumentKind, Extracted, Piece

WANTED = 200  # tokens of a chunk
OVERLAP = 30  # tokens repeated from the chunk before
SMALL = 60  # a chunk with fewer takes in what follows under another heading of the same page
_SHORT = 240  # characters of a paragraph that is not cut into sentences
LONGEST = 2_000  # characters of a chunk at most, whatever they are
_TOKENS_PER_WORD = 1.3
_LETTERS_PER_TOKEN = 6  # at most: long words are cut into several

# Scripts written without spaces: each of their characters is a token of its own.
_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9d\u0e00-\u0eff\U00020000-\U0003ffff]")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n\s*")
_SENTENCE = re.compile(r"(?<=[.!?…;:])\s+|(?<=[。！？；])\s*")
_SPACES = re.compile(r"[ \t\f\v]+")


def chunks_of(document: Extracted, kind: DocumentKind | None = None) -> list[Chunk]:
    """Return the chunks of a document in their order; empty where nothing is written in it.

    The entries of a feed are documents of their own: none shares a chunk with another, however small.
    """
    pile = _Pile(small=0 if kind is DocumentKind.FEED else SMALL)
    for piece in document.pieces:
        pile.begin(piece)
        for part in _parts(piece.text):
            pile.put(part)
    pile.flush()
    return pile.chunks


def token_count(text: str) -> int:
    """Return about how many tokens the text has."""
    wide = 0 if text.isascii() else len(_WIDE.findall(text))
    gaps = text.count(" ") + text.count("\n") + 1
    return round(wide + max(gaps * _TOKENS_PER_WORD, (len(text) - wide) / _LETTERS_PER_TOKEN)) if text else 0


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of text that stays together. joint: what stands between it and the part before."""

    text: str
    tokens: int
    joint: str


@dataclass(slots=True)
class _Pile:
    """Parts on their way into a chunk."""

    small: int = SMALL
    chunks: list[Chunk] = field(default_factory=list)
    parts: list[_Part] = field(default_factory=list)
    tokens: int = 0
    characters: int = 0
    repeated: int = 0  # how many of the parts were in the chunk before, too
    heading: str = ""
    page: int | None = None

    def begin(self, piece: Piece) -> None:
        """Go on with another piece; a chunk never reaches over pages, and over headings only while it is small."""
        if (piece.heading, piece.page) == (self.heading, self.page):
            return
        if self.parts and (piece.page != self.page or self.tokens >= self.small or self.repeated == len(self.parts)):
            self.flush()
        if not self.parts:
            self.heading, self.page = piece.heading, piece.page

    def put(self, part: _Part) -> None:
        """Add a part, to the next chunk where this one would grow too large."""
        too_many = self.tokens + part.tokens > WANTED or self.characters + len(part.text) > LONGEST
        if too_many and len(self.parts) > self.repeated:
            tail = self._tail(LONGEST - len(part.text))
            self.flush()
            for one in tail:
                self._add(one)
            self.repeated = len(tail)
        self._add(part)

    def flush(self) -> None:
        """Make a chunk of the parts, unless all of them are in the one before."""
        if len(self.parts) > self.repeated:
            first, *rest = self.parts
            text = first.text + "".join(part.joint + part.text for part in rest)
            self.chunks.append(Chunk(text, self.heading, self.page, len(self.chunks)))
        self.parts, self.tokens, self.characters, self.repeated = [], 0, 0, 0

    def _add(self, part: _Part) -> None:
        self.parts.append(part)
        self.tokens += part.tokens
        self.characters += len(part.text) + len(part.joint)

    def _tail(self, room: int) -> list[_Part]:
        """Return the last parts of the present chunk that fit into the overlap."""
        tail: list[_Part] = []
        left = OVERLAP
        for part in reversed(self.parts[1:]):
            left -= part.tokens
            room -= len(part.text) + len(part.joint)
            if left < 0 or room < 0:
                break
            tail.insert(0, part)
        return tail


def _parts(text: str) -> Iterator[_Part]:
    """Yield the paragraphs; of those that are large, the sentences; of sentences that are too large, stretches."""
    for paragraph in _PARAGRAPH.split(text):
        whole = _SPACES.sub(" ", paragraph).strip()
        if len(whole) <= _SHORT:
            lines = [[(whole, token_count(whole))]]
        else:
            lines = [list(_sentences(line)) for line in whole.split("\n")]
        joint = "\n\n"
        for line in lines:
            for part, count in line:
                if count:
                    yield _Part(part, count, joint)
                    joint = " " if part.isascii() or not _WIDE.match(part[-1]) else ""
            joint = joint if joint == "\n\n" else "\n"


def _sentences(line: str) -> Iterator[tuple[str, int]]:
    for sentence in _SENTENCE.split(line):
        count = token_count(sentence)
        if count <= WANTED and len(sentence) <= LONGEST:
            yield sentence, count
        else:
            yield from ((stretch, token_count(stretch)) for stretch in _stretches(sentence))


def _stretches(sentence: str) -> Iterator[str]:
    """Cut where spaces are, else anywhere, into stretches of up to half a chunk."""
    stretch: list[str] = []
    count = 0
    for word in _words(sentence):
        more = token_count(word)
        if stretch and count + more > WANTED // 2:
            yield "\u0020".join(stretch)
            stretch, count = [], 0
        stretch.append(word)
        count += more
    if stretch:
        yield "\u0020".join(stretch)


def _words(sentence: str) -> Iterable[str]:
    for word in sentence.split(" "):
        limit = WANTED // 2 if not word.isascii() else LONGEST // 2
        if len(word) <= limit:
            yield word
        else:
            yield from (word[start : start + limit] for start in range(0, len(word), limit))
