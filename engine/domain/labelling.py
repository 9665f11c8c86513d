"""What rules decided, and why; what is wrong with them; what nothing is known about yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from engine.domain.categories import Category, Facet, Labels
from engine.domain.goals import Goal
from engine.domain.look import Look
from engine.domain.rules import Expression, Field, Rule


class WonBy(StrEnum):
    """What set the winning rule apart from the next best."""

    ALONE = "alone"  # no other rule of the facet matched
    DEEPER = "deeper"  # its category lies deeper in the tree
    MORE_SPECIFIC = "more_specific"  # what it looks at is more specific: document, site, title, app
    LATER = "later"  # all else being equal it comes later


@dataclass(frozen=True, slots=True)
class Matched:
    """A rule that matched. depth: of its category, 0 for projects and tags.

    field: the most specific one the rule looks at, None where it only says what must not be.
    """

    rule: Rule
    depth: int
    field: Field | None


@dataclass(frozen=True, slots=True)
class FacetDecision:
    """Who won one facet, who else matched (the next best first), and why; None twice where nothing matched."""

    facet: Facet
    winner: Matched | None
    others: tuple[Matched, ...]
    won_by: WonBy | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a look is counted as, facet by facet; site and document are what the rules saw, read off titles too."""

    labels: Labels
    facets: tuple[FacetDecision, ...]
    site: str
    document: str

    def of(self, facet: Facet) -> FacetDecision:
        """Return the decision about one facet."""
        return next(one for one in self.facets if one.facet is facet)


class Fault(StrEnum):
    """What can be wrong with a rule among the others."""

    IDENTICAL = "identical"  # another rule of the facet has the very same match
    ALWAYS_LOSES = "always_loses"  # it matched in the history and never won
    NEVER_MATCHES = "never_matches"  # nothing in the history matches it
    NO_TARGET = "no_target"  # its category is gone


@dataclass(frozen=True, slots=True)
class Overlap:
    """A warning about a rule; other is the rule it is identical to or loses to most, None where there is none."""

    fault: Fault
    rule: Rule
    other: Rule | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A look and how many milliseconds it was in front in all."""

    look: Look
    ms: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """Looks without a category that one rule would clear.

    match: the rule's proposal. name: what they share, as it stands in the title or app. seen: the looks, the longest
    first. ms: their sum.
    """

    match: Expression
    name: str
    seen: tuple[Seen, ...]
    ms: int


@dataclass(frozen=True, slots=True)
class Trial:
    """What an expression would match in the history: the longest hits and misses, and how many there are in all."""

    hits: tuple[Seen, ...]
    misses: tuple[Seen, ...]
    hit_count: int
    hit_ms: int
    miss_count: int
    miss_ms: int


@dataclass(frozen=True, slots=True)
class RemovedCategory:
    """A category that was removed with all that went with it or named it: what it takes to put it back as it was.

    below, blocks, flexible_blocks, corrections: numbers of those that named it. kept_looks: those counted as it for
    ever, as their titles are gone. counted: what condensed days came to, as rows of totals. condensed: up to when
    titles and days were condensed then, in UTC milliseconds. figures: of focus, of days without titles.
    """

    category: Category
    rules: tuple[Rule, ...]
    goals: tuple[Goal, ...]
    below: frozenset[int]
    blocks: frozenset[int]
    flexible_blocks: frozenset[int]
    corrections: frozenset[int]
    kept_looks: frozenset[int]
    counted: tuple[tuple[int, ...], ...]
    condensed: tuple[int, int]
    figures: tuple[tuple[int | str | bytes, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class RulesChange:
    """What an operation changed: the numbers of categories and rules added, changed or removed.

    labels: whether looks may need other labels now, so that relabelling is due. removed: what was removed, where it can
    be put back.
    """

    categories: frozenset[int] = frozenset()
    rules: frozenset[int] = frozenset()
    labels: bool = False
    removed: RemovedCategory | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Relabelled:
    """How far relabelling has come: looks decided anew of how many, and how many got other labels."""

    done: int
    total: int
    changed: int

    @property
    def complete(self) -> bool:
        """Whether nothing is left."""
        return self.done >= self.total
