"""Factorisation: what the quick way solves is the least-squares answer, and unused documents find their place."""

from __future__ import annotations

import numpy as np
import pytest

from engine.mind.recommend.factors import FactorSettings, axes, fit_factors, solved
from engine.mind.recommend.tables import table

ROWS, DOCUMENTS, DIMENSIONS = 14, 20, 6


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(5)


def test_rows_with_few_and_with_many_uses_are_solved_exactly(rng: np.random.Generator) -> None:
    confident = np.where(rng.random((ROWS, DOCUMENTS)) < 0.3, rng.random((ROWS, DOCUMENTS)), 0.0)
    confident[3] = rng.random(DOCUMENTS)  # more uses than dimensions
    confident[4] = 0.0
    points = rng.normal(size=(DOCUMENTS, DIMENSIONS)).astype(np.float32)
    row, column = np.nonzero(confident)
    entries = table(row, column, confident[row, column], confident.shape)
    regular = rng.random(ROWS) + 0.1
    found = solved(entries, points, axes(0.05 * points.T @ points), regular)
    for one in range(ROWS):
        weight = confident[one]
        left = 0.05 * points.T @ points + (points * weight[:, None]).T @ points + regular[one] * np.eye(DIMENSIONS)
        assert found[one] == pytest.approx(np.linalg.solve(left, points.T @ weight), abs=1e-4)


def test_shares_of_the_context_sum_to_the_score(rng: np.random.Generator) -> None:
    row, column = np.nonzero(rng.random((ROWS, DOCUMENTS)) < 0.3)
    made = fit_factors(
        table(row, column, np.ones(len(row)), (ROWS, DOCUMENTS)), None, FactorSettings(6), 0, lambda: False
    )
    context = table(np.zeros(3, np.int64), np.array([2, 5, 11]), np.array([1.0, 0.5, 0.2]), (1, DOCUMENTS))
    shares = made.shares(context, np.arange(DOCUMENTS))
    assert shares.sum(axis=0) == pytest.approx(made.scores(context)[0], abs=1e-4)


def test_a_document_nobody_used_goes_by_its_words() -> None:
    # Rows of even use documents 0..8 of the words "even"; 9 has the word, but was never used; 10 has none.
    row, column = np.array([[one, 2 * two] for one in range(5) for two in range(5)]).T
    odd_row, odd_column = np.array([[5 + one, 1 + 2 * two] for one in range(5) for two in range(4)]).T
    uses = table(np.append(row, odd_row), np.append(column, odd_column), np.ones(45), (10, 12))
    words = table(np.array([0, 2, 4, 6, 8, 9 + 1, 1, 3, 5, 7, 11]), np.repeat([0, 1], [6, 5]), np.ones(11), (12, 2))
    made = fit_factors(uses, words, FactorSettings(4, word=1.0), 0, lambda: False)
    even = table(np.zeros(2, np.int64), np.array([0, 2]), np.ones(2), (1, 12))
    score = made.scores(even)[0]
    assert score[10] > score[11]
    assert score[10] > score[9]


def test_stopping_leaves_something_usable(rng: np.random.Generator) -> None:
    row, column = np.nonzero(rng.random((ROWS, DOCUMENTS)) < 0.3)
    uses = table(row, column, np.ones(len(row)), (ROWS, DOCUMENTS))
    made = fit_factors(uses, None, FactorSettings(6), 0, lambda: True)
    assert np.isfinite(made.scores(uses)).all()
