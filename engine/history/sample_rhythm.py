"""How focused a made-up person is, quarter of an hour by quarter of an hour, and how likely that was: the hidden truth.

The history is made from it, and what models forecast can be held against it. A day follows from its seed alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from random import Random

from engine.domain.clock import MS_PER_MINUTE
from engine.domain.presence import Presence
from engine.history.sample_person import FOCUS_WORK, Job, Person
from engine.history.sample_plan import Span

SLOT_MS = 15 * MS_PER_MINUTE

_DAY_SLOTS = 96
_TAKES_OVER = 0.45  # how fast momentum follows what a slot was
_FADES = 0.75  # of momentum, in a slot without such work
_AFTERWARDS = 2  # slots in which a meeting is still felt
_HECTIC_TIMES = (0, 0, 1, 1, 2)
_HECTIC_SLOTS = (3, 10)
_FIRST, _LAST = 32, 72  # slots of the day in which such times begin
_MOODS = (0.75, 0.5, 0.35, 0.25)  # how much of yesterday's and earlier days' mood is felt


@dataclass(frozen=True, slots=True)
class HiddenSlot:
    """The truth of one slot, which begins at start_ms (UTC milliseconds).

    chance: probability that it is a focused one if it is worked on what the person mostly does; usual: the same by the
    hour of the week alone, whatever the day has brought. work: the kind of work that really was, "" where the person
    was away; there: probability with that. focused: whether it was one. hectic: people kept asking.
    """

    start_ms: int
    chance: float
    usual: float
    work: str
    there: float
    focused: bool
    hectic: bool


def hidden_slots(person: Person, day: date, midnight_ms: int, spans: Sequence[Span]) -> Iterator[HiddenSlot]:
    """Yield all slots of 24 hours from local midnight; spans: the parts of that day, in order."""
    job = person.job(day)
    dice = Random(f"{person.seed} focus {day}")  # noqa: S311
    mood = _mood(person.seed, day) * job.rhythm.mood
    hectic = _hectic(dice)
    state = _State()
    works = _works(spans, midnight_ms)
    for slot in range(_DAY_SLOTS):
        felt = mood + state.felt(job) + (job.rhythm.hectic if slot in hectic else 0.0)
        chance, usual = _chance(job, day, slot, felt, job.main), _chance(job, day, slot, 0.0, job.main)
        work = works.get(slot, "")
        there = _chance(job, day, slot, felt, work) if work else 0.0
        focused = dice.random() < there
        yield HiddenSlot(midnight_ms + slot * SLOT_MS, chance, usual, work, there, focused, slot in hectic)
        state.live(work, focused=focused)


@dataclass(slots=True)
class _State:
    """What has been so far that day. momentum: from -1 to 1."""

    momentum: float = 0.0
    since_meeting: int = _AFTERWARDS

    def felt(self, job: Job) -> float:
        after = job.rhythm.after_meeting if self.since_meeting < _AFTERWARDS else 0.0
        return job.rhythm.momentum * self.momentum + after

    def live(self, work: str, *, focused: bool) -> None:
        if work in FOCUS_WORK:
            self.momentum += _TAKES_OVER * ((1.0 if focused else -1.0) - self.momentum)
        else:
            self.momentum *= _FADES
        self.since_meeting = 0 if work == "meet" else self.since_meeting + 1


def _chance(job: Job, day: date, slot: int, felt: float, work: str) -> float:
    rhythm = job.rhythm
    odds = rhythm.base + rhythm.hours[day.weekday() * 24 + slot // 4] + rhythm.works[work] + felt
    return 1.0 / (1.0 + exp(-odds))


def _mood(seed: int, day: date) -> float:
    """Return how good a day is, with deviation 1, alike from one day to the next."""
    days = (Random(f"{seed} mood {day - timedelta(days=back)}").gauss(0, 1) for back in range(len(_MOODS)))  # noqa: S311
    return sum(weight * mood for weight, mood in zip(_MOODS, days, strict=True))


def _hectic(dice: Random) -> frozenset[int]:
    found: set[int] = set()
    for _ in range(dice.choice(_HECTIC_TIMES)):
        first = dice.randint(_FIRST, _LAST)
        found.update(range(first, first + dice.randint(*_HECTIC_SLOTS)))
    return frozenset(found)


def _works(spans: Sequence[Span], midnight_ms: int) -> dict[int, str]:
    """Return the kind of work that takes most of each slot."""
    longest: dict[int, tuple[int, str]] = {}
    for span in spans:
        if span.presence is not Presence.ACTIVE:
            continue
        start, end = span.interval.start_ms - midnight_ms, span.interval.end_ms - midnight_ms
        for slot in range(start // SLOT_MS, -(-end // SLOT_MS)):
            shared = min(end, (slot + 1) * SLOT_MS) - max(start, slot * SLOT_MS)
            if shared > longest.get(slot, (0, ""))[0]:
                longest[slot] = shared, span.work
    return {slot: work for slot, (_, work) in longest.items()}
