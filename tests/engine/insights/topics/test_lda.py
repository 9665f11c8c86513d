"""Latent Dirichlet allocation: the same as scikit-learn's from the same beginning."""

from __future__ import annotations

import numpy as np
import pytest
from helpers.drawn_texts import drawn_texts
from helpers.peer_topics import peer_lda

from engine.insights.topics.counts import table_of
from engine.insights.topics.lda import allocated
from engine.insights.topics.models import LDA_ROUNDS


@pytest.mark.parametrize("count", [4, 7])
def test_topics_are_those_of_scikit_learn(count: int) -> None:
    table = table_of(drawn_texts(count, texts=90))
    assert table is not None
    parts, weights = allocated(table.counts, count, LDA_ROUNDS, 1)
    peer_parts, peer_weights = peer_lda(table.counts, count, 1)
    # A text whose last step moved by next to what is wanted may take one step more: a thousandth.
    assert np.abs(parts - peer_parts).max() < 2e-3
    assert np.abs(weights - peer_weights).max() < 1e-3 * peer_weights.max()
    assert parts.sum(axis=0) == pytest.approx(1.0)


def test_a_text_without_words_is_of_every_topic_alike() -> None:
    words = drawn_texts(6, texts=60)
    table = table_of(words)
    assert table is not None
    assert not words[6]
    parts, weights = allocated(table.counts, 5, 2, 0)
    assert parts[:, 6] == pytest.approx(0.2)
    assert weights.sum() == pytest.approx(table.counts.data.sum() + weights.size / 5), "each word counted once"
