"""Who a made-up person is: hours, kinds of work, and what makes them focus, all drawn from one seed.

These are the hidden rhythms that learned models ought to find: how likely a quarter of an hour is a focused one
follows from the hour of the week, the kind of work, and how the day has gone so far. A person may change jobs on a
known day: hours, apps, projects and rhythms are others from then on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import exp
from random import Random

FOCUS_WORK = ("build", "write", "count")
"""Kinds of work one can be deep in; the others are mail, meetings and roaming about."""

_HOURS, _WEEK = 24, 7
_TALL, _SLIGHT = (1.3, 2.4), (0.5, 0.9)
_WIDE = (1.2, 2.2)  # hours: how broad a good time of the day is
_FOCUSED = (-0.9, -0.1)  # log odds of a focused slot, all else being as usual
_OTHER_WORK = {"mail": -3.2, "meet": -5.0, "roam": -3.0}
_MIXES = {
    "build": (46, 14, 6, 18, 16),
    "write": (14, 44, 10, 18, 14),
    "count": (14, 16, 36, 18, 16),
}
_WORKS = ("build", "write", "count", "mail", "meet")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What makes focus likely, as log odds that add up.

    hours: by hour of the local week, Monday's first. works: by kind of work. momentum: after focused slots, and as
    much less after unfocused ones. after_meeting: in the half hour after one. hectic: while people keep asking. mood:
    the standard deviation of what is good or bad about a day. lapse: how likely a switch goes to a distraction.
    """

    base: float
    hours: tuple[float, ...]
    works: dict[str, float]
    momentum: float
    after_meeting: float
    hectic: float
    mood: float
    lapse: float


@dataclass(frozen=True, slots=True)
class Hours:
    """When the day begins, lunch begins and work ends, in minutes after local midnight, and how exactly (deviation)."""

    start_min: float = 525
    lunch_min: float = 735
    end_min: float = 1_055
    spread_min: float = 22


@dataclass(frozen=True, slots=True)
class Job:
    """What a person does for some time: which job it is, counted from 0, its hours, mix of work and rhythm."""

    number: int
    hours: Hours
    main: str
    mix: tuple[int, ...]
    rhythm: Rhythm


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up person; new_job: the day of a change of jobs, None where there is none."""

    seed: int
    new_job: date | None = None

    def job(self, day: date) -> Job:
        """Return what the person does on a day."""
        return _job(self.seed, int(self.new_job is not None and day >= self.new_job))


@lru_cache(maxsize=64)
def _job(seed: int, number: int) -> Job:
    dice = Random(f"{seed} life {number}")  # noqa: S311  (nothing secret is drawn)
    main = dice.choices(FOCUS_WORK, (5, 3, 2))[0]
    shift = dice.gauss(0, 15) + (0 if number == 0 else dice.choice((-75, 80)))
    hours = Hours(525 + shift, 735 + shift / 2, 1_055 + shift)
    return Job(number, hours, main, _MIXES[main], _rhythm(dice, main))


def _rhythm(dice: Random, main: str) -> Rhythm:
    works = {work: dice.gauss(0.3 if work == main else -0.3, 0.2) for work in FOCUS_WORK}
    return Rhythm(
        base=dice.uniform(*_FOCUSED),
        hours=_hours(dice),
        works={**works, **_OTHER_WORK},
        momentum=dice.uniform(0.5, 1.1),
        after_meeting=-dice.uniform(0.6, 1.4),
        hectic=-dice.uniform(1.0, 2.2),
        mood=dice.uniform(0.3, 0.7),
        lapse=dice.uniform(0.14, 0.3),
    )


def _hours(dice: Random) -> tuple[float, ...]:
    """Return log odds by hour of the week: one or two good times a day or nearly none, and a weekday of its own."""
    early, late = dice.gauss(9.8, 0.5), dice.gauss(15.9, 0.6)
    peaks = dice.choices(((early,), (late,), (early, late), (early,)), (4, 3, 3, 2))[0]
    slight = dice.random() < 1 / 6
    tall, wide = dice.uniform(*(_SLIGHT if slight else _TALL)), dice.uniform(*_WIDE)
    odd_day, odd_half = dice.randrange(5), dice.choice((8, 13))
    hours = []
    for weekday in range(_WEEK):
        tilt = dice.gauss(0, 0.2)
        for hour in range(_HOURS):
            lift = sum(tall * exp(-(((hour + 0.5 - peak) / wide) ** 2) / 2) for peak in peaks)
            odd = -1.0 if weekday == odd_day and odd_half <= hour < odd_half + 5 else 0.0
            hours.append(lift - 0.35 * tall * len(peaks) + tilt + odd)
    return tuple(hours)


def works() -> tuple[str, ...]:
    """Return the kinds of work of a day, in the order of a job's mix."""
    return _WORKS
