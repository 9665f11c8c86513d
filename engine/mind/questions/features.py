"""What of a question the small model looks at: its words, pairs of words and runs of letters, hashed. Plain Python."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import sqrt
from zlib import crc32

WIDTH = 2_048
_PIECES = re.compile(r"[a-z0-9']+|[^\sa-z0-9'.,!?;:，。！？；：、]")
_RUNS = (3, 4)


def features(question: str) -> dict[int, float]:
    """Return what is not zero of a question's row, by its place below WIDTH; the row has length 1."""
    counts = Counter(crc32(part.encode()) % WIDTH for part in _parts(question.casefold()))
    length = sqrt(sum(counts.values())) or 1.0  # of the roots of the counts
    return {place: sqrt(count) / length for place, count in counts.items()}


def _parts(question: str) -> Iterator[str]:
    pieces = _PIECES.findall(question)
    yield from pieces
    yield from (f"{one} {two}" for one, two in pairwise(pieces))
    yield from (f"{pieces[at]} {pieces[at + 1]} {pieces[at + 2]}" for at in range(len(pieces) - 2))
    yield from _letters(one for one in pieces if one.isascii() and len(one) > _RUNS[0])


def _letters(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        marked = f"<{word}>"
        for length in _RUNS:
            yield from (f"#{marked[at : at + length]}" for at in range(len(marked) - length + 1))
