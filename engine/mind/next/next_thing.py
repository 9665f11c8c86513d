"""The heads of the next app, category and document: learned, compared, and asked at a moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from engine.mind.measures import metrics
from engine.mind.measures.compared import Compared
from engine.mind.network.attention import PointerConfig
from engine.mind.network.fit import Course, Fit, Plan
from engine.mind.network.pointer import PointerModel, learn_pointer
from engine.mind.next.candidates import FEATURES, MOMENT, column
from engine.mind.next.cases import Cases, Pooled, cases_of
from engine.mind.next.past import EVENT
from engine.mind.next.switches import Switches, Thing, switches_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from engine.mind.stream.columns import Stream

CONFIG = PointerConfig(candidate=len(FEATURES), moment=len(MOMENT), events=len(EVENT))
"""What the network of all three looks like; it knows no vocabulary, so that one may begin from another's weights."""

FIRST = Plan(rounds=10, batch=128)
AGAIN = Plan(rounds=3, batch=128, rate=2e-3)
LATEST = 16_000
"""Turns learned from, the latest ones; counted are all."""

COMPARED = 8_000
"""Turns learned from to be compared with the baseline for the first time: half, for it is done several times over."""

_WARM_UP = 0.03  # share of the turns that only fill the counts
_OF_EACH = 1_500  # latest cases of each person that what everybody begins with is learned from; more fits them alone
_ROUNDS_OF_ALL = 6
_LEAST = 200  # turns below which nothing is learned


@dataclass(frozen=True, slots=True)
class NextHead:
    """One head: what kind of thing comes next. vectors: of length 1 or 0 by thing, of what it says; None for none."""

    thing: Thing
    vectors: NDArray[np.float32] | None = field(default=None, repr=False, compare=False)

    def fit(
        self,
        stream: Stream,
        *,
        before_s: float,
        seed: int = 0,
        course: Course | None = None,
        begin: PointerModel | None = None,
    ) -> NextFit | None:
        """Return a model learned from all before the moment, None where that is too little.

        begin: yesterday's model or the one everybody begins with; then a few rounds are enough.
        """
        switches = switches_of(stream.until(before_s), self.thing)
        if len(switches) < _LEAST:
            return None
        first = max(int(_WARM_UP * len(switches)), len(switches) - LATEST)
        return learned(cases_of(switches, first, self.vectors), seed, course, begin)

    def compare(self, model: PointerModel, stream: Stream, since_s: float) -> Compared:
        """Return the reciprocal ranks of a model learned from what was before a moment, on what came after it."""
        switches = switches_of(stream, self.thing)
        later = cases_of(switches, int(np.searchsorted(switches.start_s, since_s)), self.vectors)
        return _compared(model, later.which(later.now_s >= since_s), switches)

    def evaluate(
        self,
        stream: Stream,
        origins_s: Sequence[float],
        *,
        seed: int = 0,
        course: Course | None = None,
        begin: PointerModel | None = None,
    ) -> Compared:
        """Return reciprocal ranks of ours and of most recent first, on what came after each origin up to the next.

        Each time learned anew from what was before, from the weights of the time before. begin: a model to begin from
        that has seen nothing of this person.
        """
        switches = switches_of(stream, self.thing)
        origin = int(np.searchsorted(switches.start_s, origins_s[0])) if len(origins_s) else len(switches)
        cases = cases_of(switches, max(min(int(_WARM_UP * len(switches)), 500), origin - COMPARED), self.vectors)
        parts, model = [], begin
        for begin_s, end_s in zip(origins_s, [*origins_s[1:], np.inf], strict=True):
            before = cases.which(np.flatnonzero(cases.now_s < begin_s)[-COMPARED:])
            if len(before) >= _LEAST:
                model = learned(before, seed, course, model).model
            later = cases.which((cases.now_s >= begin_s) & (cases.now_s < end_s))
            parts.append(_compared(model, later, switches))
        return Compared.joined(parts)


NEXT_APP = NextHead(Thing.APP)
NEXT_DOCUMENT = NextHead(Thing.DOCUMENT)


@dataclass(frozen=True, slots=True)
class NextFit:
    """A learned model and how it was learned."""

    model: PointerModel
    fit: Fit


def learned(cases: Cases, seed: int, course: Course | None, begin: PointerModel | None) -> NextFit:
    """Return a model learned from cases, from the beginning or from another model's weights."""
    plan = FIRST if begin is None else AGAIN
    plan = Plan(plan.rounds, plan.batch, plan.rate, plan.decay, plan.dropout, seed)
    found = learn_pointer(cases, CONFIG, plan, course, begin)
    return NextFit(found.model, found.fit)


def learned_from_all(people: Sequence[Cases], seed: int, course: Course | None = None) -> NextFit:
    """Return a model learned from several people's latest cases: what somebody unknown begins with."""
    latest = [one.which(np.arange(len(one))[-_OF_EACH:]) for one in people]
    plan = Plan(_ROUNDS_OF_ALL, FIRST.batch, FIRST.rate, FIRST.decay, FIRST.dropout, seed)
    found = learn_pointer(Pooled(latest), CONFIG, plan, course)
    return NextFit(found.model, found.fit)


def model_of(weights: Mapping[str, NDArray[np.float32]]) -> PointerModel:
    """Return the model of these weights. Raises ValueError where they do not fit."""
    return PointerModel.from_weights(CONFIG, weights)


def _compared(model: PointerModel | None, cases: Cases, switches: Switches) -> Compared:
    recent = cases.features[..., column("recency")]
    scores = recent if model is None or not len(cases) else model.tell(cases).all
    ours, baseline = (metrics.reciprocal(metrics.ranks(one, cases.target, cases.there)) for one in (scores, recent))
    return Compared("MRR", "most recent", ours, baseline, switches.day[cases.turn])
