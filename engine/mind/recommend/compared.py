"""The recommender on later weeks of a history, beside the simple rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.mind.baseline.documents import Counted, DocumentRule, TitleWords, rule_scores
from engine.mind.measures.compared import Compared
from engine.mind.recommend.cases import spread_out
from engine.mind.recommend.facts import Context, DocumentFacts, DocumentUses
from engine.mind.recommend.moment import context_of, context_row
from engine.mind.recommend.recommender import Recommender, fit
from engine.mind.recommend.tables import Table

METRIC = "mrr"
_LATER_S = 28 * 86_400.0  # that are predicted
_LATER_SHARE = 0.3  # of the history at most
_ORIGINS = 2  # moments from which the rest is predicted
_MOST = 300  # openings compared from each
_DEEP = 20  # what stands further back counts nothing


@dataclass(frozen=True, slots=True)
class _Judge:
    """A recommender and the rules before the uses they are judged on."""

    recommender: Recommender
    titles: TitleWords
    words: Table
    uses: DocumentUses

    def reciprocals(self, at: int) -> list[float]:
        """Return 1 / rank of what was opened: the recommender's, then every rule's; 0 beyond the first 20."""
        uses = self.uses
        now_s = float(uses.start_s[at])
        context = context_of(uses, now_s, float(uses.local_s[at]))
        wanted = int(uses.document[at])
        known = self.recommender.with_uses(uses, now_s)  # what came later, this opening too, is not to be counted
        ours = known.order(context, _DEEP)
        counted = self._counted(known, context)
        rules = (rule_scores(rule, counted, now_s) for rule in DocumentRule)
        return [_reciprocal(ours, wanted), *(_reciprocal(self._first(one, context), wanted) for one in rules)]

    def _counted(self, known: Recommender, context: Context) -> Counted:
        facts, habits = known.facts, known.habits
        in_front = context_row(replace(context, recent=context.recent[-1:], recent_ago_s=()), facts)
        title = self.titles.points(in_front @ self.words)
        return Counted(habits.last_s(context.now_s), habits.often(context.now_s).astype(np.float64), title)

    def _first(self, score: NDArray[np.float64], context: Context) -> list[int]:
        facts = self.recommender.facts
        order = facts.id[np.argsort(-score, kind="stable")[: _DEEP + len(context.exclude)]]
        return [int(one) for one in order if int(one) not in context.exclude][:_DEEP]


def compared(
    uses: DocumentUses, facts: DocumentFacts, before_s: float, seed: int, stop: Callable[[], bool]
) -> Compared | None:
    """Return the recommender beside the best of the simple rules on the last weeks before a moment (Unix seconds).

    It knows nothing but what lies before each origin, save for when what was used. None where there is too little.
    """
    known = uses.until(before_s)
    if not len(known) or not len(facts):
        return None
    cases = [case for origin, end in _stretches(known) for case in _judged(known, facts, origin, end, seed, stop)]
    if not cases:
        return None
    ours, rules = np.array([case[1][0] for case in cases]), np.array([case[1][1:] for case in cases])
    best = int(rules.mean(axis=0).argmax())
    day = np.array([known.local_s[case[0]] // 86_400 for case in cases], np.int32)
    return Compared(METRIC, tuple(DocumentRule)[best].value, ours, rules[:, best], day)


def _stretches(uses: DocumentUses) -> Iterator[tuple[float, float]]:
    first, last = float(uses.start_s[0]), float(uses.start_s[-1])
    later = min(_LATER_S, _LATER_SHARE * (last - first)) / _ORIGINS
    for left in range(_ORIGINS, 0, -1):
        yield last - left * later, last - (left - 1) * later


def _judged(
    uses: DocumentUses, facts: DocumentFacts, origin_s: float, end_s: float, seed: int, stop: Callable[[], bool]
) -> Iterator[tuple[int, list[float]]]:
    there = (uses.start_s > origin_s) & (uses.start_s <= end_s) & (facts.places(uses.document) >= 0)
    later = spread_out(np.flatnonzero(there), _MOST)
    if facts.words is None or not later or stop():
        return
    made = fit(uses, facts, now_s=origin_s, seed=seed, stop=stop)
    judge = _Judge(made, TitleWords(facts.words), facts.words, uses)
    for at in later:
        if stop():
            return
        yield at, judge.reciprocals(at)


def _reciprocal(order: list[int], wanted: int) -> float:
    return 1.0 / (1 + order.index(wanted)) if wanted in order else 0.0
