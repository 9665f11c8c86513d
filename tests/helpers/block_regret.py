"""What recommended blocks cost against the best in hindsight, on simulated people whose truth is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from helpers.simulated import LAST_DAY, NOW, ZONE, Simulated, midnight_s
from numpy.typing import NDArray

from engine.domain.recommended import Abstention
from engine.history.sample_rhythm import HiddenSlot
from engine.mind.advise.focus_time import Ahead, slots_ahead
from engine.mind.advise.learned_time import LearnedForesight
from engine.mind.baseline.focus import hour_of_week_mean
from engine.mind.blocks.chances import SLOT_S, Chances, Values
from engine.mind.blocks.choose import Block, next_blocks, worth
from engine.mind.blocks.free_time import free_slots, usual_slots
from engine.mind.focus.fit import fit_forecast
from engine.mind.focus.forecaster import Forecaster
from engine.mind.focus.label import tried
from engine.mind.focus.slots import slots_of
from engine.mind.stream.columns import Stream

OURS, WEEK, FIRST, RHYTHM = "ours", "hour of week", "first free time", "who knows the rhythm"
POLICIES = (OURS, WEEK, FIRST)
HOURS = (10.0, 13.5)
"""When a block is asked for, on the person's own clock."""

_DAY_S = 86_400.0
_THURSDAY, _WEEK_DAYS, _WORKDAYS = 3, 7, 5
_THERE_S = 600.0


@dataclass(frozen=True, slots=True)
class Regret:
    """Focused minutes that each policy's blocks fell short of the best, case by case.

    by: against the block that is best by the person's hidden rhythm, which can be learned. in_hindsight: against what
    was best as the days turned out, which nobody can know beforehand.
    """

    by: dict[str, NDArray[np.float64]]
    in_hindsight: dict[str, NDArray[np.float64]]
    abstained: int

    def mean(self, policy: str) -> float:
        """Return the mean regret by the rhythm."""
        return float(self.by[policy].mean())


def block_regret(
    person: Simulated, known: int, asked: int, *, every: int = 1, gap: int = 10, forecaster: Forecaster | None = None
) -> Regret:
    """Return what blocks asked for on the last days cost, learned from so many known days before each asking.

    asked: the days, every so many of them; the last week is left to hindsight. The forecast is learned anew after gap
    days, or it is the one given. Where a policy is silent, the first free time is taken.
    """
    told = _Told(person, known, gap, forecaster)
    days = (LAST_DAY - timedelta(days=back) for back in range(asked + 6, 6, -every))
    cases = [case for day in days for case in _cases(person, told, day)]
    by, in_hindsight = (
        {name: np.array([getattr(case, kind)[name] for case in cases]) for name in (*POLICIES, RHYTHM)}
        for kind in ("by", "in_hindsight")
    )
    return Regret(by, in_hindsight, sum(case.silent for case in cases))


@dataclass(frozen=True, slots=True)
class _Case:
    by: dict[str, float]
    in_hindsight: dict[str, float]
    silent: bool


class _Told:
    """What is learned of a person as days pass."""

    def __init__(self, person: Simulated, known: int, gap: int, given: Forecaster | None) -> None:
        self._person, self._known, self._gap = person, known, gap
        self._given = None if given is None else LearnedForesight(given)
        self._learned: tuple[date, LearnedForesight] | None = None

    def before(self, moment_s: float) -> Stream:
        """Return what is known at a moment."""
        return self._person.stream.between(moment_s - self._known * _DAY_S, moment_s)

    def foresight(self, day: date) -> LearnedForesight:
        """Return what was learned on the day or up to gap days before."""
        if self._given is not None:
            return self._given
        if self._learned is None or (day - self._learned[0]).days >= self._gap:
            before_s = midnight_s(day)
            self._learned = day, LearnedForesight(fit_forecast(self.before(before_s), (), before_s))
        return self._learned[1]


def _cases(person: Simulated, told: _Told, day: date) -> Iterator[_Case]:
    if day.weekday() >= _WORKDAYS:
        return
    for hour in HOURS:
        now_s = midnight_s(day) + hour * 3_600
        stream = told.before(now_s)
        if not len(stream) or now_s - stream.end_s[-1] > _THERE_S:
            continue
        week = slots_ahead(now_s, ZONE)
        seen = free_slots(week.start_s, person.meetings) & usual_slots(stream, week.local_s)
        seen &= week.start_s + SLOT_S <= NOW.wall_ms / 1_000
        ahead = Ahead(week.start_s[seen], week.local_s[seen])
        minutes = _minutes(person)
        usual, turned_out = (
            _chances(ahead.start_s, minutes(person.chances(ahead.start_s, usual=one))) for one in (True, False)
        )
        chances = {
            OURS: told.foresight(day)(stream, now_s, ahead, [""] * len(ahead.start_s)),
            WEEK: hour_of_week(stream, ahead),
            FIRST: _chances(ahead.start_s, np.full(len(ahead.start_s), 5.0)),
            RHYTHM: usual,
        }
        case = _case(usual, turned_out, chances, now_s)
        if case is not None:
            yield case


def _case(usual: Chances, turned_out: Chances, chances: dict[str, Chances], now_s: float) -> _Case | None:
    instead = _first(chances[FIRST], now_s)
    if instead is None:
        return None
    blocks = {name: _first(one, now_s) for name, one in chances.items()}
    by, in_hindsight = (_regret(truth, blocks, instead, now_s) for truth in (usual, turned_out))
    return _Case(by, in_hindsight, blocks[OURS] is None)


def _regret(truth: Chances, blocks: dict[str, Block | None], instead: Block, now_s: float) -> dict[str, float]:
    all_free = np.ones(len(truth), dtype=bool)
    most = worth(truth, all_free, _first(truth, now_s) or instead, now_s)
    return {name: most - worth(truth, all_free, block or instead, now_s) for name, block in blocks.items()}


def _first(chances: Chances, now_s: float) -> Block | None:
    found = next_blocks(chances, np.ones(len(chances), dtype=bool), now_s)
    return None if isinstance(found, Abstention) else found[0]


def hour_of_week(stream: Stream, ahead: Ahead) -> Chances:
    """Return the baseline: focused minutes of slots of focused work so far, by hour of the week."""
    slots = slots_of(stream)
    slots = slots.rows(tried(slots))
    local = np.concatenate([slots.local_s, ahead.local_s])
    weekday = (np.floor(local / _DAY_S).astype(np.int64) + _THURSDAY) % _WEEK_DAYS
    share = hour_of_week_mean(slots.focus_s / slots.width_s, weekday, local % _DAY_S / 3_600)
    return _chances(ahead.start_s, 15.0 * share[len(slots) :])


def _chances(start_s: Values, minutes: Values) -> Chances:
    share = minutes / 15.0
    return Chances(start_s, share, share, share, minutes, np.zeros(len(start_s), dtype=bool))


def _minutes(person: Simulated) -> Callable[[Values], Values]:
    """Return how many focused minutes a slot brings on average that is a focused one with a probability."""
    slots = slots_of(person.stream)
    slots = slots.rows(tried(slots))
    known = {one.start_ms // 1_000: one for one in person.truth}
    hidden: list[HiddenSlot | None] = [known.get(int(start)) for start in slots.start_s]
    focused = np.array([one is not None and one.focused for one in hidden])
    minutes = slots.focus_s / 60.0
    low, high = float(minutes[~focused].mean()), float(minutes[focused].mean())
    return lambda chance: low + (high - low) * chance
