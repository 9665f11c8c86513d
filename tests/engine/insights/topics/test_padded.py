"""Rows filled up to the same length: each once, and their product that of the whole table."""

from __future__ import annotations

import numpy as np
import pytest

from engine.insights.topics.padded import padded, product
from engine.sparse import Sparse


def drawn(seed: int, rows: int = 70, columns: int = 40) -> Sparse:
    dice = np.random.default_rng(seed)
    there = dice.random((rows, columns)) < dice.random((rows, 1)) ** 2
    there[3] = False
    row, column = np.nonzero(there)
    return Sparse.of(row, column, dice.random(len(row)), (rows, columns))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_product_is_that_of_the_whole_table(seed: int) -> None:
    table = drawn(seed)
    matrix = np.random.default_rng(seed).random((40, 6))
    assert product(padded(table), matrix, 70) == pytest.approx(table.toarray() @ matrix)


def test_every_row_that_holds_anything_comes_once_and_hardly_filled_up() -> None:
    table = drawn(4)
    parts = padded(table)
    rows = np.concatenate([part.rows for part in parts])
    assert sorted(rows.tolist()) == np.flatnonzero(np.diff(table.indptr)).tolist()
    assert sum(part.values.size for part in parts) < 1.2 * len(table.data)
    assert max(part.values.shape[0] for part in parts) > 1


def test_an_empty_table_has_no_parts() -> None:
    empty = Sparse.of(np.zeros(0), np.zeros(0), np.zeros(0), (5, 4))
    assert padded(empty) == []
    assert not product(padded(empty), np.ones((4, 2)), 5).any()
