"""Words and meaning in one order: their scores made comparable, weighed, and where many documents are alike, smoothed.

Three steps, each a pure function over the candidates of one question. The numbers here were chosen by comparing
configurations on four public judged collections, and hold for every corpus; what differs between corpora is measured on
the candidates themselves, without any judgment: whether the best documents are close relatives (alike).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from engine.domain.encoding import Vectors

MEANING_SHARE = 0.6
"""What meaning counts beside words where the encoder reads the script; words alone count elsewhere."""

FEEDBACK_SHARE = 0.5
"""The same once the words were completed by those of the best documents, which makes them stronger."""

ALIKE = 0.4
"""From this mean cosine on, the best documents are relatives, and what holds for one tells of the others."""

_BEST, _RELATIVE = 20, 5
_SMOOTHED = 50
_WARMTH = 0.2
_ROUNDING = 1e-6


def fused(words: Vectors, meaning: Vectors, share: float) -> Vectors:
    """Return the weighed sum of both scores, each with mean 0 and deviation 1 over the candidates."""
    sum_of_both: Vectors = (1 - share) * standard(words) + share * standard(meaning)
    return sum_of_both


def standard(scores: Vectors) -> Vectors:
    """Return the scores with mean 0 and deviation 1; all 0 where none differs from another."""
    deviation = float(scores.std()) if len(scores) else 0.0
    away = scores - scores.mean() if len(scores) else scores
    if deviation < _ROUNDING:
        return np.zeros_like(scores)
    found: Vectors = away / deviation
    return found


def alike(scores: Vectors, vectors: Vectors) -> bool:
    """Whether the best documents lie close together: each of the best 20 to its fifth nearest among them.

    vectors: one per candidate, of length 1. Too few candidates are not alike: there is nothing to average over.
    """
    best = _order(scores)[:_BEST]
    if len(best) <= _RELATIVE:
        return False
    near = vectors[best] @ vectors[best].T
    return float(-np.sort(-near, axis=1)[:, _RELATIVE].mean()) >= ALIKE


def smoothed(scores: Vectors, vectors: Vectors) -> Vectors:
    """Return the scores with those of the best 50 replaced by means over their relatives among these 50.

    The nearer a relative, the more it counts: by the softmax of cosines. The rest stays behind them in its order.
    """
    best = _order(scores)[:_SMOOTHED]
    near = np.exp((vectors[best] @ vectors[best].T - 1) / _WARMTH)
    means: Vectors = (near / near.sum(axis=1, keepdims=True)) @ scores[best]
    behind: Vectors = scores - scores.max(initial=0.0) + means.min(initial=0.0) - 1
    behind[best] = means
    return behind


def feedback_weights(scores: Vectors, most: int, warmth: float) -> list[tuple[int, float]]:
    """Return which candidates the words are completed from, and how much each counts: the softmax of their scores."""
    best = _order(scores)[:most]
    if not len(best):
        return []
    weights = np.exp((scores[best] - scores[best[0]]) / warmth)
    weights /= weights.sum()
    return [(int(one), float(weight)) for one, weight in zip(best, weights, strict=True)]


def _order(scores: Vectors) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    return np.argsort(-scores, kind="stable")
