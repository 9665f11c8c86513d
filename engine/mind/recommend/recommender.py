"""Documents for this moment, ranked and explained; learned from the person's own uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.domain.recommended import Verdict
from engine.mind.recommend.arms import Arm, Arms, content_arms, fit_arms
from engine.mind.recommend.cases import own_cases
from engine.mind.recommend.explain import Explainer
from engine.mind.recommend.factors import FactorSettings
from engine.mind.recommend.facts import Context, DocumentFacts, DocumentUses, Ranked
from engine.mind.recommend.habits import Habits, habits_of
from engine.mind.recommend.moment import Moment, moment
from engine.mind.recommend.order import diverse
from engine.mind.recommend.ranker import FALLBACK, learned
from engine.mind.recommend.said import refused
from engine.mind.recommend.sessions import session_table

_SHORT_LIST = 60  # candidates among which the order is made diverse
_BELOW = 0.05  # how far what is refused altogether falls below what nothing speaks for, in units of the best
_LEARNED_FROM = 0.75  # of the time: the arms whose weights are learned from the uses after it
_PERSON = FactorSettings(dimensions=64)


@dataclass(frozen=True, slots=True)
class Recommender:
    """What ranks documents: arms and habits of the uses so far, and how much each counts."""

    facts: DocumentFacts
    arms: Arms
    habits: Habits
    counts: Mapping[str, float]

    def rank(self, context: Context, k: int) -> list[Ranked]:
        """Return at most k documents for the moment, the first to be named first, none of those excluded."""
        if not len(self.facts):
            return []
        counting = self.arms.those(self.counts)
        now = moment(context, self.facts, counting, self.habits)
        score = self._scores(now)
        less, by = self._refused(context, score)
        order = self._ordered(score - less, context.exclude, k)
        explain = Explainer(context, self.facts, counting, self.habits, self.counts, now)
        told = explain.why(order, less[order].tolist(), [by[at] for at in order])
        return [Ranked(int(self.facts.id[at]), why) for at, why in zip(order, told, strict=True)]

    def order(self, context: Context, k: int) -> list[int]:
        """Return the numbers of the documents rank names, without saying why."""
        order = self._ordered(self.scores(context), context.exclude, k) if len(self.facts) else []
        return [int(self.facts.id[at]) for at in order]

    def scores(self, context: Context) -> NDArray[np.float64]:
        """Return the score of every document by its place in the facts, those excluded, too."""
        score = self._scores(moment(context, self.facts, self.arms.those(self.counts), self.habits))
        return score - self._refused(context, score)[0]

    def with_uses(self, uses: DocumentUses, now_s: float) -> Recommender:
        """Return it knowing these uses up to a moment for everything that goes by when; all else stays as learned."""
        return replace(self, habits=habits_of(uses, self.facts, now_s))

    def _scores(self, now: Moment) -> NDArray[np.float64]:
        total = np.zeros(len(self.facts))
        for name, column in now.columns.items():
            total += self.counts.get(name, 0.0) * column.astype(np.float64)
        return total

    def _refused(
        self, context: Context, score: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], list[Verdict | None]]:
        """Return what feedback takes off each document's score: its share of all that speaks for it."""
        known = [one for one in context.said if self.facts.places(np.array([one.document]))[0] >= 0]
        if not known:
            return np.zeros(len(score)), [None] * len(score)
        places = self.facts.places(np.array([one.document for one in known], np.int64))
        share, by = refused(known, self.facts, context.now_s, list(self.arms.alike(places)))
        return share * (np.maximum(score, 0.0) + _BELOW * max(float(score.max()), 0.0)), by

    def _ordered(self, score: NDArray[np.float64], exclude: frozenset[int], k: int) -> list[int]:
        allowed = score.copy()
        shut = self.facts.places(np.array(list(exclude), np.int64))
        allowed[shut[shut >= 0]] = -np.inf
        count = min(len(score) - int((shut >= 0).sum()), max(_SHORT_LIST, k))
        best = np.argsort(-allowed, kind="stable")[:count]
        alike = self.arms.alike(best, best)
        return [int(best[at]) for at in diverse(allowed[best], alike, k)]


def fit(
    uses: DocumentUses,
    documents: DocumentFacts,
    *,
    now_s: float,
    seed: int = 0,
    stop: Callable[[], bool] = lambda: False,
    counts: Mapping[str, float] | None = None,
) -> Recommender:
    """Return a recommender that knows the uses before now_s (Unix seconds); the same seed and data give the same.

    How much each arm counts is learned from the later uses by arms that know only the earlier ones, unless counts
    are given. stop: asked now and then; where it says true what is learned is less well made, but usable.
    """
    known = uses.until(now_s)
    if not len(documents):
        return Recommender(documents, Arms({}), habits_of(known, documents, now_s), FALLBACK)
    content = content_arms(documents)
    if counts is None:
        counts = _learned_counts(known, documents, content, seed, stop)
    arms = fit_arms(session_table(known, documents, now_s), documents.words, content, _PERSON, seed, stop)
    return Recommender(documents, arms, habits_of(known, documents, now_s), counts)


def _learned_counts(
    uses: DocumentUses, documents: DocumentFacts, content: Mapping[str, Arm], seed: int, stop: Callable[[], bool]
) -> Mapping[str, float]:
    if not len(uses) or stop():
        return FALLBACK
    from_s = float(uses.start_s[int(len(uses) * _LEARNED_FROM)])
    earlier = uses.until(from_s)
    arms = fit_arms(session_table(earlier, documents, from_s), documents.words, content, _PERSON, seed, stop)
    cases = own_cases(uses, documents, arms, from_s, stop)
    return {**FALLBACK, **learned(cases)} if cases is not None else FALLBACK
