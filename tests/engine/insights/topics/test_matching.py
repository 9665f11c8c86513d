"""The best match: as good as SciPy's, and never one twice."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy.optimize import linear_sum_assignment

from engine.insights.topics.matching import best_match

_TABLES = arrays(np.float64, array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=9), elements=st.floats(-1, 1))


@given(_TABLES)
def test_it_is_as_good_as_that_of_scipy(alike: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> None:
    rows, columns = best_match(alike)
    assert len(set(rows.tolist())) == len(set(columns.tolist())) == len(rows) == len(columns) == min(alike.shape)
    assert np.isclose(alike[rows, columns].sum(), alike[linear_sum_assignment(alike, maximize=True)].sum(), atol=1e-9)


def test_twenty_topics_are_matched_as_scipy_does() -> None:
    dice = np.random.default_rng(1)
    for _ in range(20):
        alike = dice.random((20, 20))
        assert np.array_equal(best_match(alike), linear_sum_assignment(alike, maximize=True))


def test_the_best_pair_is_given_up_where_all_gain() -> None:
    rows, columns = best_match(np.array([[1.0, 0.9], [0.9, 0.0]]))
    assert list(zip(rows.tolist(), columns.tolist(), strict=True)) == [(0, 1), (1, 0)]
