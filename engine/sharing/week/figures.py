"""What is made of counted quarter-hours: rounded figures with small ones withheld, or figures with noise."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from engine.domain.sharing import BLOCK_MINUTES, GROUPS, MILLION, SharedLine
from engine.sharing.noise.coins import Below
from engine.sharing.noise.laplace import discrete_laplace, half_width
from engine.sharing.week.counting import PARTS

LEAST_BLOCKS = 4
"""A rounded figure of fewer quarter-hours is withheld, nought too: else it could be told from the few."""

SENSITIVITY = 2
"""Two histories are neighbours where one quarter-hour holds something else, nothing included.

Then one group counts one less and another one more at most: the sum of all differences is 2.
"""


def noise_scale(epsilon_millionths: int) -> Fraction:
    """Return the scale, in quarter-hours, at which all six figures together are protected by that epsilon."""
    return Fraction(SENSITIVITY * MILLION, epsilon_millionths)


def noisy_lines(counts: Mapping[str, int], epsilon_millionths: int, below: Below) -> tuple[SharedLine, ...]:
    """Return every group's count with noise of its own.

    The intervals are worked out from the figures as drawn; what lies below nought is then written as nought, which
    takes nothing from an interval that a true figure could be.
    """
    scale = noise_scale(epsilon_millionths)
    width = half_width(scale)
    return tuple(_noisy(name, counts[name] + discrete_laplace(scale, below), width) for name in GROUPS)


def _noisy(name: str, drawn: int, width: int) -> SharedLine:
    low, middle, high = (max(0, one) * BLOCK_MINUTES for one in (drawn - width, drawn, drawn + width))
    return SharedLine(name, middle, low, high)


def rounded_lines(counts: Mapping[str, Mapping[str, int]]) -> tuple[SharedLine, ...]:
    """Return every group's count by part of the day, withheld where it is small; nothing adds up withheld ones."""
    return tuple(_rounded(name, part, counts[name][part]) for name in GROUPS for part in PARTS)


def _rounded(name: str, part: str, count: int) -> SharedLine:
    return SharedLine(name, count * BLOCK_MINUTES if count >= LEAST_BLOCKS else None, part=part)
