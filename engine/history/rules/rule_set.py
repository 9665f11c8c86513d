"""Many rules compiled into one: labels a look in a few microseconds, and explains itself when asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.domain.categories import NO_LABELS, CategoryTree, Facet, Labels
from engine.domain.labelling import Decision, FacetDecision, Matched, WonBy
from engine.domain.look import Look
from engine.domain.rules import Field, Rule, Test, tests_of
from engine.history.document_names import document_of
from engine.history.rules.expressions import NO_MATCH, Strength, strength_of
from engine.history.rules.fields import FieldTests
from engine.history.sites import site_of

_KEPT = 50_000


@dataclass(frozen=True, slots=True)
class _Ready:
    rule: Rule
    depth: int
    strength: Strength


class RuleSet:
    """Rules that are enabled and have a target, ready to be asked; the others are passed over.

    Site and document are read off the title where a look has none. A look of which nothing at all is known (time
    away, or withheld) gets no labels. Raises PatternError for a regex that cannot be used. One thread at a time.
    """

    def __init__(self, rules: Iterable[Rule], tree: CategoryTree) -> None:
        wanted = [rule for rule in in_order(rules) if rule.enabled and has_target(rule, tree)]
        tests = dict.fromkeys(test for rule in wanted for test in tests_of(rule.match))
        bits: dict[Test, int] = {test: 1 << place for place, test in enumerate(tests)}
        self._rules = [_Ready(rule, _depth(rule, tree), strength_of(rule.match, bits)) for rule in wanted]
        self._app, self._title, self._site, self._document = (
            FieldTests(field, bits, remember=field is not Field.TITLE) for field in Field
        )
        self._decided: dict[int, Labels] = {}

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that take part, in their order."""
        return tuple(one.rule for one in self._rules)

    def label(self, look: Look) -> Labels:
        """Return what the look is counted as."""
        if not (look.title or look.app or look.site or look.document):
            return NO_LABELS
        hits = self.hits(look)
        labels = self._decided.get(hits)
        if labels is None:
            if len(self._decided) >= _KEPT:
                self._decided.clear()
            labels = self._decided[hits] = _labels(self._facets(hits))
        return labels

    __call__ = label

    def label_many(self, looks: Iterable[Look]) -> Iterator[tuple[int, Labels]]:
        """Yield each look's number with its labels, in the order given."""
        label = self.label
        return ((look.id, label(look)) for look in looks)

    def decide(self, look: Look) -> Decision:
        """Return what the look is counted as, which rules matched, and why the winner won."""
        empty = not (look.title or look.app or look.site or look.document)
        facets = self._facets(None if empty else self.hits(look))
        site = look.site or site_of(look.app, look.title)
        return Decision(_labels(facets), facets, site, look.document or document_of(look.app, look.title))

    def hits(self, look: Look) -> int:
        """Return the look's class: looks of one class match the same rules."""
        app, title = look.app, look.title
        hits = self._app.hits(app) | self._title.hits(title)
        if self._site.any:
            hits |= self._site.hits(look.site or site_of(app, title))
        if self._document.any:
            hits |= self._document.hits(look.document or document_of(app, title))
        return hits

    def matched(self, hits: int, facet: Facet) -> list[Matched]:
        """Return the rules of the facet that match looks of this class, the winner first."""
        return [matched for matched, _ in self._ranked(hits, facet)]

    def _ranked(self, hits: int, facet: Facet) -> list[tuple[Matched, tuple[int, int]]]:
        found: list[tuple[Matched, tuple[int, int]]] = []
        for one in reversed(self._rules):
            if one.rule.facet is facet and (strength := one.strength(hits)) != NO_MATCH:
                field = list(Field)[strength - 1] if strength else None
                found.append((Matched(one.rule, one.depth, field), (one.depth, strength)))
        # The later rule comes first already, and sorting keeps that where depth and field are equal.
        return sorted(found, key=lambda ranked: (-ranked[1][0], -ranked[1][1]))

    def _facets(self, hits: int | None) -> tuple[FacetDecision, ...]:
        if hits is None:
            return tuple(FacetDecision(facet, None, (), None) for facet in Facet)
        return tuple(_facet(facet, self._ranked(hits, facet)) for facet in Facet)


def in_order(rules: Iterable[Rule]) -> list[Rule]:
    """Return the rules in the order that breaks ties: by position, then by number."""
    return sorted(rules, key=lambda rule: (rule.position, rule.id or 0))


def has_target(rule: Rule, tree: CategoryTree) -> bool:
    """Say whether what the rule counts matches as is still there."""
    return rule.target in tree if rule.facet is Facet.CATEGORY else bool(rule.target)


def _depth(rule: Rule, tree: CategoryTree) -> int:
    return tree.depth(rule.target) if isinstance(rule.target, int) else 0


def _facet(facet: Facet, ranked: list[tuple[Matched, tuple[int, int]]]) -> FacetDecision:
    if not ranked:
        return FacetDecision(facet, None, (), None)
    winner, (depth, strength) = ranked[0]
    won_by = WonBy.ALONE
    if len(ranked) > 1:
        next_depth, next_strength = ranked[1][1]
        won_by = WonBy.LATER if strength == next_strength else WonBy.MORE_SPECIFIC
        won_by = WonBy.DEEPER if depth != next_depth else won_by
    return FacetDecision(facet, winner, tuple(matched for matched, _ in ranked[1:]), won_by)


def _labels(facets: tuple[FacetDecision, ...]) -> Labels:
    category, project, tag = (None if one.winner is None else one.winner.rule.target for one in facets)
    return Labels(category if isinstance(category, int) else None, str(project or ""), str(tag or ""))
