"""Steps as whole numbers of bounded length, and noise on them: all that is ever given away.

Shares of noise from many people add up to one discrete Gaussian but for less than any float can tell, as each share is
thousands of whole numbers wide. Source: Kairouz, Liu and Steinke, 2021, Theorem 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import isqrt, sqrt
from secrets import randbelow

from engine.domain.together import CLIP, GRID
from engine.sharing.noise.coins import Below
from engine.sharing.noise.gaussian import discrete_gaussian

_HUNDREDTHS = 100


def clipped(steps: Sequence[float], clip: int = CLIP) -> tuple[int, ...]:
    """Return the steps on the grid, no longer than clip in all: the rest is cut off, towards nought."""
    length = sqrt(sum(one * one for one in steps)) * GRID
    factor = GRID * min(1.0, clip / length) if length else 0.0
    numbers = [int(one * factor) for one in steps]
    while (over := isqrt(sum(one * one for one in numbers))) > clip or sum(one * one for one in numbers) > clip * clip:
        numbers = [int(one * clip / (over + 1)) for one in numbers]
    return tuple(numbers)


def noised(
    numbers: Sequence[int], noise: float, people: int = 1, clip: int = CLIP, below: Below = randbelow
) -> tuple[int, ...]:
    """Return the numbers with exact noise. noise: deviations of what all people's noise adds up to, in clips."""
    variance = Fraction(round(noise * _HUNDREDTHS) * clip, _HUNDREDTHS) ** 2 / people
    return tuple(one + discrete_gaussian(variance, below) for one in numbers)


def averaged(total: Sequence[int], people: int, noise: float, clip: int = CLIP) -> tuple[int, ...]:
    """Return the mean of people's numbers, drawn towards nought by as much as its noise may have made of it.

    noise: deviations of the noise on the total, in clips. Costs no privacy, and where there is more noise than news
    little is left. Source: James and Stein, 1961, its positive part, a little stricter.
    """
    length = sum(one * one for one in total)
    if not length:
        return tuple(total)
    left = max(0.0, 1.0 - len(total) * (noise * clip) ** 2 / length)
    return tuple(round(one * left / people) for one in total)
