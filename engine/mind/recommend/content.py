"""Documents that read like what is in front: by words and by meaning."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.mind.recommend.company import Neighbours
from engine.mind.recommend.tables import Dense, Places, Table, nearest, standard_at, standard_of, unit_rows

_NEAREST = 50
_SHARP = 4.0  # how much more a document counts in a context whose own neighbours agree with it
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class WordLikeness:
    """Documents against the words of a context's documents; weighed: rows of length 1 (documents, words)."""

    weighed: Table
    across: Table

    def scores(self, contexts: Table) -> Dense:
        """Return the cosine of every document with each context's words."""
        return np.asarray((unit_rows(contexts @ self.weighed) @ self.across).toarray(), dtype=np.float32)

    def some(self, contexts: Table, documents: Places) -> Dense:
        """Return what standard makes of the scores of some documents (contexts, documents)."""
        return standard_of(unit_rows(contexts @ self.weighed) @ self.across, documents)

    def asked(self, words: Table) -> Dense:
        """Return the cosine of every document with the words given (1, words)."""
        return np.asarray((unit_rows(words) @ self.across).toarray(), dtype=np.float32)

    def shares(self, context: Table, documents: Places) -> NDArray[np.float64]:
        """Return what each document of a single context adds to others' scores (context, others); they sum to it."""
        together = context @ self.weighed
        length = max(float(np.sqrt((together.data.astype(np.float64) ** 2).sum())), _TINY)
        beside = (self.weighed.rows(context.indices) @ self.weighed.rows(documents).T).toarray()
        return np.asarray(context.data[:, None] * beside / length, dtype=np.float64)


def word_likeness(weighed: Table) -> WordLikeness:
    """Return the documents ready to be compared by their words."""
    return WordLikeness(weighed, weighed.T)


def kin(weighed: Table) -> Neighbours:
    """Return the documents nearest by their words: a few alike say more than a whole profile."""
    return Neighbours(nearest(weighed, _NEAREST))


@dataclass(frozen=True, slots=True)
class Meaning:
    """Documents against a context by what their passages mean; unit: vectors of length 1 (documents, dimensions).

    total, gram: their sum (dimensions,) and that of their products (dimensions, dimensions).

    r = sum of alpha_i r_i, alpha the softmax of how well each document of the context agrees with all of it, times its
    weight there; the score of a document is its cosine with r.
    """

    unit: Dense
    total: Dense
    gram: Dense

    def scores(self, contexts: Table) -> Dense:
        """Return of every document how it reads beside each context."""
        return self._read(contexts) @ self.unit.T

    def some(self, contexts: Table, documents: Places) -> Dense:
        """Return what standard makes of the scores of some documents (contexts, documents)."""
        read = self._read(contexts)
        squares = ((read @ self.gram) * read).sum(axis=1)
        return standard_at(read @ self.unit[documents].T, read @ self.total, squares, len(self.unit))

    def _read(self, contexts: Table) -> Dense:
        """Return what each context reads like (contexts, dimensions)."""
        read = np.zeros((contexts.shape[0], self.unit.shape[1]), np.float32)
        for row, (start, end) in enumerate(pairwise(contexts.indptr)):
            near, attention = self._attended(contexts.indices[start:end], contexts.data[start:end])
            read[row] = attention @ near
        return read

    def asked(self, vector: NDArray[np.floating]) -> Dense:
        """Return the cosine of every document with a vector, as (1, documents)."""
        length = max(float(np.linalg.norm(vector)), _TINY)
        return np.asarray(self.unit @ (vector / length), dtype=np.float32)[None, :]

    def shares(self, context: Table, documents: Places) -> NDArray[np.float64]:
        """Return what each document of a single context adds to others' scores (context, others); they sum to it."""
        near, attention = self._attended(context.indices, context.data)
        return np.asarray((near @ self.unit[documents].T) * attention[:, None], dtype=np.float64)

    def _attended(self, places: Places, weight: Dense) -> tuple[Dense, Dense]:
        """Return the vectors of a context's documents and how much each counts."""
        near = self.unit[places]
        whole = weight @ near
        whole = whole / max(float(np.linalg.norm(whole)), _TINY)
        alpha = weight * np.exp(_SHARP * (near @ whole))
        return near, np.asarray(alpha / max(float(alpha.sum()), _TINY), dtype=np.float32)


def meaning(vectors: NDArray[np.floating]) -> Meaning:
    """Return the documents ready to be compared by meaning; rows of zeros go with nothing."""
    dense = np.asarray(vectors, dtype=np.float32)
    unit = dense / np.maximum(np.linalg.norm(dense, axis=1, keepdims=True), _TINY)
    return Meaning(unit, unit.sum(axis=0), unit.T @ unit)
