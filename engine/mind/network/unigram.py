"""Unigram as SentencePiece trains it: of all ways to cut a word into known pieces, the likeliest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_UNKNOWN_PENALTY = 10.0
SPACE_MARK = "\u2581"


class UnigramPieces:
    """Splits a word into the pieces whose scores (logarithms of their frequency) sum up highest."""

    def __init__(self, scores: Sequence[tuple[str, float]], unknown: int) -> None:
        self._known: Mapping[str, tuple[int, float]] = {
            piece: (number, score) for number, (piece, score) in enumerate(scores)
        }
        self._unknown = unknown
        self._unknown_score = min((score for _, score in scores), default=0.0) - _UNKNOWN_PENALTY
        self._longest = max((len(piece) for piece, _ in scores), default=1)

    def __call__(self, word: str) -> list[int]:
        """Return the pieces' numbers; characters of no piece become the unknown, neighbours among them one."""
        # best[end]: the score of the best way there, where its last piece starts and which piece that is.
        best: list[tuple[float, int, int] | None] = [None] * (len(word) + 1)
        best[0] = (0.0, 0, self._unknown)
        for start in range(len(word)):
            here = best[start]
            if here is not None:
                self._extend(word, start, here[0], best)
        return self._walked_back(best)

    def _extend(self, word: str, start: int, score: float, best: list[tuple[float, int, int] | None]) -> None:
        """Enter every way on from the start into best; equal ones keep the shorter last piece, as the reference."""
        known_alone = False
        for end in range(start + 1, min(len(word), start + self._longest) + 1):
            piece = self._known.get(word[start:end])
            if piece is not None:
                known_alone = known_alone or end == start + 1
                _enter(best, end, (score + piece[1], start, piece[0]))
        if not known_alone:
            _enter(best, start + 1, (score + self._unknown_score, start, self._unknown))

    def _walked_back(self, best: list[tuple[float, int, int] | None]) -> list[int]:
        numbers: list[int] = []
        end = len(best) - 1
        while end > 0:
            step = best[end]
            if step is None:  # cannot be: every character is a step, if an unknown one
                break
            _, end, number = step
            if not (number == self._unknown and numbers and numbers[-1] == self._unknown):
                numbers.append(number)
        return numbers[::-1]


def _enter(best: list[tuple[float, int, int] | None], end: int, way: tuple[float, int, int]) -> None:
    there = best[end]
    if there is None or way[0] > there[0]:
        best[end] = way


class MarkedWords:
    """Splits a normalised text into words that begin with the mark of the space before them."""

    def __init__(self, normalise: Callable[[str], str], *, at_any_space: bool) -> None:
        """at_any_space: runs of any white space part words, rather than each single space."""
        self._normalise, self._at_any_space = normalise, at_any_space

    def __call__(self, text: str) -> list[str]:
        """Return the words, the first one marked too."""
        text = self._normalise(text)
        if self._at_any_space:
            return [word for part in text.split() for word in _marked(part)]
        return _marked(text) if text else []


def _marked(text: str) -> list[str]:
    text = text.replace(" ", SPACE_MARK)
    text = text if text.startswith(SPACE_MARK) else SPACE_MARK + text
    return re.findall(f"{SPACE_MARK}[^{SPACE_MARK}]*", text)
