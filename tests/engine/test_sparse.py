"""Almost empty tables, compared with SciPy's."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse as peer

from engine import sparse
from engine.sparse import Sparse, beside, stacked


@st.composite
def tables(draw: st.DrawFn) -> tuple[Sparse, Any]:
    """Draw a table and SciPy's with the same values; some places are named twice, some rows stay empty."""
    height, width, many = draw(st.integers(0, 7)), draw(st.integers(1, 7)), draw(st.integers(0, 20))
    seed = draw(st.integers(0, 2**32 - 1))
    rng = np.random.default_rng(seed)
    many = many if height else 0
    rows, columns = rng.integers(0, max(height, 1), many), rng.integers(0, width, many)
    values = rng.integers(1, 9, many).astype(draw(st.sampled_from(["f4", "f8"])))
    theirs = peer.csr_array((values, (rows, columns)), shape=(height, width))
    theirs.sum_duplicates()
    return Sparse.of(rows, columns, values, (height, width)), theirs


def of_whole(whole: Any) -> Sparse:
    """Return the table of what is not 0."""
    rows, columns = np.nonzero(whole)
    return Sparse.of(rows, columns, whole[rows, columns], whole.shape)


def same(ours: Sparse, theirs: Any) -> None:
    """Check that both hold the same, that ours is in order, and of the same type."""
    assert ours.shape == theirs.shape
    assert ours.data.dtype == theirs.dtype
    np.testing.assert_array_equal(ours.toarray(), theirs.toarray())
    assert ours.indptr[0] == 0
    assert ours.indptr[-1] == len(ours.data) == len(ours.indices)
    assert all(np.all(np.diff(ours.indices[a:b]) > 0) for a, b in zip(ours.indptr, ours.indptr[1:], strict=False))


@given(tables())
@settings(max_examples=25, deadline=None)
def test_a_table_is_read_turned_and_summed_as_scipy_does(drawn: tuple[Sparse, Any]) -> None:
    ours, theirs = drawn
    same(ours, theirs)
    same(ours.T, theirs.T.tocsr())
    np.testing.assert_array_equal(ours.sums(), theirs.sum(axis=1))
    same(ours.with_data(ours.data * 2), theirs * np.float32(2))


@given(tables(), st.data())
@settings(max_examples=25, deadline=None)
def test_rows_and_columns_come_in_the_order_they_are_named(drawn: tuple[Sparse, Any], data: st.DataObject) -> None:
    ours, theirs = drawn
    height, width = ours.shape
    some = np.array(data.draw(st.lists(st.integers(0, max(0, height - 1)), max_size=9 if height else 0)), np.int64)
    same(ours.rows(some), theirs[some])
    first, end = sorted((data.draw(st.integers(0, height)), data.draw(st.integers(0, height))))
    same(ours.rows(slice(first, end)), theirs[first:end])
    chosen = np.array(data.draw(st.lists(st.integers(0, width - 1), unique=True)), np.int64)
    same(ours.columns(chosen), theirs[:, chosen])
    marked = ours.data > 4
    np.testing.assert_array_equal(ours.kept(marked).toarray(), np.where(theirs.toarray() > 4, theirs.toarray(), 0))


@pytest.mark.parametrize("at_once", [1, 7, 1_000_000], ids=["a row at a time", "a few", "all together"])
def test_products_are_those_of_whole_tables(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sparse, "_AT_ONCE", at_once)
    rng = np.random.default_rng(3)
    for height, inner, width in ((6, 9, 5), (1, 3, 4), (30, 20, 40), (0, 3, 2), (4, 3, 0)):
        left, right = (
            rng.integers(-3, 4, size) * (rng.random(size) < 0.3) for size in ((height, inner), (inner, width))
        )
        one, other = of_whole(left), of_whole(right)
        np.testing.assert_array_equal((one @ other).toarray(), left @ right)
        np.testing.assert_array_equal(one @ right, left @ right)
        np.testing.assert_array_equal(one @ np.arange(inner), left @ np.arange(inner))


def test_tables_are_put_under_and_beside_each_other() -> None:
    one = Sparse.of(np.array([0, 2]), np.array([1, 0]), np.array([1.0, 2.0]), (3, 2))
    other = Sparse.of(np.array([1, 2]), np.array([0, 1]), np.array([3.0, 4.0]), (3, 2))
    np.testing.assert_array_equal(stacked([one, other]).toarray(), np.vstack([one.toarray(), other.toarray()]))
    np.testing.assert_array_equal(beside([one, other]).toarray(), np.hstack([one.toarray(), other.toarray()]))
    assert stacked([one]) is one


@pytest.mark.parametrize(("row", "column"), [(3, 0), (-1, 0), (0, 2), (0, -1)])
def test_a_value_outside_the_table_is_refused(row: int, column: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        Sparse.of(np.array([row]), np.array([column]), np.ones(1), (3, 2))


def test_what_does_not_go_together_is_refused() -> None:
    table = Sparse.of(np.array([0]), np.array([0]), np.ones(1), (3, 2))
    with pytest.raises(ValueError, match="does not go"):
        table @ np.ones(3)
    with pytest.raises(ValueError, match="does not go"):
        table @ table
    with pytest.raises(ValueError, match="twice"):
        table.columns(np.array([0, 0]))
    for outside in (-1, 2):
        with pytest.raises(ValueError, match="outside"):
            table.columns(np.array([outside, 0]))
