"""The focus forecast as a training run has it learn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from engine.domain.model_status import Head
from engine.mind.focus.fit import fit_forecast
from engine.mind.focus.forecaster import Forecaster
from engine.mind.focus.history import History, history_of
from engine.mind.focus.look_back import near_forecasts
from engine.mind.measures.compared import Compared
from engine.mind.stream.columns import Stream
from engine.mind.train.earlier import Earlier, earlier_of, kept
from engine.mind.train.heads import origins_in
from engine.mind.train.learning import Course, Halted, Learned

_DAY_S = 86_400.0
_AGAIN_S = 6.5 * _DAY_S  # how much each part varies for a person is learned once a week; the slots are read each time
_FEWEST = 20  # slots below which nothing is learned


@dataclass(frozen=True, slots=True)
class FocusTrainee:
    """Learns the focus forecast from a stream."""

    stream: Stream = field(repr=False)
    head: Head = Head.FOCUS

    def learn(self, course: Course) -> Learned | None:
        """Learn, and compare with the better of the person's mean and the hour-of-week mean. Raises Halted."""
        before = self.stream.until(course.before_s)
        history = history_of(before)
        if len(history) < _FEWEST:
            return None
        earlier = earlier_of(course.earlier)
        known = None if earlier is None else _forecaster(earlier)
        compared = self._compared(before, history, course, earlier, known)
        learned_s = 0.0 if earlier is None else float(earlier.config.get("learned_s", 0.0))
        if known is None or course.before_s - learned_s >= _AGAIN_S:
            known, learned_s = fit_forecast(before, (), seed=course.seed, stop=course.stop), course.before_s
        if course.stop():
            raise Halted
        tensors, config = kept(dict(known.weights()), compared, course.before_s)
        return Learned(tensors, compared, config | {"learned_s": learned_s})

    def _compared(
        self,
        before: Stream,
        history: History,
        course: Course,
        earlier: Earlier | None,
        known: Forecaster | None,
    ) -> Compared | None:
        if earlier is not None and known is not None:
            return earlier.with_later(told_since(known, history, earlier.seen_s))
        origins = origins_in(before, course.before_s)
        if not origins:
            return None
        then = fit_forecast(before, (), origins[0], seed=course.seed, stop=course.stop)
        return told_since(then, history, origins[0])


def told_since(forecaster: Forecaster, history: History, since_s: float) -> Compared:
    """Return the slots since a moment, each told as it began, beside the better of the two simple means."""
    first = int(np.searchsorted(history.start_s, since_s))
    found = near_forecasts(forecaster, history, first)
    ours, mean, week = (1.0 - (one - found.label) ** 2 for one in (found.ours, found.mean, found.hour_of_week))
    better, name = (mean, "own mean") if not len(mean) or mean.mean() >= week.mean() else (week, "hour-of-week mean")
    return Compared("1 - Brier", name, ours, better, found.day.astype(np.int32))


def _forecaster(earlier: Earlier) -> Forecaster | None:
    weights: dict[str, Any] = earlier.weights
    try:
        return Forecaster.from_weights(weights)
    except ValueError:  # of another version
        return None
