"""Rules for tests of what is stored: small enough to be read at a glance, or others than those there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from engine.domain.categories import Labels
from engine.domain.look import Look
from engine.domain.rules import Rule
from engine.storage.rules import RuleStore


@dataclass
class ByApp:
    """Labels by the name of the app; others have none. asked: every look it was asked about."""

    labels: dict[str, Labels]
    revision: int = 1
    asked: list[Look] = field(default_factory=list)

    def __call__(self, look: Look) -> Labels:
        self.asked.append(look)
        return self.labels.get(look.app, Labels())


def put_rules(store: RuleStore, rules: Iterable[Rule]) -> None:
    """Put these rules, in this order, in the place of all there are."""
    for one in store.all():
        store.remove(one.id or 0)
    for one in rules:
        store.add(replace(one, position=0))
