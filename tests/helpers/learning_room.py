"""Learning on a real database and a real plan; places and what was kept are said by the test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from helpers.manual_clock import ManualClock
from helpers.stored_plan import plan_on

from engine.api.learning import Learning
from engine.domain.adherence import Adherence, Kept, Outcome
from engine.domain.blocks import About, Block, BlockKind, Occurrence
from engine.domain.days import DayRule, day_start_ms
from engine.domain.intervals import Interval
from engine.domain.learning import SeenTitle
from engine.domain.proposals import Proposal, WeekProposal
from engine.domain.recommended import Scored
from engine.learning.blocks import LearningBlocks
from engine.learning.cards import Cards
from engine.learning.skills import Skills
from engine.learning.weeks import WeekParts, Weeks
from engine.planning.plan import Plan
from engine.storage.database import Database
from engine.storage.document_text import passages_of
from engine.storage.learning_weeks import LearningWeekStore
from engine.storage.recall_cards import CardStore
from engine.storage.skills import SkillStore

MINUTE, HOUR, DAY = 60_000, 3_600_000, 24 * 3_600_000
UTC = DayRule("UTC")


@dataclass
class NextHours:
    """Proposes every wanted piece, one after the other, from the next hour on."""

    plan: Plan
    clock: ManualClock
    shown: dict[str, Proposal] = field(default_factory=dict)

    def suggest(self, days: int = 7) -> WeekProposal:
        """Return a place for each piece."""
        at, self.shown = self.clock.wall_ms + HOUR, {}
        for one in self.plan.flexible():
            for _ in range(one.per_week if one.active else 0):
                key = f"place-{len(self.shown)}"
                interval = Interval(at, at + one.longest * MINUTE)
                self.shown[key] = Proposal(key, one.id, one.about, interval, 0.0, Scored(0.0, 0.0))
                at += 2 * HOUR
        span = Interval(self.clock.wall_ms, self.clock.wall_ms + days * DAY)
        return WeekProposal(self.clock.wall_ms, span, tuple(self.shown.values()))

    def accept(self, keys: Sequence[str]) -> list[Block]:
        """Plan what was proposed."""
        return self.plan.accept([self.shown[key] for key in keys])


class LearningRoom:
    """What one profile learns. kept: minutes of learning kept to, by the week's first day and the skill's name."""

    def __init__(self, folder: Path, clock: ManualClock) -> None:
        self.clock = clock
        self.database = Database.open(folder / "kairos.db")
        self.plan = plan_on(self.database, clock)
        self.places = NextHours(self.plan, clock)
        self.kept: dict[tuple[date, str], int] = {}
        self.seen: list[SeenTitle] = []
        self.weeks = LearningWeekStore(self.database)
        store, cards = SkillStore(self.database), CardStore(self.database)
        skills = Skills(store, cards.all, lambda: self.seen, clock)
        blocks = LearningBlocks(self.plan, self.places)
        parts = WeekParts(self.weeks, skills, store, blocks, self._kept, lambda: UTC, lambda: 0)
        texts = Cards(cards, lambda number: passages_of(self.database, number), clock)
        self.learning = Learning(skills, texts, Weeks(parts, clock))

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    def _kept(self, first: date, last: date) -> Adherence:
        span = Interval(day_start_ms(first, UTC), day_start_ms(last, UTC) + DAY)
        told = [
            self._kept_block(name, Interval(day_start_ms(week, UTC), day_start_ms(week, UTC) + minutes * MINUTE))
            for (week, name), minutes in self.kept.items()
            if first <= week <= last
        ]
        return Adherence(span, tuple(told), None, 0, 0)

    @staticmethod
    def _kept_block(name: str, interval: Interval) -> Kept:
        block = Block(About(BlockKind.LEARNING, name), interval, "UTC")
        length = interval.length_ms
        return Kept(Occurrence(interval, block, interval.start_ms), Outcome.KEPT, length, length, length, 0)
