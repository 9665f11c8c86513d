"""The part of a passage that shows best why it was found, with the words of the question marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width

from engine.documents.search.passage_words import TermFinder, folded
from engine.domain.documents import Snippet
from engine.domain.plain_text import plain
from engine.domain.word_tokens import compatible

LENGTH = 240
"""Characters of a snippet; ellipses come on top."""

_PIECE = re.compile(r"[^\W_]+")
_SPACES = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"[.!?。！？；]\s*")
_LEAD = 60  # characters before the first mark, where no sentence begins there

Mark = tuple[int, int, int]
"""Where a found word starts and ends, and the number of its term."""


def snippet(text: str, finder: TermFinder, length: int = LENGTH) -> Snippet:
    """Return the stretch with the most different words of the question; the beginning where there are none.

    What could move a terminal or turn the text round is taken out before.
    """
    text = _SPACES.sub("\u0020", text)
    text = (text if text.isprintable() else _SPACES.sub("\u0020", plain(text))).strip()
    found = list(marks(text, finder))
    start = _start(text, found, length)
    end = _end(text, start, length)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shift = len(before) - start
    inside = [(first + shift, last + shift) for first, last, _ in found if first >= start and last <= end]
    return Snippet(f"{before}{text[start:end]}{after}", tuple(_joined(inside)))


def said_words(question: str, finder: TermFinder, found: set[int]) -> tuple[str, ...]:
    """Return the words of the question whose terms were found, as the person wrote them, each once."""
    there = [(first, last) for first, last, number in marks(question, finder) if number in found]
    return tuple(dict.fromkeys(question[first:last] for first, last in _joined(there)))


def marks(text: str, finder: TermFinder) -> Iterator[Mark]:
    """Yield where words of the question stand, in order; of unspaced script pairs of characters, which may overlap."""
    for piece in _PIECE.finditer(text):
        start, word = piece.start(), piece[0]
        if word.isascii():
            number = finder.of(word.lower())
            if number is not None:
                yield start, piece.end(), number
            continue
        if any(_unspaced(one) for one in word):
            yield from ((start + first, start + last, number) for first, last, number in _in_run(word, finder))
            continue
        number = finder.of(folded(compatible(word)))
        if number is not None:
            yield start, piece.end(), number


def _in_run(run: str, finder: TermFinder) -> Iterator[Mark]:
    for part in re.finditer(r"[a-zA-Z0-9]+", run):  # 第3章: letters and numbers within are words of their own
        number = finder.of(part[0].lower())
        if number is not None:
            yield part.start(), part.end(), number
    for at in range(len(run)):
        for length in (1, 2):  # a character that was asked for alone, else a pair
            signs = run[at : at + length]
            number = finder.of(folded(compatible(signs))) if all(map(_unspaced, signs)) else None
            if number is not None:
                yield at, at + len(signs), number
                break


def _unspaced(character: str) -> bool:
    return east_asian_width(character) in "WF"


def _start(text: str, found: Sequence[Mark], length: int) -> int:
    """Return where to begin so that the most different words are seen, at a sentence's beginning where one is near."""
    if len(text) <= length or not found:
        return 0
    best, most = found[0][0], (0, 0)
    for place, (first, _, _) in enumerate(found):
        seen = [number for start, end, number in found[place : place + length] if end <= first + length - _LEAD]
        if (len(set(seen)), len(seen)) > most:
            best, most = first, (len(set(seen)), len(seen))
    sentence = max((one.end() for one in _SENTENCE_END.finditer(text, max(best - _LEAD, 0), best)), default=None)
    start = sentence if sentence is not None else _word_start(text, best - _LEAD)
    return max(0, min(start, max(len(text) - length, 0) if sentence is None else start))


def _word_start(text: str, at: int) -> int:
    if at <= 0:
        return 0
    space = text.find("\u0020", at, at + _LEAD)
    return at if space < 0 else space + 1


def _end(text: str, start: int, length: int) -> int:
    end = start + length
    if end >= len(text):
        return len(text)
    space = text.rfind("\u0020", start + length // 2, end + 1)
    return end if space < 0 else space


def _joined(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(last, joined[-1][1])
        else:
            joined.append((first, last))
    return joined
