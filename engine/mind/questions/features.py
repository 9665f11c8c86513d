"""What of a question the small model looks at: its words, pairs of words and runs of letters, hashed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

WIDTH = 2_048
_PIECES = re.compile(r"[a-z0-9']+|[^\sa-z0-9'.,!?;:，。！？；：、]")
_RUNS = (3, 4)


def features(questions: Sequence[str]) -> NDArray[np.float32]:
    """Return a row of length 1 per question (questions, WIDTH); of one without a piece, zeros."""
    rows = np.zeros((len(questions), WIDTH), dtype=np.float32)
    for row, question in zip(rows, questions, strict=True):
        for part in _parts(question.casefold()):
            row[crc32(part.encode()) % WIDTH] += 1.0
    np.sqrt(rows, out=rows)
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(length, 1e-9), dtype=np.float32)


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
