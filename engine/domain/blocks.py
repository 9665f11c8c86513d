"""Planned time: blocks, how they recur, and flexible ones that wait for a place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engine.domain.intervals import Interval

EVERY_DAY = frozenset(range(7))
WORKDAYS = frozenset(range(5))


class BlockKind(StrEnum):
    """What planned time is for."""

    FOCUS = "focus"
    SHALLOW = "shallow"
    MEETING = "meeting"
    BREAK = "break"
    LEARNING = "learning"
    PERSONAL = "personal"


NEEDS_FOCUS = frozenset({BlockKind.FOCUS, BlockKind.LEARNING})
"""The kinds of deep work: the daily cap and the pause between two hold for them together."""


class BlockSource(StrEnum):
    """Who planned it."""

    PERSON = "person"
    RECOMMENDED = "recommended"  # proposed by Kairos and accepted by the person
    CALENDAR = "calendar"  # read from a calendar file; changed there, not here


class Certainty(StrEnum):
    """How sure it is that a block takes place (iCalendar's STATUS)."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class About:
    """What a block is for, fixed or flexible. protected: nothing else may be placed there."""

    kind: BlockKind = BlockKind.FOCUS
    title: str = ""
    category_id: int | None = None
    project: str = ""
    note: str = ""
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How a block repeats.

    rule: an RRULE value of RFC 5545 without its name, "" for none. left_out: starts that do not take place (EXDATE);
    added: starts beside the rule (RDATE). Both in UTC milliseconds.
    """

    rule: str = ""
    left_out: tuple[int, ...] = ()
    added: tuple[int, ...] = ()

    @property
    def repeats(self) -> bool:
        """Whether there is more than the first."""
        return bool(self.rule or self.added)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a block comes from.

    flexible_id: the flexible block it is a place of. offer_id: the recommendation it was accepted from. calendar_id:
    the calendar it was read from. 0 for none of each. uid: what calendars know it by, the same for ever. extra:
    properties of a calendar that Kairos does not know, as text, kept for the way back.
    """

    source: BlockSource = BlockSource.PERSON
    flexible_id: int = 0
    offer_id: int = 0
    calendar_id: int = 0
    uid: str = ""
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Planned time. interval: the first time it takes place. zone: the IANA zone whose clock its repeats follow.

    series_id, replaces_ms: of a block that stands for one occurrence of a repeated one, which block and which start
    of it (RECURRENCE-ID); 0 and None else. busy: others cannot have that time. id: 0 for one that is not stored.
    changed: how often it was changed (SEQUENCE).
    """

    about: About
    interval: Interval
    zone: str
    all_day: bool = False
    busy: bool = True
    certainty: Certainty = Certainty.CONFIRMED
    recurrence: Recurrence = Recurrence()
    origin: Origin = Origin()
    series_id: int = 0
    replaces_ms: int | None = None
    changed: int = 0
    id: int = 0


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time a block takes place. of_ms: the start its rule gave it, which names it wherever it was moved to."""

    interval: Interval
    block: Block
    of_ms: int


@dataclass(frozen=True, slots=True)
class FlexibleBlock:
    """Time the person wants, whenever it fits.

    shortest, longest: minutes of one piece. per_week: how many pieces a week; 0 for once, by the deadline.
    window_start, window_end: minutes after midnight between which it lies. weekdays: 0 for Monday. deadline: the last
    day it may lie on. active: it is placed; else it rests. id: 0 for one that is not stored.
    """

    about: About
    shortest: int = 45
    longest: int = 90
    per_week: int = 1
    window_start: int = 0
    window_end: int = 24 * 60
    weekdays: frozenset[int] = WORKDAYS
    deadline: date | None = None
    active: bool = True
    id: int = 0


class Scope(StrEnum):
    """Which occurrences of a repeated block are meant."""

    ONE = "one"
    FOLLOWING = "following"  # this and all later ones
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two times that overlap and of which both are busy."""

    first: Occurrence
    second: Occurrence
