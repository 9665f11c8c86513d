"""The table of counts and TF-IDF: the same as scikit-learn's."""

from __future__ import annotations

import numpy as np
import pytest
from helpers.drawn_texts import drawn_texts
from helpers.peer_topics import peer_table

from engine.insights.topics.counts import table_of


@pytest.mark.parametrize("seed", [1, 2])
def test_counts_and_tfidf_are_those_of_scikit_learn(seed: int) -> None:
    words = drawn_texts(seed)
    table, peer = table_of(words), peer_table(words)
    assert table is not None
    assert table.names == peer.names
    assert np.array_equal(table.counts.toarray(), peer.counts.toarray())
    assert np.abs(table.tfidf.toarray() - peer.tfidf.toarray()).max() < 1e-7
    assert np.array_equal(table.held.toarray(), peer.counts.toarray() > 0)


def test_words_in_too_few_or_too_many_texts_are_left_out() -> None:
    words = [*drawn_texts(3)]
    words = [[*text, "everywhere"] if at % 2 else [*text, "twice"] if at < 3 else text for at, text in enumerate(words)]
    table = table_of(words)
    assert table is not None
    assert not {"everywhere", "twice"} & set(table.names)


def test_of_many_words_the_most_frequent_are_kept() -> None:
    words = drawn_texts(4)
    table, whole = table_of(words, 40), peer_table(words)
    assert table is not None
    assert len(table.names) == 40
    times = dict(zip(whole.names, whole.counts.T.sums(), strict=True))
    assert min(times[name] for name in table.names) >= max(times[name] for name in set(times) - set(table.names))


def test_too_little_makes_no_table() -> None:
    assert table_of([["tides", "quay"]] * 29) is None
    assert table_of([["tides", "quay"]] * 40) is None, "every word is in every text"
    assert table_of([[] for _ in range(40)]) is None
