"""What the page shows, as read at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.domain.documents import Document, DocumentKind
from engine.domain.learning import Effect, LearningItem, LearningPlan, RecallCard, Skill, Standing

if TYPE_CHECKING:
    from engine.api import DocumentUses, Learning

_NOTES = frozenset({DocumentKind.MARKDOWN, DocumentKind.TEXT, DocumentKind.RST})


@dataclass(frozen=True, slots=True)
class LearnSheet:
    """Skills, this week's minutes, what came of weeks before, cards that are due and what is learned with."""

    standings: tuple[Standing, ...]
    plan: LearningPlan
    effect: Effect
    due: tuple[RecallCard, ...]
    items: tuple[LearningItem, ...]

    @property
    def skills(self) -> tuple[Skill, ...]:
        """The skills, in the order they were made."""
        return tuple(one.skill for one in self.standings)

    def name_of(self, skill_id: int) -> str:
        """Return what a skill is called, "" for one that is gone."""
        return next((one.name for one in self.skills if one.id == skill_id), "")


def read_sheet(learning: Learning, most_minutes: int | None) -> LearnSheet:
    """Read it; on the worker thread. most_minutes: what a proposal divides, None for what is usual or accepted."""
    return LearnSheet(
        learning.skills.standings(),
        learning.weeks.plan(most_minutes),
        learning.weeks.effect(),
        tuple(learning.cards.due()),
        tuple(learning.skills.items()),
    )


def read_documents(uses: DocumentUses, limit: int = 200) -> list[Document]:
    """Return documents to choose from: those in front lately, notes before others; on the worker thread."""
    latest = uses.choices("", limit)
    known = {one.id for one in latest}
    others = [one for one in uses.choices(".", limit) if one.id not in known]
    return sorted([*latest, *others], key=lambda one: one.kind not in _NOTES)
