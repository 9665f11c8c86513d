"""A member's share of noise, whole numbers alone: enough shares together are exactly discrete Laplace noise.

The discrete Laplace of a scale is the difference of two geometric numbers of chance exp(-1/scale); a geometric number
is the sum of k numbers that are negative binomial with 1/k in place of how many successes (Pólya numbers). So the
differences of k members' Pólya numbers sum up to it; those of more members hold it and some more.
Source: Goryczka and Xiong, "A comprehensive comparison of multiparty secure additions with differential privacy",
IEEE TDSC 2017, section 5.1.
"""

from __future__ import annotations

from math import exp, sqrt
from secrets import randbelow

from engine.sharing.noise.coins import Below, coin, exp_coin

_TOLD = 0.95
_FAR = 40.0  # scales; beyond lies less than one in 10^15


def noise_share(scale: int, members: int, below: Below = randbelow) -> int:
    """Return a share of discrete Laplace noise of a scale, of which so many members' together make it whole."""
    return polya(scale, members, below) - polya(scale, members, below)


def polya(scale: int, parts: int, below: Below = randbelow) -> int:
    """Return a number, x with a chance in proportion to exp(-x/scale) · (r)(r+1)...(r+x-1)/x! with r = 1/parts.

    A geometric number is drawn and kept with the chance of the second factor, which is a product of rationals below 1.
    """
    while True:
        drawn = geometric(scale, below)
        if all(coin((step - 1) * parts + 1, step * parts, below) for step in range(1, drawn + 1)):
            return drawn


def geometric(scale: int, below: Below = randbelow) -> int:
    """Return a number, x with a chance of (1 - q) q^x with q = exp(-1/scale)."""
    while True:
        rest = below(scale)
        if exp_coin(rest, scale, below):
            break
    whole = 0
    while exp_coin(1, 1, below):
        whole += 1
    return rest + scale * whole


def deviation(scale: int, members: int, there: int) -> float:
    """Return the standard deviation of the noise of so many who are there, where `members` make it whole."""
    q = exp(-1 / scale)
    return sqrt(2 * there / members * q) / (1 - q)


def half_width(scale: int, members: int, there: int) -> int:
    """Return the least w so that such noise lies within -w and w with a chance of 95 %; for display, in floats."""
    q, rate = exp(-1 / scale), there / members
    chances = [(1 - q) ** rate]
    for step in range(int(scale * _FAR) + 1):
        chances.append(chances[-1] * q * (step + rate) / (step + 1))
    beyond = [0.0]
    for chance in reversed(chances):
        beyond.append(beyond[-1] + chance)
    beyond.reverse()
    low, high = 0, len(chances) - 1
    while low < high:
        middle = (low + high) // 2
        outside = 2 * sum(
            chance * beyond[at + middle + 1] for at, chance in enumerate(chances[: len(chances) - middle])
        )
        low, high = (middle + 1, high) if outside > 1 - _TOLD else (low, middle)
    return low
