"""What minutes give: diminishing returns, fitted to the weeks that were measured, kept near an assumption while few.

A week of m minutes at a level gives most * (10 - level) / 10 * (1 - e^(-m / minutes)) levels. Both numbers are the most
probable ones: measured gains scatter by half a level, `most` is assumed 1.0 within 0.7, the logarithm of `minutes` that
of 150 within 0.7. Without a week the assumption stands; each measured week moves it by what it tells.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.domain.learning import HIGHEST_LEVEL, Returns

ASSUMED: Final = Returns(1.0, 150.0)
_SCATTER: Final = 0.5
_MOST_WITHIN: Final = 0.7
_MINUTES_WITHIN: Final = 0.7
_STEPS: Final = 30  # to each side of the assumption
_STEP: Final = 0.08


@dataclass(frozen=True, slots=True)
class Measured:
    """One week of a skill: minutes spent, the level it began at, levels gained."""

    minutes: float
    level: float
    gained: float


def room(level: float) -> float:
    """Return how much of the way to the highest level is left, 0 to 1."""
    return min(1.0, max(0.0, (HIGHEST_LEVEL - level) / HIGHEST_LEVEL))


def gain(returns: Returns, minutes: float, level: float) -> float:
    """Return the levels that so many minutes of a week are expected to give."""
    return returns.most * room(level) * (1 - math.exp(-minutes / returns.minutes))


def fitted(weeks: Sequence[Measured]) -> Returns:
    """Return the most probable returns; the assumed ones where no week was measured."""
    told = [one for one in weeks if one.minutes > 0]
    if not told:
        return ASSUMED
    tried = (_best_most(told, ASSUMED.minutes * math.exp(step * _STEP)) for step in range(-_STEPS, _STEPS + 1))
    return min(tried, key=lambda one: _cost(one, told))


def _best_most(weeks: Sequence[Measured], minutes: float) -> Returns:
    """Return the most probable `most` for these `minutes`: a line through zero, drawn towards the assumption."""
    shapes = [room(one.level) * -math.expm1(-one.minutes / minutes) for one in weeks]
    trust = (_SCATTER / _MOST_WITHIN) ** 2
    above = trust * ASSUMED.most + sum(shape * one.gained for shape, one in zip(shapes, weeks, strict=True))
    return Returns(max(0.0, above / (trust + sum(shape * shape for shape in shapes))), minutes, len(weeks))


def _cost(returns: Returns, weeks: Sequence[Measured]) -> float:
    missed = sum((one.gained - gain(returns, one.minutes, one.level)) ** 2 for one in weeks) / _SCATTER**2
    far = ((returns.most - ASSUMED.most) / _MOST_WITHIN) ** 2
    return missed + far + (math.log(returns.minutes / ASSUMED.minutes) / _MINUTES_WITHIN) ** 2
