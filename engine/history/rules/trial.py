"""An expression tried on the history before it becomes a rule: what it would match and what not."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nlargest

from engine.domain.categories import CategoryTree, Facet
from engine.domain.labelling import Seen, Trial
from engine.domain.rules import Expression, Rule
from engine.history.rules.expressions import check
from engine.history.rules.rule_set import RuleSet

SHOWN = 50


def try_out(match: Expression, history: Iterable[Seen], shown: int = SHOWN) -> Trial:
    """Return the longest hits and misses of the expression in the history, at most so many of each, and the sums.

    Raises UsageError or PatternError for an expression that cannot be a rule.
    """
    check(match)
    alone = RuleSet([Rule(None, Facet.TAG, "hit", match)], CategoryTree(()))
    hits: list[Seen] = []
    misses: list[Seen] = []
    for seen in history:
        (hits if alone.label(seen.look).tag else misses).append(seen)
    return Trial(
        hits=_longest(hits, shown),
        misses=_longest(misses, shown),
        hit_count=len(hits),
        hit_ms=sum(seen.ms for seen in hits),
        miss_count=len(misses),
        miss_ms=sum(seen.ms for seen in misses),
    )


def _longest(seen: list[Seen], count: int) -> tuple[Seen, ...]:
    return tuple(nlargest(count, seen, key=lambda one: one.ms))
