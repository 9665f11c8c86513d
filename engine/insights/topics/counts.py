"""Which text holds which word, and how much the word tells about it (TF-IDF).

Source: Salton and Buckley, 1988, "Term-Weighting Approaches in Automatic Text Retrieval"; how few texts hold a word is
smoothed as if one more text held every word, as scikit-learn has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from engine.insights.columns import Floats, Whole
from engine.sparse import Sparse

LEAST_TEXTS = 30
"""Fewer say too little."""

MOST_WORDS = 4_000
"""So many are kept, those that are there most often."""

_LEAST_WORDS = 16
_LEAST_IN = 3  # texts a word is in
_MOST_IN = 0.4


@dataclass(frozen=True, slots=True)
class Table:
    """Texts by words, sparse: how often each is there, and what it tells. names: the words, in the order of Unicode."""

    counts: Sparse
    tfidf: Sparse
    names: tuple[str, ...]

    @property
    def held(self) -> Sparse:
        """Which text holds which word: ones."""
        return self.counts.with_data(np.ones(len(self.counts.data), np.float32))


def table_of(words: Sequence[Sequence[str]], most: int = MOST_WORDS) -> Table | None:
    """Return at most so many words as a table; None where too few texts or words are left."""
    if len(words) < LEAST_TEXTS:
        return None
    names = sorted(set(chain.from_iterable(words)))
    counts = _counted(words, names)
    kept = _telling(counts, most)
    if len(kept) < _LEAST_WORDS:
        return None
    counts = counts.columns(kept)
    return Table(counts, tfidf_of(counts), tuple(names[at] for at in kept.tolist()))


def tfidf_of(counts: Sparse) -> Sparse:
    """Return what each word tells about its text: the log of how often it is there by how few texts hold it.

    Rows have length 1, or 0 where a text is empty.
    """
    texts, words = counts.shape
    rarity = np.log((texts + 1) / (np.bincount(counts.indices, minlength=words) + 1)) + 1
    told = (np.log(counts.data) + 1) * rarity[counts.indices]
    lengths: Floats = np.sqrt(np.bincount(counts.row, told**2, texts))
    return counts.with_data(told / lengths[counts.row])


def _counted(words: Sequence[Sequence[str]], names: Sequence[str]) -> Sparse:
    place = {name: at for at, name in enumerate(names)}
    columns = np.fromiter((place[word] for text in words for word in text), np.int64)
    rows = np.repeat(np.arange(len(words)), [len(text) for text in words])
    return Sparse.of(rows, columns, np.ones(len(columns)), (len(words), len(names)))


def _telling(counts: Sparse, most: int) -> Whole:
    """Return the words that are neither too rare nor in too many texts, the most frequent ones, in their order."""
    texts, words = counts.shape
    within = np.bincount(counts.indices, minlength=words)
    too_many = max(_MOST_IN, 2 * _LEAST_IN / texts) * texts
    kept = np.flatnonzero((within >= _LEAST_IN) & (within <= too_many))
    times = np.bincount(counts.indices, counts.data, words)[kept]
    return np.sort(kept[np.argsort(-times, kind="stable")[:most]])
