"""Learning a focus forecast from one person's slots: the hours by odds, the dials by evidence, the calibration."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product

import numpy as np

from engine.mind.calibration import Platt
from engine.mind.focus.forecaster import LEAST_DAYS, Forecaster
from engine.mind.focus.history import History, Planned, history_of
from engine.mind.focus.kernel import Values, kernel
from engine.mind.focus.prior import DIALS, NOISE, OFFSET, SLOPE, Dials, prior
from engine.mind.focus.process import surprise, told_in_order
from engine.mind.focus.week import Rhythm, as_it_was_told, learned_rhythm
from engine.mind.stream.columns import Stream

_LEAST_SLOTS = 60
"""Slots below which a person's own dials would be read out of noise; the prior's stand."""

_SKIPPED = 0.25  # of the slots, in front: told from next to nothing
_STEPS = (3.0, 3.0, 1.7)
_PULL = 0.5  # nats that turning a dial tenfold must bring, squared like a log-normal prior

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
    return learned(history_of(stream.until(before_s), planned), stop=stop)


def learned(history: History, *, stop: Stop = never) -> Forecaster:
    """Return the forecaster of a history."""
    if len(history) < _LEAST_SLOTS or history.days < LEAST_DAYS:
        return Forecaster()
    rhythm = Rhythm() if stop() else learned_rhythm(history.past)
    search = _Search(history, rhythm)
    dials = search.best(Dials(), stop)
    return Forecaster(dials, rhythm, search.calibration(dials))


class _Search:
    """Looks for the dials under which a person's slots, each told from those before it, surprise least."""

    def __init__(self, history: History, rhythm: Rhythm) -> None:
        self._label = history.outcomes[:, 0]
        # Hours as they were told before each week: what they took from the slots themselves would promise too much.
        self._known = history.mean[0] + as_it_was_told(history.past, rhythm, history.older)[:, 0]
        self._from = int(_SKIPPED * len(history))
        whole = prior(Dials())
        self._alike = {
            name: kernel([one for one in whole.components if one.name == name], history.cases, history.cases)
            for name in DIALS
        }
        self._matters = {
            **{field: bool(one.any()) for field, one in zip(Dials._fields, self._alike.values(), strict=False)},
            "noise": True,
        }

    def best(self, start: Dials, stop: Stop) -> Dials:
        """Return the best dials found by turning one after the other; those at 0 stay as they are."""
        best, least = start, self._cost(start)
        own = (name for name in Dials._fields if getattr(start, name) > 0)
        turnable = [name for name in own if self._matters[name]]
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
        told = self._known + self._told(dials)[0]
        return Platt.fitted(told[self._from :], self._label[self._from :], Platt(OFFSET, SLOPE))

    def _cost(self, dials: Dials) -> float:
        mean, variance = (one[self._from :] for one in self._told(dials))
        turned = [np.log10(dial) for dial in dials if dial > 0]
        cases = len(mean)
        return cases * surprise(mean, variance, (self._label - self._known)[self._from :]) + _PULL * float(
            np.square(turned).sum()
        )

    def _told(self, dials: Dials) -> tuple[Values, Values]:
        covariance = np.zeros((len(self._label), len(self._label)))
        for dial, alike in zip(dials[:-1], self._alike.values(), strict=True):
            covariance += dial * alike
        return told_in_order(covariance, NOISE * dials.noise, self._label - self._known)
