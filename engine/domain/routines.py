"""What recurs in a history and what changed in it, each finding with the days it rests on. Nothing here says why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Measure(StrEnum):
    """What of a day is measured."""

    ACTIVE = "active"  # minutes at the machine
    FOCUS = "focus"  # share of active time in categories that count as focused work
    DISTRACTING = "distracting"  # share of active time in categories that count as distracting
    SWITCHES = "switches"  # changes of app per active hour
    START = "start"  # first activity, minutes after local midnight
    END = "end"  # last activity, minutes after local midnight


class DayPart(StrEnum):
    """Which part of the day is measured; noon divides it."""

    DAY = "day"
    MORNING = "morning"
    AFTERNOON = "afternoon"


@dataclass(frozen=True, slots=True)
class Change:
    """A measure that is another from a day on, with weekdays compared among each other only.

    before, after: means of the days' values on either side. low, high: 95 % interval of the difference with weekday
    effects removed. p: probability of so strong a change among shuffled weeks, corrected for all measures looked at.
    earliest, latest: between these days lies the beginning, as far as the values tell. values: the days in order.
    """

    measure: Measure
    part: DayPart
    since: date
    earliest: date
    latest: date
    before: float
    after: float
    low: float
    high: float
    p: float
    values: tuple[tuple[date, float], ...]

    @property
    def days_before(self) -> int:
        """How many days before the change were measured."""
        return sum(day < self.since for day, _ in self.values)

    @property
    def days_after(self) -> int:
        """How many days since the change were measured."""
        return len(self.values) - self.days_before


class ItemKind(StrEnum):
    """What a habit is about."""

    APP = "app"
    CATEGORY = "category"
    DOCUMENT = "document"
    WEEKDAY = "weekday"  # name: 0 for Monday to 6
    PART = "part"  # name: the hour such a quarter of a day begins, 0, 6, 12 or 18


@dataclass(frozen=True, slots=True)
class Item:
    """One thing a habit is about, by the name it had when it was found."""

    kind: ItemKind
    name: str


class HabitKind(StrEnum):
    """What is said of two things."""

    TOGETHER = "together"  # where the first is, the second often is too
    BEFORE = "before"  # where both are, the first mostly comes first


@dataclass(frozen=True, slots=True)
class Habit:
    """Two things that meet in stretches of work more often than chance lets expect.

    times: stretches it was so in, of so many with the first thing (TOGETHER) or with both (BEFORE); sessions: all.
    expected: the share chance lets expect. p: corrected for all pairs looked at. days: the last ones it was so on.
    when: the last of those stretches, start and end in UTC milliseconds.
    """

    kind: HabitKind
    first: Item
    then: Item
    times: int
    of: int
    sessions: int
    expected: float
    p: float
    days: tuple[date, ...]
    when: tuple[tuple[int, int], ...] = ()

    @property
    def support(self) -> float:
        """The share of all stretches of work."""
        return self.times / self.sessions

    @property
    def confidence(self) -> float:
        """The share of those it could have been so in."""
        return self.times / self.of

    @property
    def lift(self) -> float:
        """How many times as often as chance lets expect."""
        return self.confidence / self.expected if self.expected else 0.0


class TraitKind(StrEnum):
    """What distinguishes a kind of day."""

    WEEKEND = "weekend"  # share of Saturdays and Sundays
    ACTIVE = "active"  # minutes a day
    START = "start"  # minutes after local midnight
    END = "end"
    CATEGORY = "category"  # share of active time; name says of which


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing in which a kind of day is not as the others; value and other: means of its days and of the others."""

    kind: TraitKind
    value: float
    other: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class DayShape:
    """One kind of day. traits: what distinguishes it most, first. typical: the day nearest its middle."""

    traits: tuple[Trait, ...]
    days: tuple[date, ...]
    typical: date


@dataclass(frozen=True, slots=True)
class DayShapes:
    """The kinds of day there are, none where they are not clear. method: how they were found.

    silhouette: -1 to 1, how clearly they differ. chance: the highest that shuffled days gave. outside: days of none.
    """

    shapes: tuple[DayShape, ...] = ()
    method: str = ""
    silhouette: float = 0.0
    chance: float = 0.0
    days: int = 0
    outside: int = 0
