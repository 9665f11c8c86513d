"""Forecasts as they would have been on earlier days, beside the baselines; nothing after a slot is known of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.mind.baseline.focus import hour_of_week_mean, persons_mean
from engine.mind.focus.forecaster import Forecaster
from engine.mind.focus.history import History
from engine.mind.focus.kernel import Values
from engine.mind.focus.prior import prior
from engine.mind.focus.process import one_by_one
from engine.mind.focus.week import as_it_was_told
from engine.mind.stream.columns import Numbers

_HOURS = 24


@dataclass(frozen=True, slots=True)
class Compared:
    """Slots as they were told beforehand, every column as long: by us, by the baselines, and what came.

    day: of the slot.
    """

    ours: Values
    mean: Values
    hour_of_week: Values
    label: Values
    day: Numbers


def near_forecasts(forecaster: Forecaster, history: History, first: int) -> Compared:
    """Return the slots from place first on, each told as it began from all slots before it, by the baselines too.

    Our hours are those known at the first slot, and anew every week from it.
    """
    later = slice(first, None)
    adds = as_it_was_told(history.past, forecaster.rhythm, history.older + first)[:, 0]
    hours = np.concatenate([forecaster.week(history, first).adds[history.cases["place"][:first], 0], adds])
    known = float(history.mean_before(first)[0]) + hours
    label, all_labels = history.outcomes[:, 0], history.past.signs[:, 0]
    told, _ = one_by_one(prior(forecaster.dials), history.cases, label - known)
    weekday, hour = np.divmod(history.past.place, _HOURS)
    mean, week = persons_mean(all_labels), hour_of_week_mean(all_labels, weekday, hour)
    return Compared(
        forecaster.calibration.probability(known + told)[later],
        mean[history.older :][later],
        week[history.older :][later],
        label[later],
        history.day[later],
    )
