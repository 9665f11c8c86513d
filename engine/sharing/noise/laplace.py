"""The discrete Laplace: drawn exactly (Canonne, Kamath, Steinke 2020, Algorithm 2), its chances, and intervals."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from secrets import randbelow

from engine.sharing.noise.coins import Below, coin, exp_coin
from engine.sharing.noise.exponential import above, exp_bounds

CONFIDENCE = Fraction(95, 100)


def discrete_laplace(scale: Fraction, below: Below = randbelow) -> int:
    """Return a whole number, k with a chance in proportion to exp(-|k| / scale); scale is above 0."""
    if scale <= 0:
        raise ValueError("a scale is above nought")
    upper, lower = scale.numerator, scale.denominator
    while True:
        first = below(upper)
        if not exp_coin(first, upper, below):
            continue
        turns = 0
        while exp_coin(1, 1, below):
            turns += 1
        size = (first + upper * turns) // lower
        negative = coin(1, 2, below)
        if size or not negative:
            return -size if negative else size


def probability(value: int, scale: Fraction) -> tuple[Fraction, Fraction]:
    """Return two bounds, closer than one in 10^20 of it, of the chance that the value is drawn."""
    low, high = exp_bounds(1 / scale)
    size = abs(value)
    return (1 - high) / (1 + high) * low**size, (1 - low) / (1 + low) * high**size


def beyond(size: int, scale: Fraction) -> Fraction:
    """Return an upper bound, just above it, of the chance that more than the size is drawn, either way."""
    low, high = exp_bounds(1 / scale)
    return 2 * high ** (size + 1) / (1 + low)


@cache
def half_width(scale: Fraction, confidence: Fraction = CONFIDENCE) -> int:
    """Return the least size within which the noise stays with at least that chance; proven, not rounded."""
    low, high = exp_bounds(1 / scale)
    size, rest = 0, 2 * high / (1 + low)
    while rest > 1 - confidence:
        size, rest = size + 1, above(rest * high)
    return size
