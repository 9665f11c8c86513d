"""Forecasts as they would have been on earlier days, beside the baselines; nothing after an origin is known at it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from engine.mind.baseline.focus import hour_of_week_mean, persons_mean
from engine.mind.focus.forecaster import Forecaster
from engine.mind.focus.history import History
from engine.mind.focus.kernel import Values, rows
from engine.mind.focus.prior import prior
from engine.mind.focus.process import Process, one_by_one
from engine.mind.stream.columns import Numbers

LATEST_DAYS = 7
"""So many days ahead is forecast."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Slots as they were told beforehand, every column as long: by us, by the baselines, and what came.

    ahead: days between the origin and the slot, 0 where it was told as it began. day: of the slot. abstained: we
    would have kept silent.
    """

    ours: Values
    mean: Values
    hour_of_week: Values
    label: Values
    ahead: Numbers
    day: Numbers
    abstained: Values


def near_forecasts(forecaster: Forecaster, history: History, first: int) -> Compared:
    """Return the slots from place first on, each told as it began from all slots before it."""
    label = history.outcomes[:, 0]
    mean = persons_mean(label)
    level = float(history.rows(slice(0, first)).mean[0])
    told, _ = one_by_one(prior(forecaster.dials), history.cases, label - level, history.seen)
    week = hour_of_week_mean(label, history.cases["weekday"], history.cases["hour"])
    later = slice(first, None)
    many = len(label[later])
    return Compared(
        forecaster.calibration.probability(level + told)[later],
        mean[later],
        week[later],
        label[later],
        np.zeros(many, np.int32),
        history.day[later],
        np.zeros(many),
    )


def far_forecasts(forecaster: Forecaster, history: History, origins: Iterable[int]) -> Compared:
    """Return the slots of the LATEST_DAYS days from each origin (a day's number) on, as told when that day began."""
    found = [_from_day(forecaster, history, int(day)) for day in origins]
    columns = (np.concatenate([getattr(one, name) for one in found]) for name in Compared.__slots__)
    return Compared(*columns)


def _from_day(forecaster: Forecaster, history: History, day: int) -> Compared:
    before = history.rows(history.day < day)
    later = history.rows((history.day >= day) & (history.day < day + LATEST_DAYS))
    label = later.outcomes[:, 0]
    level = float(before.mean[0])
    weekday, hour = (np.concatenate([before.cases[name], later.cases[name]]) for name in ("weekday", "hour"))
    week = hour_of_week_mean(before.outcomes[:, 0], weekday, hour)
    ours, silent = np.full(len(later), level), np.ones(len(later))
    if len(before) and len(later):
        # What was in front as that day began says nothing of its later slots.
        cases = rows(later.cases, slice(None)) | {"nearness": np.zeros(len(later))}
        process = Process(prior(forecaster.dials), before.cases, before.outcomes[:, :1] - level, before.seen)
        told = np.sum(list(process.told(cases).parts.values()), axis=0)[:, 0]
        ours = forecaster.calibration.probability(level + told)
        silent = np.zeros(len(later))
    ahead = (later.day - day).astype(np.int32)
    return Compared(ours, np.full(len(later), level), week[len(before) :], label, ahead, later.day, silent)
