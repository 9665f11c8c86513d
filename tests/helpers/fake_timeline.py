"""What the timeline asks of an engine, answered from a list in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.domain.categories import NO_LABELS, CategoryTree, Labels
from engine.domain.found import Found
from engine.domain.labelling import Overlap, Relabelled, Seen, Unknown
from engine.domain.look import Look
from engine.domain.rule_suggestion import Suggested
from engine.domain.rules import Rule
from engine.domain.stretches import LabelledStretch


@dataclass
class FakeCorrections:
    """A history that nobody has corrected."""

    held: list[LabelledStretch] = field(default_factory=list)

    def stretches(self, start_ms: int, end_ms: int) -> list[LabelledStretch]:
        """Return what shares time with [start_ms, end_ms)."""
        return [one for one in self.held if one.interval.start_ms < end_ms and one.interval.end_ms > start_ms]

    def undo(self) -> None:
        """There is nothing to take back."""

    def redo(self) -> None:
        """There is nothing to make again."""


class FakeRuleSuggestions:
    """Suggests nothing."""

    def step(self, _most: int) -> Suggested:
        """Return nothing."""
        return Suggested()

    def left(self, suggested: Suggested) -> Suggested:
        """Return the same."""
        return suggested


class FakeRules:
    """No categories and no rules; undone: steps of labelling that an edit left behind."""

    def tree(self) -> CategoryTree:
        """Return an empty tree."""
        return CategoryTree(())

    def labels(self, _look: Look) -> Labels:
        """Return no labels."""
        return NO_LABELS

    def all(self) -> list[Rule]:
        """Return no rules."""
        return []

    def __init__(self) -> None:
        self.undone = 0
        self.installed: list[str] = []

    def starter(self, language: str) -> str:
        """Return the language in place of its pack."""
        return language

    def install(self, pack: str) -> None:
        """Remember which pack was wanted."""
        self.installed.append(pack)

    def outdated(self) -> bool:
        """Say whether steps of labelling are left undone."""
        return self.undone > 0

    def relabel(self) -> Iterator[Relabelled]:
        """Do the steps that are left."""
        total = self.undone
        while self.undone:
            self.undone -= 1
            yield Relabelled(total - self.undone, total, 1)

    def history(self) -> tuple[Seen, ...]:
        """Return no looks."""
        return ()

    def overlaps(self) -> tuple[Overlap, ...]:
        """Find nothing wrong."""
        return ()

    def unknown(self, _most: int = 100) -> tuple[Unknown, ...]:
        """Return nothing that is unknown."""
        return ()


class FakeSearch:
    """Finds nothing."""

    def titles(self, _words: str, _limit: int = 100) -> list[Found]:
        """Return nothing."""
        return []
