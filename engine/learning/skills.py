"""Skills, what is told of them, and what they are learned with: loads, checks, saves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from engine.domain.clock import Clock
from engine.domain.errors import UsageError
from engine.domain.learning import (
    MOST_WEIGHT,
    PIECE_MINUTES,
    LearningItem,
    Level,
    LevelSource,
    Need,
    RecallCard,
    SeenTitle,
    Skill,
    Standing,
)
from engine.domain.plain_text import plain
from engine.learning.cards import recall_level
from engine.learning.levels import checked_level, level_at
from engine.learning.needs import needs_of
from engine.storage.skills import SkillStore

OfSkill = TypeVar("OfSkill", Level, RecallCard, LearningItem)

LONGEST_NAME: Final = 100
_LONGEST_TITLE: Final = 500
_MINUTES_A_WEEK: Final = 7 * 24 * 60
_MOST_ITEM_MINUTES: Final = 100_000


class Skills:
    """The skills of one profile. Every method raises Storage errors, changes a UsageError for what cannot be meant.

    cards: every card. seen: what was read and searched for lately.
    """

    def __init__(
        self,
        store: SkillStore,
        cards: Callable[[], list[RecallCard]],
        seen: Callable[[], Iterable[SeenTitle]],
        clock: Clock,
    ) -> None:
        self._store = store
        self._cards = cards
        self._seen = seen
        self._clock = clock

    def all(self) -> list[Skill]:
        """Return every skill, in the order they were made."""
        return self._store.all()

    def find(self, text: str) -> Skill:
        """Return the skill of this name or number, capitals aside; UsageError where there is none."""
        wanted = text.strip().casefold()
        skills = self._store.all()
        found = next((one for one in skills if one.name.casefold() == wanted), None)
        found = found or next((one for one in skills if str(one.id) == wanted), None)
        if found is None:
            raise UsageError(f"There is no skill “{text.strip()}”. See: kairos learn skills")
        return found

    def add(self, skill: Skill) -> Skill:
        """Store a skill and return it with its number."""
        return self._store.add(checked_skill(skill), self._now())

    def change(self, skill: Skill) -> Skill:
        """Replace the stored skill of the same number."""
        return self._store.change(checked_skill(skill))

    def remove(self, skill_id: int) -> None:
        """Remove a skill with its levels, items, cards and weeks; what is planned of it stays."""
        self._store.remove(skill_id)

    def rate(self, skill_id: int, level: float) -> None:
        """Store the person's own word on how well a skill is known, 0 to 10."""
        self._store.tell(Level(skill_id, self._now(), checked_level(level), LevelSource.SELF))

    def standings(self) -> tuple[Standing, ...]:
        """Return how every skill stands now."""
        now_ms = self._now()
        levels, cards, items = _by_skill(self._store.levels()), _by_skill(self._cards()), _by_skill(self._store.items())
        return tuple(
            Standing(
                skill=one,
                said=level_at(levels[one.id], LevelSource.SELF, now_ms),
                recalled=_recalled(levels[one.id], cards[one.id], now_ms),
                cards=len(cards[one.id]),
                due=sum(card.due_ms <= now_ms for card in cards[one.id]),
                items=len(items[one.id]),
                minutes_left=sum(item.minutes for item in items[one.id] if item.done_ms is None),
            )
            for one in self._store.all()
        )

    def items(self) -> list[LearningItem]:
        """Return everything to learn with, in the order it was added."""
        return self._store.items()

    def add_item(self, item: LearningItem) -> LearningItem:
        """Store something to learn a skill with and return it with its number."""
        title = plain(item.title).strip()
        if not title or len(title) > _LONGEST_TITLE:
            raise UsageError(f"Name what is learned with, in at most {_LONGEST_TITLE} characters.")
        if not 1 <= item.minutes <= _MOST_ITEM_MINUTES:
            raise UsageError("Say about how many minutes it takes, 1 or more.")
        return self._store.add_item(replace(item, title=title))

    def finish(self, item_id: int, *, done: bool = True) -> LearningItem:
        """Say that something was done, or not yet."""
        return self._store.finish_item(item_id, self._now() if done else None)

    def remove_item(self, item_id: int) -> None:
        """Remove something to learn with."""
        self._store.remove_item(item_id)

    def needs(self) -> tuple[Need, ...]:
        """Return at most three words that much was read or searched about lately and that no skill covers."""
        return needs_of(self._seen(), [one.name for one in self._store.all()])

    def _now(self) -> int:
        return self._clock.now().wall_ms


def _recalled(levels: Sequence[Level], cards: Sequence[RecallCard], now_ms: int) -> float | None:
    answered = level_at(levels, LevelSource.RECALL, now_ms) is not None
    return recall_level(cards, now_ms) if answered and cards else None


def _by_skill(ones: Iterable[OfSkill]) -> defaultdict[int, list[OfSkill]]:
    found: defaultdict[int, list[OfSkill]] = defaultdict(list)
    for one in ones:
        found[one.skill_id].append(one)
    return found


def checked_skill(skill: Skill) -> Skill:
    """Return the skill with a tidy name; UsageError says what is wrong with one that cannot be meant."""
    name = " ".join(plain(skill.name).split())
    if not name or len(name) > LONGEST_NAME:
        raise UsageError(f"Name the skill in 1 to {LONGEST_NAME} characters.")
    if not 1 <= skill.weight <= MOST_WEIGHT:
        raise UsageError(f"A weight is 1 (matters little) to {MOST_WEIGHT} (matters most).")
    if skill.most_minutes and not PIECE_MINUTES <= skill.most_minutes <= _MINUTES_A_WEEK:
        raise UsageError(f"A limit is {PIECE_MINUTES} minutes a week or more, 0 for none.")
    return replace(skill, name=name)
