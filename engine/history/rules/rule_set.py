"""Many rules compiled into one: labels a look in a few microseconds, and explains itself when asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.domain.categories import NO_LABELS, CategoryTree, Facet, Labels
from engine.domain.labelling import Decision, FacetDecision, Matched, WonBy
from engine.domain.look import Look
from engine.domain.rules import Field, Rule, Test, comparisons_in
from engine.history.document_names import document_of, file_name
from engine.history.rules.expressions import Holds, field_of, ready
from engine.history.rules.fields import FieldTests
from engine.history.sites import site_of

_KEPT = 50_000


@dataclass(frozen=True, slots=True)
class _Ready:
    matched: Matched
    holds: Holds


class RuleSet:
    """Rules that are enabled and have a target, ready to be asked; the others are passed over.

    Site and document are read off the title where a look has none. A look of which nothing at all is known (time
    away, or withheld) gets no labels. Raises PatternError for a regex that cannot be used. Any thread may ask.
    """

    def __init__(self, rules: Iterable[Rule], tree: CategoryTree) -> None:
        wanted = [rule for rule in in_order(rules) if rule.enabled and has_target(rule, tree)]
        tests = dict.fromkeys(test for rule in wanted for test in comparisons_in(rule.match))
        bits: dict[Test, int] = {test: 1 << place for place, test in enumerate(tests)}
        found = [_Ready(_as_matched(rule, tree), ready(rule.match, bits)) for rule in wanted]
        self._rules = {facet: _best_first(found, facet) for facet in Facet}
        self.rules = tuple(wanted)
        self._app, self._title, self._site, self._document = (
            FieldTests(field, bits, remember=field is not Field.TITLE) for field in Field
        )
        self._decided: dict[int, Labels] = {}

    def label(self, look: Look) -> Labels:
        """Return what the look is counted as."""
        if not (look.title or look.app or look.site or look.document):
            return NO_LABELS
        hits = self.hits(look)
        labels = self._decided.get(hits)
        if labels is None:
            if len(self._decided) >= _KEPT:
                self._decided.clear()
            labels = self._decided[hits] = self._labels(hits)
        return labels

    __call__ = label

    def label_many(self, looks: Iterable[Look]) -> Iterator[tuple[int, Labels]]:
        """Yield each look's number with its labels, in the order given."""
        label = self.label
        return ((look.id, label(look)) for look in looks)

    def decide(self, look: Look) -> Decision:
        """Return what the look is counted as, which rules matched, and why the winner won."""
        known = bool(look.title or look.app or look.site or look.document)
        hits = self.hits(look)
        facets = tuple(_facet(facet, self.matched(hits, facet) if known else []) for facet in Facet)
        site = look.site or site_of(look.app, look.title)
        return Decision(self.label(look), facets, site, look.document or document_of(look.app, look.title))

    def hits(self, look: Look) -> int:
        """Return the look's class: looks of one class match the same rules."""
        app, title = look.app, look.title
        hits = self._app.hits(app) | self._title.hits(title)
        if self._site.any:
            hits |= self._site.hits(look.site or site_of(app, title))
        if self._document.any:
            document = look.document or document_of(app, title)
            hits |= self._document.hits(document)
            if (name := file_name(document)) != document:  # a rule may say "plan.odt" of whatever folder
                hits |= self._document.hits(name)
        return hits

    def matched(self, hits: int, facet: Facet) -> list[Matched]:
        """Return the rules of the facet that match looks of this class, the winner first."""
        return [one.matched for one in self._rules[facet] if one.holds(hits)]

    def _labels(self, hits: int) -> Labels:
        category, project, tag = (
            next((one.matched.rule.target for one in ranked if one.holds(hits)), None)
            for ranked in self._rules.values()
        )
        return Labels(category if isinstance(category, int) else None, str(project or ""), str(tag or ""))


def in_order(rules: Iterable[Rule]) -> list[Rule]:
    """Return the rules in the order that breaks ties: by position, then by number."""
    return sorted(rules, key=lambda rule: (rule.position, rule.id or 0))


def has_target(rule: Rule, tree: CategoryTree) -> bool:
    """Say whether what the rule counts matches as is still there."""
    return rule.target in tree if rule.facet is Facet.CATEGORY else bool(rule.target)


def _as_matched(rule: Rule, tree: CategoryTree) -> Matched:
    depth = tree.depth(rule.target) if isinstance(rule.target, int) else 0
    return Matched(rule, depth, field_of(rule.match))


def _rank(matched: Matched) -> int:
    return matched.field.rank if matched.field else 0


def _best_first(rules: list[_Ready], facet: Facet) -> list[_Ready]:
    """Return the facet's rules in the order in which they win; the later comes first where all else is equal."""
    own = [one for one in reversed(rules) if one.matched.rule.facet is facet]
    return sorted(own, key=lambda one: (-one.matched.depth, -_rank(one.matched)))


def _facet(facet: Facet, matched: list[Matched]) -> FacetDecision:
    if not matched:
        return FacetDecision(facet, None, (), None)
    winner, *others = matched
    return FacetDecision(facet, winner, tuple(others), _won_by(winner, others[0]) if others else WonBy.ALONE)


def _won_by(winner: Matched, other: Matched) -> WonBy:
    if winner.depth != other.depth:
        return WonBy.DEEPER
    return WonBy.LATER if _rank(winner) == _rank(other) else WonBy.MORE_SPECIFIC
