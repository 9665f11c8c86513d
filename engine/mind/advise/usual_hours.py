"""Time to focus told without a learned model: how often the person's own slots were focused at an hour of the week.

Nothing is told where the hours differ by no more than chance (engine.mind.focus.pattern): then the clock says nothing
about this person. What few days show is drawn towards the hour of all days, and that towards the person's mean.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.domain.focus_label import TRAILING_DAYS
from engine.domain.recommended import ReasonKind
from engine.mind.advise.moment import Values
from engine.mind.blocks.chances import Chances, Part
from engine.mind.focus.label import few_switches, focused
from engine.mind.focus.pattern import LEVEL, chance_of_hours
from engine.mind.focus.slots import SLOT_S, slots_of
from engine.mind.stream.columns import Numbers, Stream

REACH_DAYS = 84
"""How many days back slots are read; before the last 28 of them others are only compared with."""

_DAY_S, _HOUR_S = 86_400.0, 3_600.0
_HOURS, _WEEK = 24, 7 * 24
_MONDAY_S = 4 * _DAY_S  # 1970 began on a Thursday
_DRAWN = 6.0  # days of the mean above that are assumed beside those seen
_Z90 = 1.645
_MINUTE_S = 60.0


@dataclass(frozen=True, slots=True)
class UsualHours:
    """What the hours of the week were like, Monday's first hour first: (168,) each; mean: of all slots.

    share: of focused slots. minutes: of focused time in a slot. days: on how many days each hour was seen, and what
    was assumed beside. told: whether the hours mean anything.
    """

    share: Values
    minutes: Values
    days: Values
    mean_minutes: float
    told: bool

    def chances(self, start_s: Values, local_s: Values) -> Chances:
        """Return what is told of slots, by their starts in Unix seconds and on the person's clock."""
        place = _hour_of_week(local_s)
        share, minutes = self.share[place], self.minutes[place]
        off = _Z90 * np.sqrt(share * (1 - share) / self.days[place])
        adds = minutes - self.mean_minutes
        return Chances(
            start_s=start_s,
            probability=share,
            low=np.clip(share - off, 0.0, 1.0),
            high=np.clip(share + off, 0.0, 1.0),
            minutes=minutes,
            abstains=np.full(len(start_s), not self.told),
            parts=(Part(ReasonKind.HOURS, adds, share),),
        )


def usual_hours(stream: Stream) -> UsualHours | None:
    """Return what the hours were like up to the stream's end, None where no slot has a label yet."""
    if not len(stream):
        return None
    since_s = float(stream.end_s[-1]) - (REACH_DAYS + TRAILING_DAYS) * _DAY_S
    slots = slots_of(stream.between(since_s, float(stream.end_s[-1])))
    labels = focused(slots, few_switches(slots))
    known = np.flatnonzero(~np.isnan(labels))
    if not len(known):
        return None
    slots, labels = slots.rows(known), labels[known]
    minutes = slots.focus_s / _MINUTE_S
    place = _hour_of_week(slots.local_s)
    share, days = _drawn(labels, place, slots.day)
    chance = chance_of_hours(labels, slots.local_s % _DAY_S / _HOUR_S, slots.day)
    return UsualHours(
        share=np.clip(share, 0.0, 1.0),
        minutes=np.clip(_drawn(minutes, place, slots.day)[0], 0.0, SLOT_S / _MINUTE_S),
        days=days,
        mean_minutes=float(minutes.mean()),
        told=chance <= LEVEL,
    )


def _hour_of_week(local_s: Values) -> Numbers:
    return (np.mod(local_s - _MONDAY_S, 7 * _DAY_S) // _HOUR_S).astype(np.int32)


def _drawn(values: Values, place: Numbers, day: Numbers) -> tuple[Values, Values]:
    """Return the mean of each hour of the week, drawn to that of the hour on all days, and the days it rests on.

    What counts is on how many days an hour was seen: slots of one hour hang together.
    """
    by_hour, hour_days = _means(values, place % _HOURS, day, _HOURS)
    hour = (by_hour * hour_days + float(values.mean()) * _DRAWN) / (hour_days + _DRAWN)
    by_week, week_days = _means(values, place, day, _WEEK)
    above = hour[np.arange(_WEEK) % _HOURS]
    return (by_week * week_days + above * _DRAWN) / (week_days + _DRAWN), week_days + _DRAWN


def _means(values: Values, place: Numbers, day: Numbers, many: int) -> tuple[Values, Values]:
    """Return the mean of each place, 0 for none, and on how many days it was seen."""
    count = np.bincount(place, minlength=many)
    means = np.bincount(place, values, minlength=many) / np.maximum(count, 1)
    pairs = np.unique(np.stack([place.astype(np.int64), day.astype(np.int64)]), axis=1)
    return means, np.bincount(pairs[0], minlength=many).astype(np.float64)
