"""Topics by NMF of TF-IDF and by LDA of counts, as many as stand together best and come again."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.decomposition import NMF, LatentDirichletAllocation
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

from engine.insights.columns import Floats, Whole
from engine.insights.topics.coherence import COUNTED, npmi_each, stability

LEAST_TEXTS = 30
"""Fewer say too little."""
COUNTS = (4, 6, 8, 12, 16, 20)
"""How many topics are tried; the fewest in small collections only, where many texts would be thrown together."""

_SEEDS = (0, 1, 2)
_MOST_WORDS = 4_000
_LEAST_IN = 3  # texts a word is in
_MOST_IN = 0.4
_STABLE = 0.3  # what coming again counts beside standing together
_PER_TOPIC, _FEW = 8, 40  # texts
_ROUNDS, _LDA_ROUNDS = 150, 6


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


@dataclass(frozen=True, slots=True)
class Table:
    """Which text holds which word, sparse: counts and TF-IDF."""

    counts: Any
    tfidf: Any
    names: tuple[str, ...]

    @property
    def held(self) -> Any:
        """Which text holds which word."""
        return (self.counts > 0).tocsc()


def table_of(words: Sequence[Sequence[str]]) -> Table | None:
    """Return the words as a table; None where too few texts or words are left."""
    if len(words) < LEAST_TEXTS:
        return None
    counter = CountVectorizer(
        analyzer=lambda text: text, min_df=_LEAST_IN, max_df=max(_MOST_IN, 2 * _LEAST_IN / len(words)),
        max_features=_MOST_WORDS,
    )  # fmt: skip
    try:
        counts = counter.fit_transform(words)
    except ValueError:  # no word is in enough texts
        return None
    if counts.shape[1] < 2 * COUNTED:
        return None
    names = tuple(map(str, counter.get_feature_names_out()))
    return Table(counts, TfidfTransformer(sublinear_tf=True).fit_transform(counts), names)


def best_topics(table: Table, told: Callable[[float], object] = lambda _share: None) -> TopicModel | None:
    """Return the topics of the best score: coherence and, a third as much, stability; None where none hold together.

    told: hears between the steps how much of the work is done, from 0 to 1.
    """
    held, most = table.held, table.counts.shape[0] // _PER_TOPIC
    least = min(COUNTS[2], table.counts.shape[0] // _FEW)
    counts, tried = [count for count in COUNTS if least <= count <= most], []
    for done, count in enumerate(counts, 1):
        tried.append(_of_nmf(table, held, count))
        told(done / (len(counts) + 1))
    if not tried:
        return None
    best = max(tried, key=_score)
    rival = _of_lda(table, held, len(best.words))
    best = max((best, rival), key=_score)
    return best if best.npmi > 0 else None


def _score(model: TopicModel) -> float:
    return model.middle + _STABLE * model.stability


def _of_nmf(table: Table, held: Any, count: int) -> TopicModel:
    def made(seed: int) -> Any:
        return NMF(count, init="random", random_state=seed, max_iter=_ROUNDS, tol=1e-3)

    return _model("NMF", table, held, [_fitted(made(seed), table.tfidf) for seed in _SEEDS])


def _of_lda(table: Table, held: Any, count: int) -> TopicModel:
    def made(seed: int) -> Any:
        return LatentDirichletAllocation(count, random_state=seed, max_iter=_LDA_ROUNDS, learning_method="batch")

    return _model("LDA", table, held, [_fitted(made(seed), table.counts) for seed in _SEEDS[:2]])


def _fitted(model: Any, values: Any) -> Floats:
    """Return how much each word weighs in each topic, by how much the topic weighs in all texts."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        parts = model.fit_transform(values)
    weights: Floats = model.components_ * parts.sum(axis=0)[:, None]
    return weights


def _model(method: str, table: Table, held: Any, fits: list[Floats]) -> TopicModel:
    runs = [[_top(row) for row in components] for components in fits]
    each = [npmi_each(run, held) for run in runs]
    chosen = int(np.argmax([scores.mean() for scores in each]))
    weights = fits[chosen]
    whole = weights.sum(axis=0)
    shares = {name: weights[:, at] / whole[at] for at, name in enumerate(table.names) if whole[at] > 0}
    words = tuple(tuple(table.names[at] for at in top) for top in runs[chosen])
    mean, middle = float(np.mean(each)), float(np.mean([np.median(scores) for scores in each]))
    return TopicModel(method, words, shares, mean, middle, stability(runs))


def _top(row: Floats) -> Whole:
    order = np.argsort(-row, kind="stable")[:COUNTED]
    return order[row[order] > 0]
