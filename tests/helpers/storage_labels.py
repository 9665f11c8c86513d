"""Rules small enough to be read at a glance, for tests of what is stored."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.domain.categories import Labels
from engine.domain.look import Look


@dataclass
class ByApp:
    """Labels by the name of the app; others have none. asked: every look it was asked about."""

    labels: dict[str, Labels]
    revision: int = 1
    asked: list[Look] = field(default_factory=list)

    def __call__(self, look: Look) -> Labels:
        self.asked.append(look)
        return self.labels.get(look.app, Labels())
