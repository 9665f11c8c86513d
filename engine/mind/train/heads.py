"""The heads of what comes next, as a training run has them learn.

The first time each is judged by learning anew before each of the last weeks. From then on yesterday's model is judged
on what came since, which it has not seen, and goes on learning from where it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from engine.domain.model_status import Head
from engine.mind.checkpoint.tensors import Tensors
from engine.mind.measures.compared import Compared
from engine.mind.network.fit import Course as NetworkCourse
from engine.mind.network.fit import Fit
from engine.mind.stream.columns import Stream
from engine.mind.train.earlier import Earlier, earlier_of, kept
from engine.mind.train.learning import Course, Halted, Learned

_DAY_S = 86_400.0
_ORIGIN_DAYS = (28, 21, 14, 7)
_FEWEST_DAYS = 10  # of history, below which nothing is compared


class Model(Protocol):
    """A learned network."""

    def weights(self) -> Mapping[str, Any]:
        """Return the weights by name."""
        ...


_Model = TypeVar("_Model", bound=Model)
_Made_co = TypeVar("_Made_co", bound=Model, covariant=True)


class Fitted(Protocol[_Made_co]):
    """A model, and how it was learned."""

    @property
    def model(self) -> _Made_co:
        """The model."""
        ...

    @property
    def fit(self) -> Fit:
        """How it was learned."""
        ...


class Learner(Protocol[_Model]):
    """What learns one head from a stream."""

    def fit(
        self,
        stream: Stream,
        *,
        before_s: float,
        seed: int = 0,
        course: NetworkCourse | None = None,
        begin: _Model | None = None,
    ) -> Fitted[_Model] | None:
        """Return a model learned from all before the moment, None where that is too little."""
        ...

    def compare(self, model: _Model, stream: Stream, since_s: float) -> Compared:
        """Return how a model did on what came after a moment."""
        ...

    def evaluate(
        self,
        stream: Stream,
        origins_s: Sequence[float],
        *,
        seed: int = 0,
        course: NetworkCourse | None = None,
        begin: _Model | None = None,
    ) -> Compared:
        """Return how models learned before each origin did on what came after it."""
        ...


class ModelOf(Protocol[_Made_co]):
    """Makes a model of weights; raises ValueError where they do not fit."""

    def __call__(self, weights: Tensors) -> _Made_co:
        """Return the model."""
        ...


@dataclass(frozen=True, slots=True)
class NextTrainee(Generic[_Model]):
    """A head that is a network over the stream. prior: weights that everybody begins with, None for none.

    prior_s: since when these are (Unix seconds); a model that learned before begins anew from them.
    """

    head: Head
    learner: Learner[_Model]
    model_of: ModelOf[_Model]
    stream: Stream = field(repr=False)
    prior: Tensors | None = field(default=None, repr=False)
    prior_s: float = 0.0

    def learn(self, course: Course) -> Learned | None:
        """Learn, and compare; None where there is too little. Raises Halted."""
        before = self.stream.until(course.before_s)
        how, earlier = NetworkCourse(course.stop), earlier_of(course.earlier)
        if earlier is not None and earlier.seen_s < self.prior_s:
            earlier = None
        model = self._model(self.prior if earlier is None else earlier.weights)
        compared = self._compared(before, course, earlier, model)
        _heed(course)
        fitted = self.learner.fit(before, before_s=course.before_s, seed=course.seed, course=how, begin=model)
        _heed(course)
        if fitted is None:
            return None
        tensors, config = kept(dict(fitted.model.weights()), compared, course.before_s)
        return Learned(tensors, compared, config, fitted.fit.device, fitted.fit.fell_back)

    def _model(self, weights: Tensors | None) -> _Model | None:
        try:
            return None if weights is None else self.model_of(weights)
        except ValueError:  # of another version
            return None

    def _compared(
        self, before: Stream, course: Course, earlier: Earlier | None, model: _Model | None
    ) -> Compared | None:
        if earlier is not None and model is not None:
            return earlier.with_later(self.learner.compare(model, before, earlier.seen_s))
        origins = origins_in(before, course.before_s)
        if not origins:
            return None
        return self.learner.evaluate(
            before, origins, seed=course.seed, course=NetworkCourse(course.stop), begin=None if earlier else model
        )


def origins_in(before: Stream, before_s: float) -> list[float]:
    """Return the moments from which the last weeks are told: four, fewer where the history is short."""
    if not len(before):
        return []
    days = (before_s - float(before.start_s[0])) / _DAY_S
    if days < _FEWEST_DAYS:
        return []
    return [before_s - ago * _DAY_S for ago in _ORIGIN_DAYS if ago <= max(days / 2, _ORIGIN_DAYS[-1])]


def _heed(course: Course) -> None:
    if course.stop():
        raise Halted
