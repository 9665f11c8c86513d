"""The heads of a quiet while ("no switch in ten minutes") and of a distraction to come within fifteen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.mind.measures.compared import Compared
from engine.mind.network.attention import OutcomeConfig
from engine.mind.network.fit import Course, Fit, Plan
from engine.mind.network.outcome import OutcomeCases, OutcomeModel, learn_outcome
from engine.mind.next.moments import EVENT, OUTCOMES, STATE, WorkMoments, moment_at, moments_of
from engine.mind.next.rates import KINDS, KNOWN_AFTER_S, RATES, AllRates

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from engine.mind.stream.columns import Stream

FEATURES = STATE + RATES
CONFIG = OutcomeConfig(features=len(FEATURES), events=len(EVENT), outcomes=1)
FIRST = Plan(rounds=8, batch=256)
AGAIN = Plan(rounds=2, batch=256, rate=1e-3)
LATEST = 16_000
"""Moments learned from, the latest ones; rates are counted over all."""

_LEAST = 300  # moments below which nothing is learned
_LEAST_OF_A_KIND = 20


@dataclass(frozen=True, slots=True)
class OutcomeHead:
    """One head: which of the outcomes, and the rate that is its baseline."""

    outcome: str
    baseline: str

    @property
    def place(self) -> int:
        """The outcome's place among OUTCOMES."""
        return OUTCOMES.index(self.outcome)

    def fit(
        self,
        stream: Stream,
        *,
        before_s: float,
        seed: int = 0,
        course: Course | None = None,
        begin: OutcomeModel | None = None,
    ) -> OutcomeHeadFit | None:
        """Return a model learned from all before the moment, None where that is too little of either kind."""
        moments = moments_of(stream.until(before_s))
        return self.learned(moments, AllRates.none().told(moments), seed, course, begin)

    def learned(
        self,
        moments: WorkMoments,
        rates: NDArray[np.float32],
        seed: int = 0,
        course: Course | None = None,
        begin: OutcomeModel | None = None,
    ) -> OutcomeHeadFit | None:
        """Return a model learned from moments and the rates at them."""
        label = moments.label[:, self.place]
        known = np.flatnonzero(~np.isnan(label))[-LATEST:]
        few = min(float(label[known].sum()), float((1 - label[known]).sum()))
        if len(known) < _LEAST or few < _LEAST_OF_A_KIND:
            return None
        cases = cases_of(moments.which(known), rates[known], label[known, None])
        plan = FIRST if begin is None else AGAIN
        plan = Plan(plan.rounds, plan.batch, plan.rate, plan.decay, plan.dropout, seed)
        found = learn_outcome(cases, CONFIG, plan, course, begin, len(STATE) + self._rate)
        return OutcomeHeadFit(found.model, found.fit)

    def compare(self, model: OutcomeModel, stream: Stream, since_s: float) -> Compared:
        """Return 1 minus the Brier scores of a model learned from what was before a moment, on what came after it."""
        moments = moments_of(stream)
        rates = AllRates.none().told(moments)
        later = (moments.now_s >= since_s) & ~np.isnan(moments.label[:, self.place])
        return self._compared(model, moments.which(later), rates[later])

    def evaluate(
        self,
        stream: Stream,
        origins_s: Sequence[float],
        *,
        seed: int = 0,
        course: Course | None = None,
        begin: OutcomeModel | None = None,
    ) -> Compared:
        """Return 1 minus the Brier score of ours and of the baseline, on what came after each origin up to the next.

        begin: a model to begin from that has seen nothing of this person.
        """
        moments = moments_of(stream)
        rates = AllRates.none().told(moments)
        label = moments.label[:, self.place]
        parts, model = [], begin
        for begin_s, end_s in zip(origins_s, [*origins_s[1:], np.inf], strict=True):
            before = known_by(moments, begin_s)
            fit = self.learned(moments.which(before), rates[before], seed, course, model)
            model = model if fit is None else fit.model
            later = (moments.now_s >= begin_s) & (moments.now_s < end_s) & ~np.isnan(label)
            parts.append(self._compared(model, moments.which(later), rates[later]))
        return Compared.joined(parts)

    def counted(self, rates: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return the baseline's probability from the rates (n)."""
        logit = rates[:, self._rate].astype(np.float64)
        return 1.0 / (1.0 + np.exp(-logit))

    @property
    def _rate(self) -> int:
        """The place of the baseline among RATES."""
        return self.place * len(KINDS) + KINDS.index(self.baseline)

    def _compared(self, model: OutcomeModel | None, moments: WorkMoments, rates: NDArray[np.float32]) -> Compared:
        counted = self.counted(rates)
        told = counted if model is None else model.probability(cases_of(moments, rates))[:, 0]
        label = moments.label[:, self.place].astype(np.float64)
        ours, baseline = (1.0 - (one - label) ** 2 for one in (told, counted))
        return Compared("1 - Brier", f"rate {self.baseline}", ours, baseline, moments.day)


def known_by(moments: WorkMoments, moment_s: float) -> NDArray[np.bool_]:
    """Return which moments were so long before that what came of them was known then."""
    return moments.now_s <= moment_s - KNOWN_AFTER_S


STILL = OutcomeHead("still", "app_elapsed")
DISTRACTED = OutcomeHead("distracted", "app")


@dataclass(frozen=True, slots=True)
class OutcomeHeadFit:
    """A learned model and how it was learned."""

    model: OutcomeModel
    fit: Fit


def model_of(weights: Mapping[str, NDArray[np.float32]]) -> OutcomeModel:
    """Return the model of these weights. Raises ValueError where they do not fit."""
    return OutcomeModel.from_weights(CONFIG, weights)


def cases_of(
    moments: WorkMoments, rates: NDArray[np.float32], label: NDArray[np.float32] | None = None
) -> OutcomeCases:
    """Return moments as the network is shown them."""
    features = np.concatenate([moments.state, rates], axis=1)
    return OutcomeCases(features, label, None, moments.events, moments.there)


class OutcomeAsker:
    """Tells an outcome's probability at a moment; rates are kept from one question to the next."""

    def __init__(self, head: OutcomeHead, model: OutcomeModel | None = None) -> None:
        """Without a model the baseline answers."""
        self._head, self._model = head, model
        self._rates, self._counted_s, self._first_s = AllRates.none(), -np.inf, np.nan

    def probability(self, stream: Stream, now_s: float | None = None) -> float | None:
        """Return the probability at the end of the stream or at now_s; None where no app is in front."""
        if not len(stream):
            return None
        now = float(stream.end_s[-1]) if now_s is None else now_s
        self._follow(stream, now)
        moment = moment_at(stream.rows(slice(max(0, len(stream) - _ROWS), None)), now)
        if not len(moment):
            return None
        rates = self._rates.told(moment, counted=False)
        if self._model is None:
            return float(self._head.counted(rates)[0])
        return float(self._model.probability(cases_of(moment, rates))[0, 0])

    def _follow(self, stream: Stream, now_s: float) -> None:
        """Count the moments since the last question whose time is over."""
        if stream.start_s[0] != self._first_s or now_s < self._counted_s:
            self._rates, self._counted_s = AllRates.none(), -np.inf
            self._first_s = float(stream.start_s[0])
        over = now_s - KNOWN_AFTER_S
        first = int(np.searchsorted(stream.end_s, max(self._counted_s - _MARGIN_S, -1e18)))
        moments = moments_of(stream.rows(slice(first, None)))
        new = moments.which((moments.now_s > self._counted_s) & (moments.now_s <= over))
        self._rates.told(new)
        self._counted_s = max(self._counted_s, over)


_MARGIN_S = 8 * 3600.0
_ROWS = 2_000
