"""How well the next document, calibration, the bandit and a new job come out on simulated people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from helpers.bandit_world import World, live
from helpers.simulated import LAST_DAY, Simulated, midnight_s, simulated
from numpy.typing import NDArray

from engine.mind.bandit.choose import Bandit
from engine.mind.focus.fit import fit_forecast
from engine.mind.focus.history import history_of
from engine.mind.focus.look_back import near_forecasts
from engine.mind.measures.compared import Compared
from engine.mind.measures.metrics import ece
from engine.mind.next.next_thing import NextHead

_FIFTH = 1 / 5 - 1e-9
_DAY_S = 86_400.0
_TOLD = 900  # slots that stand one by one, those asked for among them


def next_ranks(person: Simulated, head: NextHead, known: int, asked: int) -> Compared:
    """Return reciprocal ranks of the last days' turns, ours and most recent's, learned from so many days before."""
    begin_s = midnight_s(LAST_DAY - timedelta(days=asked - 1))
    return head.evaluate(person.stream.between(begin_s - known * _DAY_S, np.inf), [begin_s])


def hit_rate_5(reciprocal: NDArray[np.float64]) -> float:
    """Return the share of cases in which the target was among the first five."""
    return float((reciprocal >= _FIFTH).mean()) if len(reciprocal) else float("nan")


@dataclass(frozen=True, slots=True)
class Promised:
    """Probabilities of slots told as each began, ours and the baseline's, and what came."""

    ours: NDArray[np.float64]
    hour_of_week: NDArray[np.float64]
    label: NDArray[np.float64]


def promised(person: Simulated, known: int, asked: int) -> Promised:
    """Return what was told of the slots of the last days, the forecast learned from the known days before them."""
    begin_s = midnight_s(LAST_DAY - timedelta(days=asked - 1))
    stream = person.stream.between(begin_s - known * _DAY_S, np.inf)
    forecaster = fit_forecast(stream, (), begin_s)
    history = history_of(stream, most=_TOLD)
    told = near_forecasts(forecaster, history, int(np.searchsorted(history.start_s, begin_s)))
    return Promised(told.ours, told.hour_of_week, told.label)


def calibration(told: Sequence[Promised]) -> tuple[float, float]:
    """Return the expected calibration error over all people, ours and the baseline's."""
    label = np.concatenate([one.label for one in told])
    ours, week = (np.concatenate([getattr(one, name) for one in told]) for name in ("ours", "hour_of_week"))
    return ece(ours, label), ece(week, label)


def bandit_regrets(seeds: Sequence[int], advices: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return per person the takings missed by the bandit and by always showing what is believed best."""
    ours = [float(live(World(seed), Bandit(), advices).regret.sum()) for seed in seeds]
    greedy = [float(live(World(seed), Bandit(explores=False), advices).regret.sum()) for seed in seeds]
    return np.array(ours), np.array(greedy)


@dataclass(frozen=True, slots=True)
class Moved:
    """Mean reciprocal ranks around a change of jobs: in the four weeks before it, and week by week after it.

    gains: of ours over most recent, likewise.
    """

    before: float
    after: tuple[float, ...]
    gain_before: float
    gains: tuple[float, ...]


def moved(seed: int, head: NextHead, *, known: int = 90, weeks: int = 4, every: int = 4) -> Moved:
    """Return how the ranking fares when the person begins another job, learned anew every so many days."""
    new_job = LAST_DAY - timedelta(days=7 * weeks - 1)
    person = simulated(seed, known + 7 * weeks, new_job)
    changes_s = midnight_s(new_job)
    origins = np.arange(changes_s - 28 * _DAY_S, changes_s + 7 * weeks * _DAY_S, every * _DAY_S)
    found = head.evaluate(person.stream, origins.tolist())
    since = found.day - new_job.toordinal()
    parts = [since < 0, *(since // 7 == week for week in range(weeks))]
    means = [float(found.ours[one].mean()) for one in parts]
    gains = [float((found.ours - found.baseline)[one].mean()) for one in parts]
    return Moved(means[0], tuple(means[1:]), gains[0], tuple(gains[1:]))
