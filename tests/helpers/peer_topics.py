"""Topics as scikit-learn finds them, to compare ours with."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from sklearn.decomposition import NMF, LatentDirichletAllocation
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

from engine.insights.topics.counts import MOST_WORDS, Table
from engine.insights.topics.models import ENOUGH, LDA_ROUNDS, ROUNDS, SEEDS, Weights
from engine.sparse import Sparse

Factors = tuple[NDArray[Any], NDArray[Any]]


def peer_table(words: Sequence[Sequence[str]]) -> Table:
    """Return the words as a table."""
    counter = CountVectorizer(
        analyzer=lambda text: text, min_df=3, max_df=max(0.4, 6 / len(words)), max_features=MOST_WORDS
    )  # fmt: skip
    counts = counter.fit_transform(words)
    tfidf = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    return Table(_ours(counts), _ours(tfidf), tuple(map(str, counter.get_feature_names_out())))


def peer_nmf(values: Sparse, count: int, seed: int, rounds: int = ROUNDS) -> Factors:
    """Return parts (topics, texts) and weights (topics, words)."""
    return _fitted(NMF(count, init="random", random_state=seed, max_iter=rounds, tol=ENOUGH), values)


def peer_lda(values: Sparse, count: int, seed: int) -> Factors:
    """Return parts (topics, texts) and weights (topics, words)."""
    made = LatentDirichletAllocation(count, random_state=seed, max_iter=LDA_ROUNDS, learning_method="batch")
    return _fitted(made, values)


def peer_by_nmf(table: Table, count: int) -> Weights:
    """Return the topics of NMF as best_topics takes them."""
    return [_weighed(*peer_nmf(table.tfidf, count, seed)) for seed in SEEDS]


def peer_by_lda(table: Table, count: int) -> Weights:
    """Return the topics of LDA as best_topics takes them."""
    return [_weighed(*peer_lda(table.counts, count, seed)) for seed in SEEDS[:2]]


def _weighed(parts: NDArray[Any], weights: NDArray[Any]) -> NDArray[Any]:
    weighed: NDArray[Any] = weights * parts.sum(axis=1)[:, None]
    return weighed


def _fitted(model: Any, values: Sparse) -> Factors:

    table = csr_array((values.data, values.indices, values.indptr), values.shape)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        parts = model.fit_transform(table)
    return parts.T, model.components_


def _ours(table: Any) -> Sparse:
    table = table.tocsr()
    table.sort_indices()
    indices, indptr = (np.asarray(one, np.int64) for one in (table.indices, table.indptr))
    return Sparse(table.data, indices, indptr, table.shape)
