"""How good topics are: how often their words stand together (NPMI), and how alike they are from another beginning."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from engine.insights.columns import Floats, Whole
from engine.insights.topics.matching import best_match
from engine.sparse import Sparse

COUNTED = 8
"""So many of a topic's words are looked at."""


def npmi(topics: Sequence[Whole], held: Sparse) -> float:
    """Return the mean of npmi_each."""
    return float(npmi_each(topics, held).mean()) if len(topics) else 0.0


def npmi_each(topics: Sequence[Whole], held: Sparse) -> Floats:
    """Return the mean normalised pointwise mutual information of the pairs of words of each topic: -1 to 1.

    topics: places of words, the most telling first. held: ones, which text holds which word. Pairs that never meet
    count as -1 (Bouma, 2009).
    """
    told = [np.asarray(one[:COUNTED], np.int64) for one in topics]
    words = np.unique(np.concatenate(told))
    part = held.columns(words).toarray()
    both: Floats = (part.T @ part).astype(np.float64) / max(1, len(part))
    places = [np.searchsorted(words, one) for one in told]
    return np.array([_of_topic(both[np.ix_(one, one)]) for one in places], np.float64)


def _of_topic(both: Floats) -> float:
    """Return the mean for one topic. both: (words, words), the shares of texts that hold two of its words."""
    if len(both) < len("ab"):
        return 0.0
    alone = np.diag(both)
    one, other = np.triu_indices(len(both), 1)
    meet = both[one, other]
    never = meet <= 0
    safe = np.where(never, 1.0, meet)
    shared = np.log(safe / np.maximum(alone[one] * alone[other], 1e-12)) / np.maximum(-np.log(safe), 1e-12)
    return float(np.where(never, -1.0, np.clip(shared, -1.0, 1.0)).mean())


def stability(runs: Sequence[Sequence[Whole]]) -> float:
    """Return how alike the topics of runs are that began elsewhere: 0 to 1, words shared of best matched ones."""
    return float(np.mean([_alike(one, other) for one, other in pairwise(runs)])) if len(runs) > 1 else 1.0


def _alike(one: Sequence[Whole], other: Sequence[Whole]) -> float:
    sets = [[set(topic[:COUNTED].tolist()) for topic in run] for run in (one, other)]
    shared: Floats = np.array([[len(a & b) / max(len(a | b), 1) for b in sets[1]] for a in sets[0]])
    rows, columns = best_match(shared)
    return float(shared[rows, columns].mean())
