"""The discrete Gaussian, drawn exactly (Canonne, Kamath, Steinke 2020, Algorithm 3), and its chances."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt
from secrets import randbelow

from engine.sharing.noise.coins import Below, exp_coin
from engine.sharing.noise.exponential import exp_bounds
from engine.sharing.noise.laplace import discrete_laplace


def discrete_gaussian(variance: Fraction, below: Below = randbelow) -> int:
    """Return a whole number, k with a chance in proportion to exp(-k² / (2 · variance)); variance is above 0."""
    if variance <= 0:
        raise ValueError("a variance is above nought")
    scale = isqrt(variance.numerator // variance.denominator) + 1
    middle = variance / scale
    while True:
        drawn = discrete_laplace(Fraction(scale), below)
        power = (abs(drawn) - middle) ** 2 / (2 * variance)
        if exp_coin(power.numerator, power.denominator, below):
            return drawn


def probabilities(variance: Fraction, most: int) -> tuple[Fraction, ...]:
    """Return the chances of 0, 1, ... most, each either way, among the values up to most.

    As near as the series: where most is ten deviations or more, what lies beyond is below one in 10^20.
    """
    weights = [exp_bounds(Fraction(size * size) / (2 * variance))[1] for size in range(most + 1)]
    whole = 2 * sum(weights) - weights[0]
    return tuple(weight / whole for weight in weights)
