"""How far along a few directions a person's cases ask the straight path to be moved.

The loss is that of the network (the negative logarithm of the probability of what came), in nats; it is convex in how
far, so one run of L-BFGS-B finds the answer, the same every time.
Source: Byrd, Lu, Nocedal and Zhu, 1995 (L-BFGS-B).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit, log_softmax

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.mind.network.straight import Straight

_ROUNDS = 40


def losses(cases: Straight, steps: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the loss of each case (nats) after so many steps along each direction."""
    return _losses(cases, steps)[0]


def asked_for(cases: Straight, begin: NDArray[np.float64], ridge: float) -> NDArray[np.float64]:
    """Return the steps the cases ask for, drawn towards where they begin.

    ridge: how many cases hold against the others, each saying: stay where it begins.
    """
    if not len(cases):
        return begin.copy()

    def whole(steps: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        each, gate, scores = _losses(cases, steps)
        slope = gate @ cases.own + scores.ravel() @ cases.told.reshape(-1, len(begin))
        apart = steps - begin
        return float(each.sum() + 0.5 * ridge * apart @ apart), slope + ridge * apart

    found = minimize(whole, begin, jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS})
    return np.asarray(found.x, np.float64)


def _losses(
    cases: Straight, steps: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return the losses, and their slopes by the gate's logit (n) and by the candidates' scores (n, K)."""
    gate = cases.gate + cases.own @ steps
    others = log_softmax(cases.others + cases.told @ steps, axis=1)
    rows = np.arange(len(cases))
    back = (cases.target == cases.back) & (cases.back >= 0)
    each = np.logaddexp(0.0, np.where(back, -gate, gate)) - np.where(back, 0.0, others[rows, cases.target])
    slope = np.exp(others)
    slope[rows, cases.target] -= 1.0
    return each, expit(gate) - back, np.where(back[:, None], 0.0, slope)
