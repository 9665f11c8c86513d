"""How far along a few directions a person's cases ask the straight path to be moved.

The loss is that of the network (the negative logarithm of the probability of what came), in nats; it is convex in how
far, and the directions are few, so Newton's method finds the answer in a few rounds, the same every time.
Source: Boyd and Vandenberghe, 2004, "Convex Optimization", 9.5 (Newton's method, damped by backtracking).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.mind.network.straight import Straight

    Values = NDArray[np.float64]

_ROUNDS = 40
_NOTHING = 1e-10  # nats that a whole step would win: less is not worth it
_PART = 1e-4  # of what the slope promises that a step must win, or it is halved


def losses(cases: Straight, steps: Values) -> Values:
    """Return the loss of each case (nats) after so many steps along each direction."""
    others = _log_shares(cases, steps)[np.arange(len(cases)), cases.target]
    gate, back = _gate(cases, steps), _went_back(cases)
    return np.asarray(np.logaddexp(0.0, np.where(back, -gate, gate)) - np.where(back, 0.0, others))


def curvature(cases: Straight, steps: Values) -> Values:
    """Return the second derivatives of the sum of the losses, (D, D)."""
    sure, share = _sure(cases, steps), _shares(cases, steps)
    gate = (cases.own * (sure * (1 - sure))[:, None]).T @ cases.own
    mean = np.einsum("nk,nkd->nd", share, cases.told)
    flat = cases.told.reshape(-1, len(steps))
    return np.asarray(gate + (flat * share.reshape(-1, 1)).T @ flat - mean.T @ mean)


def asked_for(cases: Straight, begin: Values, ridge: float) -> Values:
    """Return the steps the cases ask for, drawn towards where they begin.

    ridge: how many cases hold against the others, each saying: stay where it begins.
    """
    steps = begin.copy()
    if not len(cases):
        return steps

    def whole(tried: Values) -> float:
        return float(losses(cases, tried).sum() + 0.5 * ridge * ((tried - begin) ** 2).sum())

    for _ in range(_ROUNDS):
        slope = _slope(cases, steps) + ridge * (steps - begin)
        move = -np.linalg.solve(curvature(cases, steps) + ridge * np.eye(len(steps)), slope)
        promised, part, now = float(-slope @ move), 1.0, whole(steps)
        if not promised > _NOTHING:  # nor where it is no number
            break
        while whole(steps + part * move) > now - _PART * part * promised:
            part /= 2
        steps = steps + part * move
    return steps


def _slope(cases: Straight, steps: Values) -> Values:
    """Return the first derivatives of the sum of the losses, (D,)."""
    back, share = _went_back(cases), _shares(cases, steps)
    share[np.arange(len(cases)), cases.target] -= ~back
    return np.asarray((_sure(cases, steps) - back) @ cases.own + share.ravel() @ cases.told.reshape(-1, len(steps)))


def _went_back(cases: Straight) -> NDArray[np.bool_]:
    return np.asarray((cases.target == cases.back) & (cases.back >= 0))


def _gate(cases: Straight, steps: Values) -> Values:
    return np.asarray(cases.gate + cases.own @ steps)


def _sure(cases: Straight, steps: Values) -> Values:
    """Return the probability of going back, (n,)."""
    return np.asarray(0.5 + 0.5 * np.tanh(0.5 * _gate(cases, steps)))


def _log_shares(cases: Straight, steps: Values) -> Values:
    """Return the logarithm of the probability of each candidate where one does not go back, (n, K)."""
    scores = cases.others + cases.told @ steps
    scores -= scores.max(axis=1, keepdims=True)
    return np.asarray(scores - np.log(np.exp(scores).sum(axis=1, keepdims=True)))


def _shares(cases: Straight, steps: Values) -> Values:
    """Return the probability of each candidate, 0 for all of a case that went back, which says nothing of them."""
    return np.where(_went_back(cases)[:, None], 0.0, np.exp(_log_shares(cases, steps)))
