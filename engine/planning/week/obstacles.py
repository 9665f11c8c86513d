"""Why something got fewer places than wanted. Without the obstacle that is told, it could have one more."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.domain.proposals import Obstacle
from engine.planning.week.asking import Asked
from engine.planning.week.slots import Mask, Numbers, unbroken
from engine.planning.week.wanted import Limits, Piece, Wanted

_UNLIMITED = 10_000


def obstacle_of(number: int, asked: Asked, pieces: Sequence[Piece]) -> Obstacle:
    """Return why the ask of that number has not all its pieces among those of the week."""
    ask, day = asked.asks[number], asked.slots.day
    wanted, uncapped = ask.wanted, Limits((_UNLIMITED,) * len(asked.limits.cap), asked.limits.pause)
    if not ask.open:
        return Obstacle.TOO_LATE
    if not room(wanted, ask.hours, day, uncapped):
        return Obstacle.OUTSIDE_HOURS
    in_time = room(wanted, wanted.allowed, day, uncapped)
    if in_time < wanted.pieces:
        return Obstacle.DEADLINE if room(wanted, ask.late, day, uncapped) > in_time else Obstacle.NO_FREE_TIME
    if room(wanted, wanted.allowed, day, asked.limits) < wanted.pieces:
        return Obstacle.DAILY_CAP
    left = _left(number, asked, pieces)
    return Obstacle.DAILY_CAP if wanted.deep and room(wanted, left, day, uncapped) else Obstacle.CROWDED_OUT


def room(wanted: Wanted, allowed: Mask, day: Numbers, limits: Limits) -> int:
    """Return how many pieces fit with nothing else there: one after another, each as short and early as can be."""
    run = unbroken(allowed, day)
    pause = limits.pause if wanted.deep else 0
    found = 0
    for at, cap in enumerate(limits.cap):
        most = min(wanted.a_day, cap // wanted.shortest) if wanted.deep else wanted.a_day
        next_free = 0
        for first in np.flatnonzero((day == at) & (run >= wanted.shortest)).tolist():
            if most and first >= next_free:
                most, next_free = most - 1, first + wanted.shortest + pause
                found += 1
    return found


def _left(number: int, asked: Asked, pieces: Sequence[Piece]) -> Mask:
    """Return where one more could lie beside all pieces of the week."""
    wanted, pause, day = asked.asks[number].wanted, asked.limits.pause, asked.slots.day
    left = wanted.allowed.copy()
    for one in pieces:
        near = pause if wanted.deep and asked.asks[one.of].wanted.deep else 0
        left[max(0, one.first - near) : one.stop + near] = False
    mine = np.bincount([int(day[one.first]) for one in pieces if one.of == number], minlength=len(asked.limits.cap))
    return np.asarray(left & (mine[day] < wanted.a_day))
