"""Nothing to learn, in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from engine.domain.learning import Effect, LearningItem, LearningPlan, Need, RecallCard, Standing


class NoSkills:
    """No skill, item or need."""

    def standings(self) -> tuple[Standing, ...]:
        """Return none."""
        return ()

    def items(self) -> list[LearningItem]:
        """Return none."""
        return []

    def needs(self) -> tuple[Need, ...]:
        """Return none."""
        return ()


class NoCards:
    """No card."""

    def due(self) -> list[RecallCard]:
        """Return none."""
        return []


class NoWeeks:
    """A week without minutes."""

    def plan(self, most_minutes: int | None = None) -> LearningPlan:
        """Return an empty plan."""
        return LearningPlan(date(2026, 11, 16), most_minutes or 180)

    def effect(self) -> Effect:
        """Return none."""
        return Effect()


@dataclass
class FakeLearning:
    """What a profile has where nobody named a skill."""

    skills: NoSkills = field(default_factory=NoSkills)
    cards: NoCards = field(default_factory=NoCards)
    weeks: NoWeeks = field(default_factory=NoWeeks)
