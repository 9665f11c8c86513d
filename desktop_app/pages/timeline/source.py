"""What the timeline asks of the engine; every method is called on the worker thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.domain.activity import Observed
from engine.domain.categories import NO_LABELS, CategoryTree, Labels
from engine.domain.days import DayRule
from engine.domain.document_use import ShownDocument
from engine.domain.found import Found
from engine.domain.intervals import Interval
from engine.domain.look import Look
from engine.domain.presence import Presence
from engine.domain.stretches import LabelledStretch

if TYPE_CHECKING:
    from engine.api import Engine


@dataclass(frozen=True, slots=True)
class LabelledHistory:
    """The history as it counts within bounds; labels: one for each stretch, in force once corrections are heeded.

    shown: the indexed documents in front, in order. has_documents: whether any folder of documents is named.
    """

    bounds: Interval
    stretches: tuple[LabelledStretch, ...]
    labels: tuple[Labels, ...]
    tree: CategoryTree
    rule: DayRule
    shown: tuple[ShownDocument, ...] = ()
    has_documents: bool = False


class TimelineSource:
    """Reads stretches with their labels, and searches."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def rule(self) -> DayRule:
        """Return how days are cut."""
        return self._engine.history.rule()

    def read(self, bounds: Interval) -> LabelledHistory:
        """Return the history within bounds."""
        stretches = tuple(self._engine.corrections.stretches(bounds.start_ms, bounds.end_ms))
        known: dict[tuple[str, str, str, str], Labels] = {}
        labels = tuple(self._labels(one, known) for one in stretches)
        shown = tuple(self._engine.document_use.during(bounds.start_ms, bounds.end_ms))
        tree, named = self._engine.rules.tree(), bool(self._engine.documents.folders())
        return LabelledHistory(bounds, stretches, labels, tree, self.rule(), shown, named)

    def search(self, words: str, limit: int) -> list[Found]:
        """Return where the words stand in the history, the newest first; nothing for no words."""
        return self._engine.search.titles(words, limit) if words.strip() else []

    def _labels(self, stretch: LabelledStretch, known: dict[tuple[str, str, str, str], Labels]) -> Labels:
        if stretch.what.presence is not Presence.ACTIVE:
            return NO_LABELS
        by_rules = self._by_rules(stretch.what, known)
        return by_rules if stretch.override is None else stretch.override.over(by_rules)

    def _by_rules(self, what: Observed, known: dict[tuple[str, str, str, str], Labels]) -> Labels:
        key = what.app, what.title, what.site, what.document
        if key not in known:
            known[key] = self._engine.rules.labels(Look(0, *key))
        return known[key]
