"""After an edit of the rules: what older rules labelled is labelled anew, step by step.

Where it is known which rules the looks were labelled by, only those looks are decided again that a rule matches which
was added, changed or removed since; nothing else can have changed, and the others are marked in one go.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.domain.categories import CategoryTree, Facet, Labels
from engine.domain.labelling import Relabelled
from engine.domain.rules import Rule
from engine.history.labels import CurrentRules, RuleBook
from engine.history.rules.rule_set import RuleSet
from engine.storage.looks import LOOKS_AT_ONCE, LookStore

_NO_TREE = CategoryTree(())


def relabelling(looks: LookStore, current: CurrentRules, before: RuleBook | None = None) -> Iterator[Relabelled]:
    """Bring the labels up to the rules in force, yielding how far it has come.

    before: the rules by which most looks are labelled, where that is known. What changes comes first, so that the
    totals are right long before the last look is marked. Every step is a transaction of its own: stopped or killed
    in between, what is left stays known as out of date.
    """
    now = current.now()
    work = _Work(looks, now.revision)
    if before is not None and 0 < before.revision < now.revision and _same_depths(before.tree, now.tree):
        touched, last_id = _touched(looks, before, now)
        yield from work.label(touched)
        looks.settle(before.revision, now.revision)
        # Those that came meanwhile, labelled by the older rules, count as settled now: they are decided again.
        yield from work.label(list(now.ready.label_many(looks.looks(after_id=last_id))))
    yield from work.label(_changed_first(looks, list(now.ready.label_many(looks.outdated()))))


class _Work:
    """Counts what is done, over all parts of the work."""

    def __init__(self, looks: LookStore, revision: int) -> None:
        self._looks = looks
        self._revision = revision
        self._done = self._changed = self._total = 0

    def label(self, decided: Sequence[tuple[int, Labels]]) -> Iterator[Relabelled]:
        """Store the labels in steps."""
        self._total += len(decided)
        yield Relabelled(self._done, self._total, self._changed)
        for first in range(0, len(decided), LOOKS_AT_ONCE):
            step = decided[first : first + LOOKS_AT_ONCE]
            self._changed += self._looks.label_many(step, self._revision)
            self._done += len(step)
            yield Relabelled(self._done, self._total, self._changed)


def _same_depths(before: CategoryTree, now: CategoryTree) -> bool:
    """Say whether the categories that are in both trees lie as deep in either: then rules alone decide who wins."""
    shared = [one.id for one in now.in_order() if one.id in before]
    return all(before.depth(number) == now.depth(number) for number in shared)


def _edited(before: RuleBook, now: RuleBook) -> list[Rule]:
    """Return the rules that are in one of the books only, in whatever form they have there."""
    return list(set(before.rules) ^ set(now.rules))


def _touched(looks: LookStore, before: RuleBook, now: RuleBook) -> tuple[list[tuple[int, Labels]], int]:
    """Return what the looks that an edited rule matches are counted as now, and the last look's number."""
    matches = [rule.match for rule in _edited(before, now) if rule.enabled]
    edited = RuleSet([Rule(None, Facet.TAG, "edited", match) for match in matches], _NO_TREE)
    found: list[tuple[int, Labels]] = []
    last_id = 0
    for look in looks.looks():
        last_id = look.id
        if edited.label(look).tag:
            found.append((last_id, now.ready.label(look)))
    return found, last_id


def _changed_first(looks: LookStore, decided: list[tuple[int, Labels]]) -> list[tuple[int, Labels]]:
    before = looks.labels() if decided else {}
    return sorted(decided, key=lambda one: before.get(one[0]) == one[1])
