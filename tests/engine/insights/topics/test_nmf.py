"""Non-negative factors: as near to the table as scikit-learn's from the same beginning, and the same."""

from __future__ import annotations

import numpy as np
import pytest
from helpers.drawn_texts import drawn_texts
from helpers.peer_topics import peer_nmf

from engine.insights.topics.counts import Table, table_of
from engine.insights.topics.models import ENOUGH, ROUNDS, SEEDS
from engine.insights.topics.nmf import beginning, error, factorised


def drawn_table(seed: int) -> Table:
    table = table_of(drawn_texts(seed))
    assert table is not None
    return table


@pytest.mark.parametrize("count", [4, 9])
def test_factors_are_as_near_as_those_of_scikit_learn(count: int) -> None:
    values = drawn_table(count).tfidf
    begun = [beginning(values, count, seed) for seed in SEEDS]
    parts, weights = factorised(values, begun, ROUNDS, ENOUGH)
    assert parts.min() >= 0 <= weights.min()
    for seed in SEEDS:
        peer = peer_nmf(values, count, seed)
        assert error(values, parts[seed], weights[seed]) == pytest.approx(error(values, *peer), rel=1e-4)
        assert np.abs(weights[seed] - peer[1]).max() < 0.02 * peer[1].max()


def test_a_beginning_comes_to_the_same_alone_and_beside_others() -> None:
    values = drawn_table(1).tfidf
    begun = [beginning(values, 5, seed) for seed in SEEDS]
    _, together = factorised(values, begun, ROUNDS, ENOUGH)
    for seed in SEEDS:
        _, alone = factorised(values, begun[seed : seed + 1], ROUNDS, ENOUGH)
        assert alone[0] == pytest.approx(together[seed], abs=1e-4)


def test_more_rounds_come_nearer_and_the_error_is_the_distance() -> None:
    values = drawn_table(2).tfidf
    begun = beginning(values, 5, 0)
    errors = []
    for rounds in (1, 5, 25):
        parts, weights = factorised(values, [begun], rounds, 0.0)
        errors.append(error(values, parts[0], weights[0]))
        assert errors[-1] == pytest.approx(np.sum((values.toarray() - parts[0].T @ weights[0]) ** 2), rel=1e-5)
    assert errors == sorted(errors, reverse=True)


def test_a_topic_that_vanished_stays_away_without_dividing_by_zero() -> None:
    values = drawn_table(3).tfidf
    parts, weights = beginning(values, 4, 0)
    parts[0], weights[0] = 0, 0
    found, _ = factorised(values, [(parts, weights)], 20, ENOUGH)
    assert np.isfinite(found).all()
    assert not found[0, 0].any()
    assert found[0, 1:].any(axis=1).all()
