"""Learning a focus forecast from one person's slots: the dials by evidence, the hours by a test, the calibration."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product

import numpy as np

from engine.mind.calibration import Platt
from engine.mind.focus.forecaster import LEAST_DAYS, Forecaster
from engine.mind.focus.history import History, Planned, gathered, labelled
from engine.mind.focus.kernel import Values, kernel
from engine.mind.focus.look_back import far_forecasts
from engine.mind.focus.pattern import LEVEL, chance_of_hours
from engine.mind.focus.prior import DIALS, NOISE, OFFSET, SLOPE, Dials, prior
from engine.mind.focus.process import surprise, told_in_order
from engine.mind.measures.metrics import brier
from engine.mind.stream.columns import Stream

_LEAST_SLOTS = 120
"""Slots below which a person's own dials would be read out of noise; the prior's stand."""

_SKIPPED = 0.25  # of the slots, in front: told from next to nothing
_STEPS = (3.0, 1.7)
_PULL = 0.5  # nats that turning a dial tenfold must bring, squared like a log-normal prior
_BACK = 0.3  # of the days are looked back on
_FAR_SKILL = 0.005  # of the Brier score that forecasts of later days must save

Stop = Callable[[], bool]


def never() -> bool:
    """Return that nothing has to stop."""
    return False


def fit_forecast(
    stream: Stream, planned: Iterable[Planned] = (), before_s: float = np.inf, *, seed: int = 0, stop: Stop = never
) -> Forecaster:
    """Return what a person's history up to a moment (Unix seconds) tells, at most some seconds of one processor.

    stop: asked now and then; once true the forecaster as learned so far is returned. With few slots it is the prior's.
    """
    recent, slots, labels = labelled(stream.until(before_s))
    hours = np.mod(slots.local_s, 86_400.0) / 3_600.0
    chance = chance_of_hours(labels, hours, slots.day, seed=seed)
    return learned(gathered(recent, slots, labels, planned), habit=chance <= LEVEL, stop=stop)


def learned(history: History, *, habit: bool, stop: Stop = never) -> Forecaster:
    """Return the forecaster of a history. habit: whether the person's hours differ by more than chance."""
    if len(history) < _LEAST_SLOTS or history.days < LEAST_DAYS:
        return Forecaster()
    search = _Search(history)
    dials = search.best(Dials(hours=float(habit)), stop)
    forecaster = Forecaster(dials, search.calibration(dials), far=False)
    if stop():
        return forecaster
    return Forecaster(dials, forecaster.calibration, far=_tells_later_days(forecaster, history))


class _Search:
    """Looks for the dials under which a person's slots, each told from those before it, surprise least."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._label = history.outcomes[:, 0]
        self._mean = float(history.mean[0])
        self._from = history.single + int(_SKIPPED * (len(history) - history.single))
        whole = prior(Dials(hours=1.0))
        self._alike = {
            name: kernel([one for one in whole.components if one.name == name], history.cases, history.cases)
            for name in DIALS
        }

    def best(self, start: Dials, stop: Stop) -> Dials:
        """Return the best dials found by turning one after the other; those at 0 stay there."""
        best, least = start, self._cost(start)
        turnable = [name for name in Dials._fields if getattr(start, name) > 0 and self._matters(name)]
        for step, name in product(_STEPS, turnable):
            for factor in (step, 1 / step):
                if stop():
                    return best
                tried = best._replace(**{name: getattr(best, name) * factor})
                cost = self._cost(tried)
                if cost < least:
                    best, least = tried, cost
                    break
        return best

    def calibration(self, dials: Dials) -> Platt:
        """Return the calibration of what each slot is told from those before it."""
        told = self._mean + self._told(dials)[0]
        return Platt.fitted(told[self._from :], self._label[self._from :], Platt(OFFSET, SLOPE))

    def _matters(self, name: str) -> bool:
        return name not in self._alike or bool(self._alike[name].any())

    def _cost(self, dials: Dials) -> float:
        mean, variance = (one[self._from :] for one in self._told(dials))
        turned = [np.log10(dial) for dial in dials if dial > 0]
        cases = len(mean)
        return cases * surprise(mean, variance, self._label[self._from :] - self._mean) + _PULL * float(
            np.square(turned).sum()
        )

    def _told(self, dials: Dials) -> tuple[Values, Values]:
        covariance = np.zeros((len(self._label), len(self._label)))
        for name, alike in self._alike.items():
            covariance += getattr(dials, name) * alike
        return told_in_order(covariance, NOISE * dials.noise / self._history.count, self._label - self._mean)


def _tells_later_days(forecaster: Forecaster, history: History) -> bool:
    """Whether forecasts of the days after an origin would have been better than the mean known then."""
    if forecaster.dials.hours <= 0 and not history.subjects:
        return False
    days = np.unique(history.day[history.single :])
    origins = days[-max(2, int(_BACK * len(days))) :]
    cases = far_forecasts(forecaster, history, origins)
    if not len(cases.label):
        return False
    mean = brier(cases.mean, cases.label)
    return mean > 0 and 1 - brier(cases.ours, cases.label) / mean > _FAR_SKILL
