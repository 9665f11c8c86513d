"""Suggested weeks of simulated people against what anybody would do without a forecast, judged by the hidden truth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from helpers.block_regret import _minutes
from helpers.simulated import LAST_DAY, RULE, ZONE, Simulated, midnight_s

from engine.domain.blocks import About, Block, BlockKind, Occurrence
from engine.domain.clock import Instant
from engine.domain.days import day_start_ms
from engine.domain.intervals import Interval
from engine.domain.proposals import Basis
from engine.domain.week_forecast import WeekForecast
from engine.mind.advise.focus_time import Ahead
from engine.mind.advise.learned_time import LearnedForesight
from engine.mind.advise.usual_hours import usual_hours
from engine.mind.advise.week_ahead import week_ahead
from engine.mind.focus.fit import fit_forecast
from engine.mind.stream.build import offsets_in
from engine.planning.week.facts import WeekFacts
from engine.planning.week.slots import SLOT_MINUTES, SLOT_MS, Mask, Slots, Values, slots_in
from engine.planning.week.suggest import suggested_week
from engine.settings import PlanSettings

OURS, NINE, FIRST, RHYTHM = "suggested", "always 9 to 11", "first fit", "who knows the rhythm"
SETTINGS = PlanSettings()
_SEVEN_H, _DAY_S = 7 * 3_600.0, 86_400.0
_NINE_MINUTE, _A_DAY = 9 * 60, 8


def mondays(count: int) -> list[date]:
    """Return so many Mondays whose whole weeks are known, the latest first."""
    last = LAST_DAY - timedelta(days=LAST_DAY.weekday() + 7)
    return [last - timedelta(weeks=back) for back in range(count)]


def week_gains(person: Simulated, monday: date, known: int) -> dict[str, tuple[float, float]]:
    """Return what a week brings by the rhythm, planned on its Monday at seven in each way.

    First the minutes in focused quarters of an hour: fifteen times the probability of each, as the plan's objective has
    it. Then the minutes spent in focused work, also in quarters that are none.
    """
    facts = _facts(person, monday, known)
    slots = slots_in(facts.span, ZONE)
    starts = (slots.start_ms + SLOT_MS * np.arange(len(slots))) / 1_000
    chance = person.chances(starts.astype(np.float64), usual=True)
    truth = _minutes(person)(chance)
    even = _forecast(np.full(len(slots), 7.5), Basis.EVEN)
    weeks = {
        OURS: _of_week(facts, slots),
        FIRST: _of_week(replace(facts, forecast=even), slots),
        RHYTHM: _of_week(replace(facts, forecast=_forecast(truth, Basis.LEARNED)), slots),
        NINE: _nine_to_eleven(facts.occurrences, slots),
    }
    return {
        name: (SLOT_MINUTES * float(chance[chosen].sum()), float(truth[chosen].sum())) for name, chosen in weeks.items()
    }


def _facts(person: Simulated, monday: date, known: int) -> WeekFacts:
    now_s = midnight_s(monday) + _SEVEN_H
    now = Instant(round(now_s * 1_000), 0, 0, ZONE)
    span = Interval(now.wall_ms, day_start_ms(monday + timedelta(days=7), RULE))
    slots = slots_in(span, ZONE)
    start_s = slots.start_ms / 1_000 + SLOT_MS / 1_000 * np.arange(len(slots), dtype=np.float64)
    ahead = Ahead(start_s, start_s + offsets_in(start_s, ZONE))
    stream = person.stream.between(now_s - known * _DAY_S, now_s)
    learned = LearnedForesight(fit_forecast(stream, (), midnight_s(monday)))(stream, now_s, ahead, [""] * len(slots))
    told = week_ahead(ahead, learned, usual_hours(stream), 1)
    meetings = [one for one in person.meetings if one.clip(span) is not None]
    return WeekFacts(now, span, SETTINGS, told, occurrences=tuple(_meeting(one) for one in meetings))


def _meeting(interval: Interval) -> Occurrence:
    return Occurrence(interval, Block(About(BlockKind.MEETING), interval, ZONE, id=1), interval.start_ms)


def _forecast(minutes: Values, basis: Basis) -> WeekForecast:
    return WeekForecast(tuple(minutes.tolist()), (basis,) * len(minutes))


def _of_week(facts: WeekFacts, slots: Slots) -> Mask:
    return slots.touched(one.interval for one in suggested_week(facts).proposals)


def _nine_to_eleven(meetings: Iterable[Occurrence], slots: Slots) -> Mask:
    """Return two hours from nine on of every workday; a meeting puts off what it takes."""
    free = slots.between(_NINE_MINUTE, SETTINGS.work_end, range(5)) & ~slots.touched(one.interval for one in meetings)
    chosen = np.zeros(len(slots), dtype=bool)
    for day in range(len(slots.dates)):
        chosen[np.flatnonzero(free & (slots.day == day))[:_A_DAY]] = True
    return chosen
