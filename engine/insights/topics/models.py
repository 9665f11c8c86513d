"""Topics by NMF of TF-IDF and by LDA of counts, as many as stand together best and come again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.insights.columns import Floats, Whole
from engine.insights.topics.coherence import COUNTED, npmi_each, stability
from engine.insights.topics.counts import Table
from engine.insights.topics.lda import allocated
from engine.insights.topics.nmf import beginning, factorised
from engine.sparse import Sparse

Weights: TypeAlias = Sequence[NDArray[Any]]
"""How much each word weighs in each topic, by how much the topic weighs in all texts: (topics, words) of each run."""

COUNTS = (4, 6, 8, 12, 16, 20)
"""How many topics are tried; the fewest in small collections only, where many texts would be thrown together."""

SEEDS = (0, 1, 2)
"""What runs begin with; two of them for LDA."""
ROUNDS, LDA_ROUNDS, ENOUGH = 150, 6, 1e-3

_STABLE = 0.3  # what coming again counts beside standing together
_PER_TOPIC, _FEW = 8, 40  # texts


@dataclass(frozen=True, slots=True)
class TopicModel:
    """Topics of texts. words: the most telling ones of each. shares: for each known word, those of the topics in it.

    npmi: the mean of the topics'. middle: the middle one of them, which a single topic of set phrases cannot lift.
    """

    method: str
    words: tuple[tuple[str, ...], ...]
    shares: Mapping[str, Floats]
    npmi: float
    middle: float
    stability: float

    def parts(self, words: Sequence[Sequence[str]]) -> Floats:
        """Return the share of each topic in each text; rows sum to 1, or are 0 where no word is known."""
        found = np.zeros((len(words), len(self.words)))
        for row, text in enumerate(words):
            known = [self.shares[word] for word in set(text) if word in self.shares]
            if known:
                found[row] = np.mean(known, axis=0)
        return found


def best_topics(
    table: Table,
    told: Callable[[float], object] = lambda _share: None,
    nmf: Callable[[Table, int], Weights] | None = None,
    lda: Callable[[Table, int], Weights] | None = None,
) -> TopicModel | None:
    """Return the topics of the best score: coherence and, a third as much, stability; None where none hold together.

    told: hears between the steps how much of the work is done, from 0 to 1. nmf, lda: what finds so many topics; left
    out, our own.
    """
    held, most = table.held, table.counts.shape[0] // _PER_TOPIC
    least = min(COUNTS[2], table.counts.shape[0] // _FEW)
    counts, tried = [count for count in COUNTS if least <= count <= most], []
    for done, count in enumerate(counts, 1):
        tried.append(_model("NMF", table, held, (nmf or by_nmf)(table, count)))
        told(done / (len(counts) + 1))
    if not tried:
        return None
    best = max(tried, key=_score)
    rival = _model("LDA", table, held, (lda or by_lda)(table, len(best.words)))
    best = max((best, rival), key=_score)
    return best if best.npmi > 0 else None


def _score(model: TopicModel) -> float:
    return model.middle + _STABLE * model.stability


def by_nmf(table: Table, count: int) -> Weights:
    """Return the topics of NMF of the TF-IDF, from three beginnings."""
    begun = [beginning(table.tfidf, count, seed) for seed in SEEDS]
    parts, weights = factorised(table.tfidf, begun, ROUNDS, ENOUGH)
    return [weight * part.sum(axis=1)[:, None] for part, weight in zip(parts, weights, strict=True)]


def by_lda(table: Table, count: int) -> Weights:
    """Return the topics of LDA of the counts, from two beginnings."""
    runs = [allocated(table.counts, count, LDA_ROUNDS, seed) for seed in SEEDS[:2]]
    return [weight * part.sum(axis=1)[:, None] for part, weight in runs]


def _model(method: str, table: Table, held: Sparse, fits: Weights) -> TopicModel:
    runs = [[_top(row) for row in components] for components in fits]
    each = [npmi_each(run, held) for run in runs]
    chosen = int(np.argmax([scores.mean() for scores in each]))
    weights = np.asarray(fits[chosen], np.float64)
    whole = weights.sum(axis=0)
    shares = {name: weights[:, at] / whole[at] for at, name in enumerate(table.names) if whole[at] > 0}
    words = tuple(tuple(table.names[at] for at in top) for top in runs[chosen])
    mean, middle = float(np.mean(each)), float(np.mean([np.median(scores) for scores in each]))
    return TopicModel(method, words, shares, mean, middle, stability(runs))


def _top(row: NDArray[Any]) -> Whole:
    order = np.argsort(-row, kind="stable")[:COUNTED]
    return order[row[order] > 0]
