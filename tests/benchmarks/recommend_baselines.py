"""What recommend.py is compared with."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engine.mind.recommend.tables import Dense, Table

Scoring = Callable[[Table], Dense]

_EASE = 30.0  # its one setting, the best of 2, 10, 30, 50, 100 on a split of the known part
_KNN, _TAGS = 0.5, 0.6  # beside factors, of z-scores


def popularity(known: Table) -> Scoring:
    """Return what ranks by how many saved it."""
    count = np.bincount(known.indices, minlength=known.shape[1]).astype(np.float32)
    return lambda contexts: np.tile(count, (contexts.shape[0], 1))


def ease(known: Table) -> Scoring:
    """Return the linear autoencoder of Steck (2019), solved by people instead of papers, which are more.

    P = (X'X + l)^-1 = (1 - X'(XX' + l)^-1 X) / l; a row x scores x - xP / diag P, what it used aside.
    """
    inner = (known @ known.T).toarray().astype(np.float64)
    inner[np.arange(len(inner)), np.arange(len(inner))] += _EASE
    solved = np.linalg.inv(inner).astype(np.float32)
    del inner
    against = np.asarray((known.T @ solved).T, dtype=np.float32)  # (people, papers): (XX' + l)^-1 X
    own = np.bincount(known.indices, known.data * against[known.row, known.indices], known.shape[1])
    diagonal = (1.0 - own) / _EASE
    del against

    def score(contexts: Table) -> Dense:
        through = (contexts @ known.T).toarray().astype(np.float32) @ solved
        product = (contexts.toarray() - (known.T @ through.T).T) / _EASE
        return np.asarray(-product / diagonal, dtype=np.float32)

    return score


def simple_blend(factors: Scoring, neighbours: Scoring, tags: Scoring) -> Scoring:
    """Return the sum of z-scores that was best among simple ones."""
    return lambda contexts: z(factors(contexts)) + _KNN * z(neighbours(contexts)) + _TAGS * z(tags(contexts))


def z(scores: Dense) -> Dense:
    """Return scores less their mean, in standard deviations, row by row."""
    deviation = np.maximum(scores.std(axis=1, keepdims=True), 1e-9)
    return np.asarray((scores - scores.mean(axis=1, keepdims=True)) / deviation, dtype=np.float32)
