"""How well a passage answers a question by its words: BM25, and more where two words of the question stand together."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar
from unicodedata import east_asian_width

from engine.documents.search.passage_words import PassageWords, TermFinder, folded
from engine.domain.stop_words import STOP_WORDS
from engine.domain.word_tokens import WordTerm, compatible, tokens

SATURATION, LENGTH_SHARE = 1.2, 0.75
"""BM25's k1 and b, as the index has them."""

TOGETHER = 0.2
"""What two neighbouring words of the question count where they are neighbours in the passage, too."""

_LEAST = 1e-6

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Frequencies:
    """In how many chunks words are. chunks: how many there are. of: by word, as it was asked."""

    chunks: int
    of: dict[str, int] = field(default_factory=dict, repr=False)

    def rarity(self, word: str) -> float:
        """Return what the word tells, near nothing where it is in half of all chunks; BM25's inverse frequency."""
        there = self.of.get(word, 0)
        return max(math.log((max(self.chunks, there) - there + 0.5) / (there + 0.5)), _LEAST)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a passage has of a question: its words, by term how much it counts, by two neighbouring terms how often."""

    length: int
    counts: Mapping[int, float]
    together: Mapping[tuple[int, int], float]


class Weigher:
    """Weighs passages by the words of one question."""

    def __init__(self, wanted: Sequence[WordTerm], frequencies: Frequencies, question: str = "") -> None:
        """question: as it was written, to see which words stand together; empty where none does."""
        self.finder = TermFinder(wanted)
        self.said = max(sum(term.weight for term in wanted), 1.0)
        """How many words were said."""
        rarities = [frequencies.rarity(term.words[0]) for term in wanted]
        self._worth: dict[int, float] = {}
        for number, term in enumerate(wanted):
            same = None if term.prefix else self.finder.of(folded(compatible(term.words[0])))
            one = number if same is None else same  # "article" and "articles" are one word said twice
            self._worth[one] = self._worth.get(one, 0.0) + term.weight * rarities[one]
        self._pairs: dict[tuple[int, int], float] = {}
        for pair in _neighbours(question, self.finder):
            worth = TOGETHER * max(rarities[one] for one in pair)
            self._pairs[pair] = self._pairs.get(pair, 0.0) + worth

    def seen(self, words: PassageWords) -> Seen:
        """Return what a passage has of the question."""
        counts = self.finder.counts(words)
        together = self._together(words) if self._pairs and len(counts) > 1 else {}
        return Seen(words.length, counts, together)

    def scores(self, passages: Sequence[Seen]) -> list[float]:
        """Return what each passage weighs; 0 where none of the words is in it. Lengths are seen against each other."""
        usual = sum(one.length for one in passages) / max(len(passages), 1) or 1.0
        return [self._score(one, usual) for one in passages]

    def _score(self, seen: Seen, usual: float) -> float:
        damp = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * seen.length / usual)
        score = sum(self._worth[number] * _saturated(times, damp) for number, times in seen.counts.items())
        return score + sum(self._pairs[pair] * _saturated(times, damp) for pair, times in seen.together.items())

    def _together(self, words: PassageWords) -> dict[tuple[int, int], float]:
        found: dict[tuple[int, int], float] = {}
        for (place, one), (after, other) in pairwise(self.finder.in_order(words)):
            if after == place + 1 and (one, other) in self._pairs:
                found[one, other] = found.get((one, other), 0.0) + 1
        return found


def whole(parts: Sequence[Seen]) -> Seen:
    """Return what several passages of one document have of the question, as if they were one."""
    if len(parts) == 1:
        return parts[0]
    return Seen(
        sum(one.length for one in parts), _summed(one.counts for one in parts), _summed(one.together for one in parts)
    )


def _summed(parts: Iterable[Mapping[Key, float]]) -> dict[Key, float]:
    found: dict[Key, float] = {}
    for part in parts:
        for key, times in part.items():
            found[key] = found.get(key, 0.0) + times
    return found


def _saturated(times: float, damp: float) -> float:
    return times * (SATURATION + 1) / (times + damp)


def _neighbours(question: str, finder: TermFinder) -> list[tuple[int, int]]:
    """Return the pairs of terms that stand together; pairs of characters of unspaced script overlap anyhow."""
    words = [folded(compatible(word)) for word in tokens(question)]
    numbers = [None if word in STOP_WORDS or east_asian_width(word[0]) in "WF" else finder.of(word) for word in words]
    return [(one, other) for one, other in pairwise(numbers) if one is not None and other is not None]
