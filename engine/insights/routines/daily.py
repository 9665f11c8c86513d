"""One number per day and measure, counted as reports count them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from engine.domain.clock import MS_PER_SECOND
from engine.domain.routines import DayPart, Measure
from engine.domain.unbroken import GRACE_MS
from engine.insights.columns import DAY_S, Columns, Flags, Floats, Whole, of_day_s

LEAST_DAY_MIN = 60
"""Days with less activity say little about how days are."""
LEAST_PART_MIN = 15
"""So much activity a part of a day needs for its shares and its switches per hour to mean anything."""

Series: TypeAlias = dict[tuple[Measure, DayPart], Floats]

_NOON_S = DAY_S // 2
_SHARES = {Measure.FOCUS: 1, Measure.DISTRACTING: -1}


@dataclass(frozen=True, slots=True)
class Daily:
    """Values by measure and part, one per day (NaN where there is none); days: date.toordinal(), ascending."""

    days: Whole
    series: Series


def daily_values(columns: Columns) -> Daily:
    """Return the values of all days with enough activity."""
    active = np.flatnonzero(columns.presence == 0)
    days, place = np.unique(np.asarray(columns.day)[active], return_inverse=True)
    if not len(active):
        return Daily(days.astype(np.int64), {})
    begins = of_day_s(columns)[active]
    lengths = (columns.end_s - columns.start_s)[active]
    parts = _parts(begins, lengths)
    weight = np.asarray(columns.weight)[active]

    def summed(values: Floats) -> Floats:
        return np.bincount(place, values, len(days)).astype(np.float64)

    minutes = {part: summed(of) / 60 for part, of in parts.items()}
    kept = minutes[DayPart.DAY] >= LEAST_DAY_MIN
    switched = _switches(columns)[active]
    series: Series = {}
    for part, of in parts.items():
        series[Measure.ACTIVE, part] = minutes[part]
        enough = minutes[part] >= LEAST_PART_MIN
        here = switched & _within(part, begins)
        series[Measure.SWITCHES, part] = _over(summed(here.astype(np.float64)), minutes[part] / 60, enough)
        for measure, sign in _SHARES.items():
            if (weight * sign > 0).any():  # where nothing counts as such, nothing is said of it
                series[measure, part] = _over(summed(of * (weight * sign > 0)) / 60, minutes[part], enough)
    series[Measure.START, DayPart.DAY] = _first(place, begins, len(days)) / 60
    series[Measure.END, DayPart.DAY] = -_first(place, -(begins + lengths), len(days)) / 60
    return Daily(days[kept].astype(np.int64), {key: values[kept] for key, values in series.items()})


def _parts(begins: Floats, lengths: Floats) -> dict[DayPart, Floats]:
    """Return how much of each row's seconds lies in each part."""
    morning = np.clip(_NOON_S - begins, 0, lengths)
    return {DayPart.DAY: lengths, DayPart.MORNING: morning, DayPart.AFTERNOON: lengths - morning}


def _within(part: DayPart, begins: Floats) -> Flags:
    """Return which rows begin in the part."""
    if part is DayPart.DAY:
        return np.ones(len(begins), np.bool_)
    found: Flags = (begins < _NOON_S) == (part is DayPart.MORNING)
    return found


def _switches(columns: Columns) -> Flags:
    """Return which rows begin with a change of app, by the rule of engine.domain.unbroken, within a day."""
    named = np.flatnonzero((columns.presence == 0) & (columns.app >= 0))
    away = np.cumsum(columns.presence != 0)
    before, after = named[:-1], named[1:]
    follows = (away[before] == away[after]) & (columns.day[before] == columns.day[after])
    follows &= columns.start_s[after] - columns.end_s[before] <= GRACE_MS / MS_PER_SECOND
    found = np.zeros(len(columns.start_s), np.bool_)
    found[after[follows & (columns.app[before] != columns.app[after])]] = True
    return found


def _first(place: Whole, values: Floats, count: int) -> Floats:
    found = np.full(count, np.inf)
    np.minimum.at(found, place, values)
    return found


def _over(above: Floats, below: Floats, enough: Flags) -> Floats:
    return np.where(enough, above / np.where(enough, below, 1.0), np.nan)
