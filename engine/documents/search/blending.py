"""Puts the candidates of one question in order by words and meaning, step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from engine.documents.search.feedback import DOCUMENTS, SHARE, WARMTH, added_words
from engine.documents.search.fusing import (
    FEEDBACK_SHARE,
    MEANING_SHARE,
    alike,
    feedback_weights,
    fused,
    smoothed,
)
from engine.documents.search.pool import Blend, Pool
from engine.documents.search.weighing import Frequencies, Weigher

if TYPE_CHECKING:
    from engine.domain.encoding import Vectors


def blend(
    pool: Pool,
    weigher: Weigher,
    question: Vectors,
    vectors: Vectors,
    frequencies: Callable[[Sequence[str]], Frequencies],
) -> Blend:
    """Return the candidates' documents in order; vectors: one per candidate, zeros where it has none."""
    weights, whole = pool.weighed(weigher)
    known = np.any(vectors != 0, axis=1)
    cosines = vectors @ question
    by_words = _array(whole)
    middles = pool.middles(vectors)
    nearest = _array(pool.best(np.where(known, cosines, -np.inf).tolist()))
    by_meaning = _filled(nearest + middles @ question)  # as by words: the best passage, and all of them together
    scores = fused(by_words, by_meaning, MEANING_SHARE)
    if alike(scores, middles):
        more = _added(pool, weigher, scores, frequencies)
        completed = (1 - SHARE) * by_words + SHARE * more
        scores = smoothed(fused(completed, by_meaning, FEEDBACK_SHARE), middles)
    ids = np.array([document.id for document in pool.documents])
    order = np.lexsort((ids, -scores)).tolist()
    near = [float(cosine) if there else None for cosine, there in zip(cosines, known, strict=True)]
    return Blend(order, scores.tolist(), weights, near)


def _added(
    pool: Pool, weigher: Weigher, scores: Vectors, frequencies: Callable[[Sequence[str]], Frequencies]
) -> Vectors:
    """Return what each document weighs by words that the best documents add to the question."""
    best = feedback_weights(scores, DOCUMENTS, WARMTH)
    texts = [(weight, [pool.candidates[at].words for at in pool.of(place)]) for place, weight in best]
    known: dict[str, Frequencies] = {}

    def counted(asked: Sequence[str]) -> Frequencies:
        return known.setdefault("", frequencies(asked))

    added = added_words(texts, counted)
    more: Vectors = weigher.said * _array(pool.weighed(Weigher(added, known[""]))[1])
    return more


def _array(scores: Sequence[float]) -> Vectors:
    found: Vectors = np.array(scores, np.float32)
    return found


def _filled(scores: Vectors) -> Vectors:
    """Return the scores with the mean in place of what has none: what cannot be read is neither near nor far."""
    there = np.isfinite(scores)
    filled: Vectors = np.where(there, scores, scores[there].mean() if there.any() else 0.0)
    return filled
