"""How a made-up person's day goes: when they work at what, pause, meet, eat, and shut the lid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.history.sample_person import Job, works

_SATURDAY = 5
_AWAY, _FREE = 0.05, 0.35  # the shares of working days and of weekend days without the machine
_EVENING, _BREAK, _ASLEEP = 0.3, 0.6, 0.7  # of working days; after a stretch of work; of nights, not switched off
_SLEEP_FROM_MIN = 20  # a break longer than this puts the machine to sleep rather than to the lock screen


@dataclass(frozen=True, slots=True)
class Span:
    """One part of a day; work names the kind of work ("build", "mail", ...) while presence is ACTIVE."""

    interval: Interval
    presence: Presence
    work: str = ""


def plan_day(day: date, midnight_ms: int, dice: Random, job: Job, *, worked: bool) -> list[Span]:
    """Return the day's parts in order; holes between them are time the machine was off.

    midnight_ms: the day's local midnight, UTC milliseconds. worked: a day of work, whatever day of the week it is.
    """
    if worked or day.weekday() < _SATURDAY:
        return _work_day(midnight_ms, dice, job) if worked or dice.random() > _AWAY else []
    return _free_day(midnight_ms, dice) if dice.random() > _FREE else []


def _work_day(midnight_ms: int, dice: Random, job: Job) -> list[Span]:
    hours = job.hours
    day = _Day(midnight_ms, dice, start_min=dice.gauss(hours.start_min, hours.spread_min))
    day.work("mail", dice.uniform(15, 40))
    lunch = dice.gauss(hours.lunch_min, hours.spread_min * 0.8)
    day.work_until(lunch, job.mix)
    day.rest(dice.gauss(48, 9), Presence.LOCKED)
    day.work("mail", dice.uniform(8, 20))
    day.work_until(dice.gauss(hours.end_min, hours.spread_min * 1.4), job.mix)
    if dice.random() < _EVENING:
        day.rest(dice.uniform(90, 170), Presence.SUSPENDED)
        day.work("roam", dice.uniform(20, 80))
    return day.spans


def _free_day(midnight_ms: int, dice: Random) -> list[Span]:
    day = _Day(midnight_ms, dice, start_min=dice.uniform(560, 780))
    for _ in range(dice.randint(1, 3)):
        day.work(dice.choice(("roam", "roam", "write", "mail")), dice.uniform(12, 65))
        day.rest(dice.uniform(30, 150), Presence.SUSPENDED)
    return day.spans[:-1]


class _Day:
    """Builds a day span by span, from a start in minutes after local midnight."""

    def __init__(self, midnight_ms: int, dice: Random, start_min: float) -> None:
        self._midnight_ms = midnight_ms
        self._dice = dice
        self._at_ms = midnight_ms + round(start_min * MS_PER_MINUTE)
        self.spans: list[Span] = []

    def work(self, work: str, minutes: float) -> None:
        self._add(minutes * MS_PER_MINUTE, Presence.ACTIVE, work)

    def rest(self, minutes: float, then: Presence) -> None:
        """Idle for the first minutes, then locked or asleep; a short rest stays idle."""
        idle = min(minutes, self._dice.uniform(3, 6))
        self._add(idle * MS_PER_MINUTE, Presence.IDLE)
        self._add((minutes - idle) * MS_PER_MINUTE, then)

    def work_until(self, minute: float, mix: Sequence[int]) -> None:
        """Work, meet and take short breaks until about so many minutes after midnight; mix: weights of works()."""
        end_ms = self._midnight_ms + round(minute * MS_PER_MINUTE)
        dice = self._dice
        while end_ms - self._at_ms > 5 * MS_PER_MINUTE:
            left_min = (end_ms - self._at_ms) / MS_PER_MINUTE
            work = dice.choices(works(), mix)[0]
            length = dice.uniform(25, 55) if work == "meet" else dice.uniform(18, 85)
            self.work(work, min(length, left_min))
            if dice.random() < _BREAK:
                rest = dice.uniform(3, 14)
                self.rest(rest, Presence.LOCKED if rest < _SLEEP_FROM_MIN else Presence.SUSPENDED)

    def _add(self, length_ms: float, presence: Presence, work: str = "") -> None:
        start, end = self._at_ms, self._at_ms + round(length_ms)
        if end - start >= MS_PER_SECOND:
            self.spans.append(Span(Interval(start, end), presence, work))
            self._at_ms = end


def with_nights(days: list[list[Span]], seed: int) -> list[Span]:
    """Return all days in one line; most nights the machine sleeps, some it is switched off."""
    line: list[Span] = []
    for spans in filter(None, days):
        if line:
            line += _night(line[-1].interval.end_ms, spans[0].interval.start_ms, seed)
        line += spans
    return line


def _night(start_ms: int, end_ms: int, seed: int) -> list[Span]:
    asleep = Random(f"{seed} night {start_ms}").random() < _ASLEEP  # noqa: S311
    if not asleep or not MS_PER_HOUR < end_ms - start_ms < 20 * MS_PER_HOUR:
        return []
    return [Span(Interval(start_ms, end_ms), Presence.SUSPENDED)]
