"""What is made of the time each group took: rounded figures with small ones withheld, or figures with noise."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from engine.domain.sharing import BLOCK_MINUTES, GROUPS, MILLION, SharedLine
from engine.sharing.noise.coins import Below
from engine.sharing.noise.laplace import discrete_laplace, half_width
from engine.sharing.week.amounts import BLOCK_SECONDS, PARTS

LEAST_MINUTES = 60
"""A rounded figure of less is withheld, nought too: else it could be told from the few. It is of four quarter-hours."""

SENSITIVITY = 2 * BLOCK_SECONDS
"""Two histories are neighbours where one quarter-hour holds something else, nothing included.

Then groups have 900 seconds less and others 900 seconds more at most: the sum of all differences is 1,800.
"""

_MINUTE = 60


def noise_scale(epsilon_millionths: int) -> Fraction:
    """Return the scale, in seconds, at which all six figures together are protected by that epsilon."""
    return Fraction(SENSITIVITY * MILLION, epsilon_millionths)


def noisy_lines(amounts: Mapping[str, int], epsilon_millionths: int, below: Below) -> tuple[SharedLine, ...]:
    """Return every group's seconds with noise of its own, as minutes.

    The intervals are worked out from the figures as drawn, and rounded outwards; what lies below nought is then written
    as nought, which takes nothing from an interval that a true figure could be.
    """
    scale = noise_scale(epsilon_millionths)
    width = half_width(scale)
    return tuple(_noisy(name, amounts[name] + discrete_laplace(scale, below), width) for name in GROUPS)


def _noisy(name: str, drawn: int, width: int) -> SharedLine:
    middle = (drawn + _MINUTE // 2) // _MINUTE
    low, high = (drawn - width) // _MINUTE, -(-(drawn + width) // _MINUTE)
    return SharedLine(name, max(0, middle), max(0, low), max(0, high))


def rounded_lines(amounts: Mapping[str, Mapping[str, int]]) -> tuple[SharedLine, ...]:
    """Return every group's time by part of the day in whole quarter-hours, withheld where it is little.

    Nothing adds up those withheld.
    """
    return tuple(_rounded(name, part, amounts[name][part]) for name in GROUPS for part in PARTS)


def _rounded(name: str, part: str, seconds: int) -> SharedLine:
    minutes = (seconds + BLOCK_SECONDS // 2) // BLOCK_SECONDS * BLOCK_MINUTES
    return SharedLine(name, minutes if seconds >= LEAST_MINUTES * _MINUTE else None, part=part)
