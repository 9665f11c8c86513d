"""The best attack there is on one quarter-hour: everything else is known, and every file there is is seen."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from engine.domain.sharing import MILLION, SharedLine
from engine.sharing.noise.coins import Below
from engine.sharing.noise.laplace import half_width
from engine.sharing.week.figures import noise_scale, noisy_lines

KNOWN = {
    "focus": 54_000,
    "meetings": 18_000,
    "communication": 10_800,
    "learning": 8_100,
    "admin": 2_700,
    "other": 1_800,
}
"""What the attacker knows of the week, in seconds: all but whether one quarter-hour more was focus, or meetings."""

Seen = tuple[int, int]
_BLOCK = 900
_MINUTE = 60


def drawn_in(lines: Sequence[SharedLine], width: int) -> Seen:
    """Return the seconds drawn of the two groups, as the ends of the intervals betray them even below nought."""
    focus, meetings = lines[:2]
    return (focus.high or 0) * _MINUTE - width, (meetings.high or 0) * _MINUTE - width


def says_focus(files: Sequence[Seen], chance: random.Random) -> bool:
    """Return what the likelihoods of all files say it was; nobody can guess better (Neyman and Pearson)."""
    focus, meetings = KNOWN["focus"], KNOWN["meetings"]
    for_meetings = sum(abs(one - focus) + abs(other - meetings - _BLOCK) for one, other in files)
    for_focus = sum(abs(one - focus - _BLOCK) + abs(other - meetings) for one, other in files)
    return chance.random() < 0.5 if for_focus == for_meetings else for_focus < for_meetings


def success(files: int, trials: int, seed: int, epsilon_millionths: int = MILLION) -> float:
    """Return how often so many files with noise of their own betray the quarter-hour."""
    chance = random.Random(seed)
    return sum(_trial(files, chance, epsilon_millionths) for _ in range(trials)) / trials


def _trial(files: int, chance: random.Random, epsilon_millionths: int) -> bool:
    was_focus = chance.random() < 0.5
    counts = counts_of(focus=was_focus)
    width = width_of(epsilon_millionths)
    below: Below = chance.randrange
    seen = [drawn_in(noisy_lines(counts, epsilon_millionths, below), width) for _ in range(files)]
    return says_focus(seen, chance) is was_focus


def counts_of(*, focus: bool) -> dict[str, int]:
    """Return the week with that quarter-hour."""
    name = "focus" if focus else "meetings"
    return {**KNOWN, name: KNOWN[name] + _BLOCK}


def width_of(epsilon_millionths: int) -> int:
    """Return half the width of the intervals of that epsilon."""
    return half_width(noise_scale(epsilon_millionths))


def bound(epsilon: float) -> float:
    """Return how often anybody can guess right of two that are as likely, whatever the attack, at that epsilon."""
    return math.exp(epsilon) / (1 + math.exp(epsilon))
