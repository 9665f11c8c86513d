"""What the page shows, as read at one moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from desktop_app.dialogs.rule_words import is_named
from engine.domain.categories import CategoryTree, Facet
from engine.domain.labelling import Overlap, Unknown
from engine.domain.rules import Rule

if TYPE_CHECKING:
    from engine.api import Rules

Counts: TypeAlias = Mapping[tuple[Facet, int | str], int]


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose rules are looked at: of a category and what lies below it, of a project or tag, of a facet, or all."""

    facet: Facet | None = None
    target: int | str | None = None

    def of(self, rules: Iterable[Rule], tree: CategoryTree) -> tuple[Rule, ...]:
        """Return the rules that are looked at."""
        found = (rule for rule in rules if self.facet in {None, rule.facet})
        if self.target is None:
            return tuple(found)
        targets = {one.id for one in tree.below(self.target)} if isinstance(self.target, int) else {self.target}
        return tuple(rule for rule in found if rule.target in targets)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The categories and rules in their order, and whether the history is still labelled by older ones."""

    tree: CategoryTree
    rules: tuple[Rule, ...]
    outdated: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is neither a category nor a rule."""
        return not len(self.tree) and not self.rules

    def within(self, scope: Scope) -> tuple[Rule, ...]:
        """Return the rules of a scope, in their order."""
        return scope.of(self.rules, self.tree)

    def counts(self) -> Counts:
        """Return how many rules each target has."""
        return Counter((rule.facet, rule.target) for rule in self.rules)

    def names(self, facet: Facet) -> tuple[str, ...]:
        """Return the projects or tags that rules know, by name."""
        return tuple(sorted({str(rule.target) for rule in self.rules if rule.facet is facet}))


@dataclass(frozen=True, slots=True)
class Unsorted:
    """What has no category, in groups, and how much time there is in all, with a category or without."""

    groups: tuple[Unknown, ...]
    whole_ms: int

    @property
    def ms(self) -> int:
        """How much time has no category."""
        return sum(group.ms for group in self.groups)


def read_sheet(rules: Rules) -> Sheet:
    """Read categories and rules; on the worker thread."""
    return Sheet(rules.tree(), tuple(rules.all()), rules.outdated())


def read_unsorted(rules: Rules, whole_ms: int, most: int = 1_000) -> Unsorted:
    """Read what has no category; whole_ms: all time as read before, 0 to add it up. On the worker thread."""
    whole = whole_ms or sum(seen.ms for seen in rules.history() if is_named(seen.look))
    return Unsorted(tuple(rules.unknown(most)), whole)


def read_overlaps(rules: Rules) -> dict[int, Overlap]:
    """Read what is wrong with rules among each other, by the rule's number; on the worker thread."""
    return {one.rule.id or 0: one for one in rules.overlaps()}
