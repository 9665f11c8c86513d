"""Small random weeks, the best of each found by trying everything there is, and a good one of any week."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from engine.planning.week.greedy import Filling, filled, greedy_order
from engine.planning.week.places import places_for, worth_of
from engine.planning.week.slots import Numbers
from engine.planning.week.wanted import Limits, Piece, Wanted


@dataclass(frozen=True, slots=True)
class SmallWeek:
    """What is wanted in a few days of a few slots."""

    wanted: tuple[Wanted, ...]
    day: Numbers
    limits: Limits


def small_week(seed: int) -> SmallWeek:
    """Return a random week of one to three days, up to four wanted blocks, crowded or not."""
    dice = np.random.default_rng(seed)
    days, slots = int(dice.integers(1, 4)), int(dice.integers(4, 6))
    day = np.repeat(np.arange(days), slots)
    free = dice.random(len(day)) < dice.choice([0.6, 0.85, 1.0])
    minutes = np.round(dice.uniform(0, 15, len(day)), int(dice.choice([0, 2])))
    wanted = []
    for number in range(int(dice.integers(1, 5))):
        deep, shortest = bool(dice.random() < 0.6), int(dice.integers(1, 4))
        allowed = free & (dice.random(len(day)) < dice.choice([0.8, 1.0]))
        stands = int(dice.integers(0, len(day))) if dice.random() < 0.2 else None
        anonymous = number == 0 and stands is None and dice.random() < 0.4
        wanted.append(
            Wanted(
                deep=deep or anonymous,
                allowed=allowed,
                worth=minutes if deep or anonymous else -minutes,
                shortest=shortest,
                longest=shortest if stands is not None else shortest + int(dice.integers(0, 3)),
                pieces=1 if stands is not None else int(dice.integers(1, 4)),
                a_day=int(dice.integers(1, 3)),
                altogether=int(dice.integers(3, 7)) if anonymous else 0,
                asked=not anonymous,
                stands=stands,
            )
        )
    cap = tuple(int(one) for one in dice.integers(1, slots + 1, days))
    return SmallWeek(tuple(wanted), day, Limits(cap, int(dice.integers(0, 3))))


def best_of_all(week: SmallWeek) -> float:
    """Return what the best week there is is worth."""
    return max(_worths(week, 0, [], 0.0))


def greedy_week(wanted: Sequence[Wanted], day: Numbers, limits: Limits) -> tuple[Piece, ...]:
    """Return a good week found by taking the best places one by one."""
    places = places_for(wanted, day, limits)
    return filled(places, greedy_order(places), Filling(wanted, day, limits))


def keeps_limits(week: SmallWeek, pieces: Sequence[Piece]) -> bool:
    """Return whether a week breaks no limit, told from what the limits mean."""
    return all(_fits(week, one, [*pieces[:at], *pieces[at + 1 :]]) for at, one in enumerate(pieces))


def _worths(week: SmallWeek, slot: int, chosen: list[Piece], worth: float) -> Iterator[float]:
    """Yield what every week is worth that goes on from the chosen pieces, which end by the slot."""
    yield worth
    for first in range(slot, len(week.day)):
        for number, one in enumerate(week.wanted):
            for stop in range(first + one.shortest, min(first + one.longest, len(week.day)) + 1):
                piece = Piece(first, stop, number)
                if _fits(week, piece, chosen):
                    more = worth + worth_of(one, first, stop)
                    yield from _worths(week, stop, [*chosen, piece], more)


def _fits(week: SmallWeek, piece: Piece, others: Sequence[Piece]) -> bool:
    one, day = week.wanted[piece.of], week.day[piece.first]
    inside = slice(piece.first, piece.stop)
    if not one.allowed[inside].all() or not (week.day[inside] == day).all():
        return False
    if any(piece.first < other.stop and other.first < piece.stop for other in others):
        return False
    mine = [other for other in others if other.of == piece.of]
    length = piece.stop - piece.first
    if len(mine) >= one.pieces or sum(week.day[other.first] == day for other in mine) >= one.a_day:
        return False
    if one.altogether and length + sum(other.stop - other.first for other in mine) > one.altogether:
        return False
    deep = [other for other in others if week.wanted[other.of].deep]
    if not one.deep:
        return True
    apart = all(
        piece.first >= other.stop + week.limits.pause or other.first >= piece.stop + week.limits.pause for other in deep
    )
    that_day = sum(other.stop - other.first for other in deep if week.day[other.first] == day)
    return apart and that_day + length <= week.limits.cap[int(day)]
