"""What cases ask for is what SciPy's L-BFGS-B finds, and its derivatives are those of the loss."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.optimize import approx_fprime, minimize
from scipy.special import log_expit, log_softmax

from engine.mind.network.straight import Straight
from engine.mind.train.straight_fit import asked_for, curvature, losses

CASES, CANDIDATES, NEVER = 60, 7, -1e9


def drawn(directions: int, seed: int) -> Straight:
    """Return cases of which a third went back, a tenth could not, and some have fewer candidates."""
    rng = np.random.default_rng(seed)
    target, back = rng.integers(0, CANDIDATES - 2, CASES), rng.integers(0, CANDIDATES - 2, CASES)
    back[: CASES // 3] = target[: CASES // 3]
    back[-CASES // 10 :] = -1
    others = 2 * rng.normal(size=(CASES, CANDIDATES))
    others[::2, -2:] = NEVER
    gate = np.where(back >= 0, rng.normal(size=CASES), NEVER)
    told, own = rng.normal(size=(CASES, CANDIDATES, directions)), rng.normal(size=(CASES, directions))
    return Straight(told, own, others, gate, target, back)


def loss_by_scipy(cases: Straight, steps: NDArray[np.float64]) -> float:
    """Return the sum of the losses."""
    gate, shares = cases.gate + cases.own @ steps, log_softmax(cases.others + cases.told @ steps, axis=1)
    went_back = (cases.target == cases.back) & (cases.back >= 0)
    elsewhere = log_expit(-gate) + shares[np.arange(len(cases)), cases.target]
    return -float(np.where(went_back, log_expit(gate), elsewhere).sum())


@pytest.mark.parametrize(("directions", "ridge"), [(2, 5.0), (2, 200.0), (9, 0.5), (9, 1e9)])
def test_what_cases_ask_for_is_what_scipy_finds(directions: int, ridge: float) -> None:
    cases, begin = drawn(directions, directions), np.full(directions, 0.5)

    def whole(steps: NDArray[np.float64]) -> float:
        return loss_by_scipy(cases, steps) + 0.5 * ridge * float(((steps - begin) ** 2).sum())

    found = minimize(whole, begin, method="L-BFGS-B", options={"ftol": 1e-14, "maxfun": 9_999})
    ours = asked_for(cases, begin, ridge)
    assert ours == pytest.approx(found.x, abs=1e-4)
    assert whole(ours) <= found.fun + 1e-9
    assert losses(cases, ours).sum() == pytest.approx(loss_by_scipy(cases, ours), rel=1e-12)


def test_it_finds_the_same_from_far_away_where_whole_steps_lead_beyond() -> None:
    cases, far = drawn(2, 3), np.array([40.0, -60.0])
    still = 1e-3  # a ridge that hardly holds, so that it does not matter where it begins
    assert asked_for(cases, far, still) == pytest.approx(asked_for(cases, np.zeros(2), still), abs=0.01)


def test_second_derivatives_are_those_of_the_loss() -> None:
    cases, steps = drawn(3, 4), np.array([0.2, -0.4, 0.1])

    def slope(at: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(approx_fprime(at, lambda some: loss_by_scipy(cases, some), 1e-5))

    by_steps = np.array([(slope(steps + 1e-3 * one) - slope(steps - 1e-3 * one)) / 2e-3 for one in np.eye(3)])
    assert curvature(cases, steps) == pytest.approx(by_steps, abs=0.05)


def test_scores_that_are_no_numbers_ask_for_nothing() -> None:
    cases, begin = drawn(2, 5), np.array([0.3, 0.1])
    cases.others[-1] = np.nan
    assert asked_for(cases, begin, 5.0).tolist() == begin.tolist()


def test_no_cases_ask_for_nothing() -> None:
    none = Straight(*(getattr(drawn(2, 1), one.name)[:0] for one in fields(Straight)))
    assert asked_for(none, np.array([0.3, 0.1]), 5.0).tolist() == [0.3, 0.1]
