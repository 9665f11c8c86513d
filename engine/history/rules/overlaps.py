"""What is wrong with rules among each other, found by running them over the distinct looks of the history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from engine.domain.categories import CategoryTree, Facet
from engine.domain.labelling import Fault, Overlap
from engine.domain.look import Look
from engine.domain.rules import Expression, Rule
from engine.history.rules.rule_set import RuleSet, has_target, in_order


def find_overlaps(rules: Iterable[Rule], tree: CategoryTree, looks: Iterable[Look]) -> tuple[Overlap, ...]:
    """Return one warning at most for each enabled rule, in the order of the rules.

    A rule of no target, or identical to a later one, is told as such; of the others those that never match, and
    those that match and always lose, with the rule that takes most of their looks.
    """
    wanted = [rule for rule in in_order(rules) if rule.enabled]
    ready = RuleSet(wanted, tree)
    wins, losses = _contests(ready, looks)
    later = _identical(rule for rule in wanted if has_target(rule, tree))
    found: list[Overlap] = []
    for rule in wanted:
        if not has_target(rule, tree):
            found.append(Overlap(Fault.NO_TARGET, rule))
        elif (other := later.get((rule.facet, rule.match))) is not rule and other is not None:
            found.append(Overlap(Fault.IDENTICAL, rule, other))
        elif not wins[rule]:
            found.append(_lost(rule, losses.get(rule)))
    return tuple(found)


def _lost(rule: Rule, losses: Counter[Rule] | None) -> Overlap:
    if not losses:
        return Overlap(Fault.NEVER_MATCHES, rule)
    return Overlap(Fault.ALWAYS_LOSES, rule, losses.most_common(1)[0][0])


def _contests(ready: RuleSet, looks: Iterable[Look]) -> tuple[Counter[Rule], dict[Rule, Counter[Rule]]]:
    """Return how many looks each rule wins, and how many it loses to whom; equal looks are decided once."""
    classes = Counter(ready.hits(look) for look in looks if look.app or look.title or look.site or look.document)
    wins: Counter[Rule] = Counter()
    losses: dict[Rule, Counter[Rule]] = {}
    for hits, count in classes.items():
        for facet in Facet:
            matched = ready.matched(hits, facet)
            if not matched:
                continue
            winner = matched[0].rule
            wins[winner] += count
            for loser in matched[1:]:
                losses.setdefault(loser.rule, Counter())[winner] += count
    return wins, losses


def _identical(rules: Iterable[Rule]) -> dict[tuple[Facet, Expression], Rule]:
    """Return the last rule of each facet and match."""
    return {(rule.facet, rule.match): rule for rule in rules}
