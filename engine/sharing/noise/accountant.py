"""What Gaussian noise promises: Rényi differential privacy, added up over rounds and told as epsilon at a delta.

Sources: Mironov, 2017 (order a of a Gaussian of s deviations a sensitivity: a / 2s²; orders add up); Canonne, Kamath
and Steinke, 2020, Proposition 12 (from orders to epsilon), and Theorem 4 (the discrete Gaussian keeps the same).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, inf, log, log1p

_ORDERS = tuple(1.0 + exp(step / 40) for step in range(-200, 400))  # 1.007 to 21,000
_MILLION = 1_000_000
_TRIES = 60


def epsilon(noises: Sequence[float], delta: float) -> float:
    """Return the epsilon of all rounds together. noises: deviations of each round's noise, in sensitivities."""
    if not noises:
        return 0.0
    if min(noises) <= 0:
        return inf
    slope = sum(0.5 / noise**2 for noise in noises)
    return max(0.0, min(order * slope + log1p(-1 / order) - log(delta * order) / (order - 1) for order in _ORDERS))


def millionths(noises: Sequence[float], delta: float) -> int:
    """Return the epsilon in millionths, never too few."""
    return int(epsilon(noises, delta) * _MILLION) + 1 if noises else 0


def noise_of(epsilon_millionths: int, delta: float) -> float:
    """Return the noise of one round of this epsilon, never too much: what was kept as a number alone is added up so."""
    low, high = 1e-3, 1e6
    for _ in range(_TRIES):
        middle = (low * high) ** 0.5
        low, high = (low, middle) if millionths((middle,), delta) <= epsilon_millionths else (middle, high)
    return low
