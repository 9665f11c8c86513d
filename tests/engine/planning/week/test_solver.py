"""The solver finds what SciPy's finds, by the same prices; what makes no sense is refused, and nothing stays behind."""

from __future__ import annotations

import numpy as np
import psutil
import pytest
from helpers.small_weeks import small_week
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from engine.planning.week.places import places_for
from engine.planning.week.rows import Rows, rows_for
from engine.planning.week.slots import Values
from engine.planning.week.solver import relaxed_week, whole_week
from engine.sparse import Sparse

WORTH = np.array([5.0, 4.0, 3.0, -1.0])
TABLE = np.array([[1.0, 1.0, 1.0, 1.0], [4.0, 1.0, 2.0, 0.0]])
MOST = np.array([2.0, 4.0])


def rows_of(table: Values, most: Values) -> Rows:
    row, column = np.nonzero(table)
    return Rows(Sparse.of(row, column, table[row, column], (table.shape[0], table.shape[1])), most)


def drawn(seed: int) -> tuple[Values, Rows]:
    """The places of a small week and its limits."""
    week = small_week(seed)
    places = places_for(week.wanted, week.day, week.limits)
    return places.worth, rows_for(places, week.wanted, week.limits)


SMALL = [seed for seed in range(2_000, 2_020) if len(drawn(seed)[0])]


@pytest.mark.parametrize("seed", SMALL)
def test_a_relaxed_week_is_scipys_and_its_prices_tell_the_bound(seed: int) -> None:
    worth, rows = drawn(seed)
    found, peer = relaxed_week(worth, rows), linprog(-worth, rows.matrix.toarray(), rows.most, bounds=(0, 1))
    assert found is not None
    assert worth @ found.share == pytest.approx(-peer.fun, abs=1e-6)
    assert np.all(rows.matrix @ found.share <= rows.most + 1e-6)
    assert found.share.min() >= -1e-9
    assert found.share.max() <= 1 + 1e-9
    # Whatever the prices, the bound they tell holds; these tell the least there is.
    above = np.maximum(worth - rows.matrix.T @ found.prices, 0.0)
    assert rows.most @ found.prices + above.sum() == pytest.approx(-peer.fun, abs=1e-6)
    assert found.prices.min(initial=0.0) >= 0


def test_a_price_is_the_marginal_of_scipy_turned_round_and_what_one_more_is_worth() -> None:
    found, peer = relaxed_week(WORTH, rows_of(TABLE, MOST)), linprog(-WORTH, TABLE, MOST, bounds=(0, 1))
    more = relaxed_week(WORTH, rows_of(TABLE, MOST + np.array([0.0, 0.1])))
    assert found is not None
    assert more is not None
    assert found.prices == pytest.approx([1.0, 1.0])
    assert found.prices == pytest.approx(-peer.ineqlin.marginals)
    assert WORTH @ (more.share - found.share) == pytest.approx(0.1 * found.prices[1])


@pytest.mark.parametrize("seed", SMALL)
def test_a_whole_week_is_worth_what_scipys_is(seed: int) -> None:
    worth, rows = drawn(seed)
    limits = LinearConstraint(rows.matrix.toarray(), -np.inf, rows.most)
    peer = milp(-worth, integrality=np.ones(len(worth)), bounds=Bounds(0, 1), constraints=limits)
    chosen, proven = whole_week(worth, rows, 60.0)
    assert chosen is not None
    assert proven
    assert worth[chosen].sum() == pytest.approx(-peer.fun, abs=1e-6)
    again, _ = whole_week(worth, rows, 60.0)
    assert again is not None
    assert again.tolist() == chosen.tolist()


def test_without_rows_or_places_there_is_nothing_to_search() -> None:
    free = rows_of(np.zeros((0, 4)), np.zeros(0))
    chosen, proven = whole_week(WORTH, free, 0.0)
    assert (chosen is not None and chosen.tolist(), proven) == ([0, 1, 2], True)
    relaxed = relaxed_week(WORTH, free)
    assert relaxed is not None
    assert relaxed.share.tolist() == [1, 1, 1, 0]
    nowhere = rows_of(np.zeros((2, 0)), MOST)
    chosen, proven = whole_week(np.zeros(0), nowhere, 1.0)
    assert (chosen is not None and chosen.tolist(), proven) == ([], True)
    relaxed = relaxed_week(np.zeros(0), nowhere)
    assert relaxed is not None
    assert (relaxed.share.tolist(), relaxed.prices.tolist()) == ([], [0, 0])


def test_without_time_or_a_week_that_keeps_the_limits_nothing_is_found_and_nothing_printed(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert whole_week(WORTH, rows_of(TABLE, MOST), 0.0) == (None, False)
    assert whole_week(WORTH, rows_of(TABLE, MOST), -1.0) == (None, False)
    assert whole_week(WORTH, rows_of(TABLE, -MOST), 1.0) == (None, False)
    assert relaxed_week(WORTH, rows_of(TABLE, -MOST)) is None
    with pytest.raises(ValueError, match="too large"):
        relaxed_week(WORTH, rows_of(TABLE * 1e20, MOST))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("scale", [1e-3, 1e6, 1e12])
def test_how_worth_is_counted_does_not_matter(scale: float) -> None:
    chosen, proven = whole_week(WORTH * scale, rows_of(TABLE, MOST), 10.0)
    assert (chosen is not None and chosen.tolist(), proven) == ([1, 2], True)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_what_is_no_number_is_refused(bad: float) -> None:
    for worth, table, most in (
        (np.append(WORTH[:3], bad), TABLE, MOST),
        (WORTH, np.where(TABLE > 3, bad, TABLE), MOST),
        (WORTH, TABLE, np.array([2.0, np.nan])),
    ):
        with pytest.raises(ValueError, match="not a number"):
            relaxed_week(worth, rows_of(table, most))
        with pytest.raises(ValueError, match="not a number"):
            whole_week(worth, rows_of(table, most), 1.0)


def test_limits_of_other_places_are_refused() -> None:
    for worth, most in ((WORTH[:3], MOST), (WORTH, MOST[:1])):
        with pytest.raises(ValueError, match="places"):
            whole_week(worth, rows_of(TABLE, most), 1.0)


def test_columns_that_lie_apart_in_memory_are_read_as_they_are() -> None:
    apart = np.column_stack([WORTH, np.full(4, 99.0)])[:, 0]
    most = np.column_stack([MOST, np.full(2, 99.0)])[:, 0]
    assert not apart.flags.c_contiguous
    chosen, _ = whole_week(apart, rows_of(TABLE, most), 10.0)
    assert chosen is not None
    assert chosen.tolist() == [1, 2]


def test_no_thread_stays_behind() -> None:
    worth, rows = drawn(SMALL[0])
    before = psutil.Process().num_threads()
    whole_week(worth, rows, 10.0)
    relaxed_week(worth, rows)
    assert psutil.Process().num_threads() <= before
