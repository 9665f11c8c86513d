"""What the person wants to learn, with what, how well it is known, and what a week of it is worth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

HIGHEST_LEVEL = 10.0
MOST_WEIGHT = 5
PIECE_MINUTES = 15
"""Minutes of a week are given out in pieces of so many."""


class ItemKind(StrEnum):
    """What something to learn with is."""

    DOCUMENT = "document"
    COURSE = "course"
    EXERCISE = "exercise"


class LevelSource(StrEnum):
    """Who says how well a skill is known."""

    SELF = "self"  # the person's own word
    RECALL = "recall"  # how many of the skill's cards would be recalled at that moment


@dataclass(frozen=True, slots=True)
class Skill:
    """What the person wants to learn.

    weight: how much it matters, 1 to 5. most_minutes: of a week, 0 for no limit. active: it gets time; else it rests.
    id: 0 for one that is not stored.
    """

    name: str
    weight: int = 3
    most_minutes: int = 0
    active: bool = True
    made_ms: int = 0
    id: int = 0


@dataclass(frozen=True, slots=True)
class Level:
    """How well a skill was known at a moment, 0 to 10."""

    skill_id: int
    at_ms: int
    level: float
    source: LevelSource


@dataclass(frozen=True, slots=True)
class LearningItem:
    """Something to learn a skill with, and about how many minutes it takes. done_ms: None while it is not done."""

    skill_id: int
    kind: ItemKind
    title: str
    minutes: int
    document_id: int | None = None
    done_ms: int | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class CardDraft:
    """A question and its answer as they stand in a note; no card before the person confirms it."""

    front: str
    back: str


@dataclass(frozen=True, slots=True)
class RecallCard:
    """A question the person wants to be able to answer. state: what the scheduler of reviews keeps of it, as JSON."""

    skill_id: int
    front: str
    back: str
    due_ms: int
    state: str
    item_id: int | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Review:
    """One answer to a card. rating: 1 forgotten, 2 hard, 3 good, 4 easy. took_ms: from question to rating."""

    card_id: int
    at_ms: int
    rating: int
    took_ms: int
    id: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """How a skill stands now. said, recalled: None where nobody said and no card was answered."""

    skill: Skill
    said: float | None = None
    recalled: float | None = None
    cards: int = 0
    due: int = 0
    items: int = 0
    minutes_left: int = 0  # of items that are not done

    @property
    def told(self) -> bool:
        """Whether anything is known of the level."""
        return self.said is not None or self.recalled is not None

    @property
    def level(self) -> float:
        """The level a plan goes by: the person's own word before recall, 0 where nothing is known."""
        return next((one for one in (self.said, self.recalled) if one is not None), 0.0)


@dataclass(frozen=True, slots=True)
class Returns:
    """What minutes of a week give: most * (10 - level) / 10 * (1 - e^(-m / minutes)) levels.

    weeks: how many weeks of the log it was fitted to; 0 for what is assumed before anything is known.
    """

    most: float
    minutes: float
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """One skill's part of a week: minutes, levels they are expected to give, and what that rests on.

    new_minutes: of them, spent on items not done yet. next_gain: what a further piece would give. limited: the skill's
    own limit holds it back. told: whether the level is known; else 0 is assumed.
    """

    skill: Skill
    minutes: int
    gain: float
    level: float
    returns: Returns
    new_minutes: int = 0
    next_gain: float = 0.0
    limited: bool = False
    told: bool = True


@dataclass(frozen=True, slots=True)
class LearningPlan:
    """A week's minutes. week: its first day. most_minutes: the limit of the week. accepted: it is in the plan."""

    week: date
    most_minutes: int
    shares: tuple[Share, ...] = ()
    accepted: bool = False

    @property
    def minutes(self) -> int:
        """All minutes together."""
        return sum(one.minutes for one in self.shares)


@dataclass(frozen=True, slots=True)
class LearningWeek:
    """What was planned of a skill in a week, what was foretold, and what came of it.

    spent: minutes of its blocks that were kept to, None while the week is not over. gained: levels, None where the
    level is not known at both ends.
    """

    week: date
    skill_id: int
    made_ms: int
    minutes: int
    foretold: float
    spent: int | None = None
    gained: float | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """The weeks that are over, the last first, with what their skills are called."""

    weeks: tuple[tuple[LearningWeek, str], ...] = ()

    @property
    def measured(self) -> tuple[LearningWeek, ...]:
        """Those with time kept to of which it is known what was gained: what came without any was not the plan's."""
        return tuple(one for one, _ in self.weeks if one.gained is not None and one.spent)


@dataclass(frozen=True, slots=True)
class SeenTitle:
    """What was read or searched for, and for how many minutes. searched: the words of a search."""

    text: str
    minutes: float
    searched: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """A word that much was read or searched about and that no skill covers, with the titles that say so.

    minutes: really spent on all of them. searches: how many of them were searches.
    """

    word: str
    minutes: float
    titles: tuple[str, ...]
    searches: int = 0
