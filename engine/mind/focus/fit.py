"""Learning a focus forecast from one person's slots: the dials by evidence, the hours by odds, the calibration."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product

import numpy as np

from engine.mind.calibration import Platt
from engine.mind.focus.forecaster import LEAST_DAYS, Forecaster
from engine.mind.focus.history import History, Planned, gathered, labelled
from engine.mind.focus.kernel import Values, kernel
from engine.mind.focus.prior import BELIEVED, DIALS, HOURS, HOW_MUCH, NOISE, OFFSET, SLOPE, Dials, prior
from engine.mind.focus.process import surprise, told_in_order
from engine.mind.stream.columns import Stream

_LEAST_SLOTS = 60
"""Slots below which a person's own dials would be read out of noise; the prior's stand."""

_SKIPPED = 0.25  # of the slots, in front: told from next to nothing
_STEPS = (3.0, 1.7)
_PULL = 0.5  # nats that turning a dial tenfold must bring, squared like a log-normal prior
_LEAST_ODDS = 0.4  # of hours that mean something against those that mean nothing; with less they are left out
_SUREST = 50.0  # nats

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
    del seed  # nothing is drawn any more; training runs hand one to every head
    return learned(gathered(*labelled(stream.until(before_s)), planned), stop=stop)


def learned(history: History, *, stop: Stop = never) -> Forecaster:
    """Return the forecaster of a history."""
    if len(history) < _LEAST_SLOTS or history.days < LEAST_DAYS:
        return Forecaster()
    search = _Search(history)
    quiet = search.best(Dials(hours=0.0), stop)
    hours = 0.0 if stop() else search.hours(quiet)
    dials = search.best(quiet._replace(hours=hours), stop) if hours > 0 else quiet
    return Forecaster(dials, search.calibration(dials), far=hours > 0)


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
        """Return the best dials found by turning one after the other; hours and those at 0 stay as they are."""
        best, least = start, self._cost(start)
        own = (name for name in Dials._fields if name != HOURS and getattr(start, name) > 0)
        turnable = [name for name in own if self._matters(name)]
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

    def hours(self, quiet: Dials) -> float:
        """Return how much hours are expected to vary, by how well each amount tells single slots; 0 if hardly.

        A hard test at some weeks would call nearly nobody's hours a habit; what is expected shrinks by itself to
        next to nothing where the slots speak against it.
        """
        nothing = self._surprise(quiet)
        odds = np.array(BELIEVED)
        for place, much in enumerate(HOW_MUCH):
            odds[place] *= np.exp(min(nothing - self._surprise(quiet._replace(hours=much)), _SUREST))
        if odds.sum() < _LEAST_ODDS * sum(BELIEVED):
            return 0.0
        return float(odds @ np.array(HOW_MUCH) / (odds.sum() + 1 - sum(BELIEVED)))

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

    def _surprise(self, dials: Dials) -> float:
        # Gathered slots are known, not asked for: what was in front of them, which may explain whiles, is not.
        single = self._history.single
        mean, variance = (one[single:] for one in self._told(dials))
        return len(mean) * surprise(mean, variance, self._label[single:] - self._mean)

    def _told(self, dials: Dials) -> tuple[Values, Values]:
        covariance = np.zeros((len(self._label), len(self._label)))
        for name, alike in self._alike.items():
            covariance += getattr(dials, name) * alike
        return told_in_order(covariance, NOISE * dials.noise / self._history.seen, self._label - self._mean)
