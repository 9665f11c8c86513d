"""Large weeks to plan: seven days of 96 slots, thirty flexible blocks, and focus time beside them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.planning.week.slots import Numbers
from engine.planning.week.wanted import Limits, Wanted

_DAYS, _SLOTS = 7, 96
_WINDOWS = ((0, 96), (0, 96), (0, 96), (36, 52), (52, 72), (40, 72))
"""Between which slots of the day a block may lie: half of them have no hours of their own."""


@dataclass(frozen=True, slots=True)
class LargeWeek:
    """What is wanted in a week."""

    wanted: tuple[Wanted, ...]
    day: Numbers
    limits: Limits


def large_week(seed: int, hours: tuple[int, int] = (0, 24), days: int = 7, blocks: int = 30) -> LargeWeek:
    """Return a random week: hours free but for some meetings, and so many flexible blocks, most of them once."""
    dice = np.random.default_rng(seed)
    day, slot = np.repeat(np.arange(_DAYS), _SLOTS), np.tile(np.arange(_SLOTS), _DAYS)
    free = (day < days) & (slot >= hours[0] * 4) & (slot < hours[1] * 4)
    for on in range(days):
        for _ in range(dice.integers(0, 4)):
            first = on * _SLOTS + int(dice.integers(36, 72))
            free[first : first + int(dice.integers(2, 5))] = False
    hour = slot / 4
    rhythm = 6 + 3 * np.exp(-(((hour - 10) / 1.5) ** 2)) + 2 * np.exp(-(((hour - 15) / 2) ** 2))
    minutes = np.clip(rhythm + np.repeat(dice.normal(0, 0.8, _DAYS * 24), 4), 0, 15)
    wanted = []
    for _ in range(blocks):
        deep, shortest = bool(dice.random() < 0.5), int(dice.choice([2, 3, 4]))
        window = _WINDOWS[int(dice.integers(len(_WINDOWS)))]
        on_days = range(5) if dice.random() < 0.75 else dice.choice(5, 2, replace=False)
        allowed = free & (slot >= window[0]) & (slot < window[1]) & np.isin(day, list(on_days))
        longest, many = shortest + int(dice.choice([0, 1, 2, 4])), int(dice.choice([1, 1, 1, 1, 2]))
        wanted.append(Wanted(deep, allowed, minutes if deep else -minutes, shortest, longest, many, -(-many // 2)))
    focus = Wanted(True, free, minutes, 3, 8, 13, 13, altogether=40, asked=False)
    return LargeWeek((*wanted, focus), day, Limits((16,) * _DAYS, 1))
