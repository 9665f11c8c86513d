"""What a question about one's own time means, once understood: a typed query that can be carried out and shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from engine.domain.periods import Period, period_around


class Kind(StrEnum):
    """What is to be done with the time asked about."""

    FIGURE = "figure"
    RANK = "rank"  # rows, the largest or smallest first
    TREND = "trend"  # rows in the order of the calendar or the clock
    COMPARE = "compare"  # a figure of two periods
    KEPT = "kept"  # what became of planned time
    DOCUMENTS = "documents"
    FORECAST = "forecast"  # when focus is likely
    BLOCK = "block"  # planned time, which waits for a yes


class Measure(StrEnum):
    """Which figure; all but SCORE, SWITCHES, OPENED, DAYS, SHARE, FIRST and LAST are milliseconds."""

    ACTIVE = "active"
    DEEP = "deep"
    DISTRACTING = "distracting"
    SCORE = "score"  # 0 to 100
    SWITCHES = "switches"
    LONGEST = "longest"  # stretch in one app
    SHARE = "share"  # of the active time of the same days and hours, 0 to 1
    DAYS = "days"  # on which there was any
    AVERAGE = "average"  # per day on which anything was active
    FIRST = "first"  # UTC milliseconds
    LAST = "last"
    OPENED = "opened"  # how often it came to the front
    AWAY = "away"  # recorded time that was not active
    BREAK = "break"  # the longest time without activity between the first and the last of a day


OF_FOCUS = frozenset({Measure.SCORE, Measure.SWITCHES, Measure.LONGEST, Measure.DEEP, Measure.DISTRACTING})
"""Measures that reports tell of all time alone, not of one app or category."""


class Group(StrEnum):
    """What rows are about."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    HOUR = "hour"
    WEEKDAY = "weekday"
    CATEGORY = "category"
    APP = "app"
    PROJECT = "project"


class Unit(StrEnum):
    """What a range of days was called by, so that the one before can be told."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DAYS = "days"  # so many days that follow each other
    ALL = "all"


_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Days:
    """Days from start to end, end excluded."""

    start: date
    end: date
    unit: Unit = Unit.DAYS

    @property
    def count(self) -> int:
        """How many days there are."""
        return (self.end - self.start).days

    def before(self) -> Days:
        """Return the range before it: the calendar's for calendar units, else as many days right before."""
        months = _MONTHS.get(self.unit, 0)
        if not months:
            return Days(self.start - timedelta(days=self.count), self.start, self.unit)
        number = self.start.year * 12 + self.start.month - 1 - months
        return Days(date(number // 12, number % 12 + 1, 1), self.start, self.unit)


def days_around(unit: Unit, day: date, week_start: int = 0) -> Days:
    """Return the day, week, month, quarter or year that holds the day."""
    if unit is Unit.QUARTER:
        first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
        beyond = first + timedelta(days=93)
        return Days(first, date(beyond.year, beyond.month, 1), unit)
    start, end = period_around(Period(unit.value), day, week_start)
    return Days(start, end, unit)


@dataclass(frozen=True, slots=True)
class Only:
    """Which time counts; what is empty does not restrict.

    category_id: with all below it. words: in titles. site: as recorded, and pages below it. name: what the person
    calls it.
    """

    category_id: int | None = None
    app: str = ""
    project: str = ""
    words: str = field(default="", repr=False)
    document: str = field(default="", repr=False)
    site: str = ""
    name: str = ""

    @property
    def anything(self) -> bool:
        """Whether nothing is restricted."""
        return self == Only()

    @property
    def of_text(self) -> bool:
        """Whether titles, documents or sites have to be read, which totals do not hold."""
        return bool(self.words or self.document or self.site)


@dataclass(frozen=True, slots=True)
class Query:
    """A question understood.

    days: None where none are needed (documents, forecasts). weekdays: 0 for Monday, none means any. clock: minutes
    after midnight, from and to, on the clock; None for the whole day. against: the period compared with. topic: what
    documents are to be about, what a block is for. minutes: of a block. at_minute: where it shall begin. also: further
    names; of a comparison what the first is compared with, else counted with it. per: what an average is of.
    """

    kind: Kind = Kind.FIGURE
    measure: Measure = Measure.ACTIVE
    days: Days | None = None
    weekdays: frozenset[int] = frozenset()
    clock: tuple[int, int] | None = None
    only: Only = Only()
    by: Group | None = None
    against: Days | None = None
    most: bool = True
    top: int = 5
    topic: str = field(default="", repr=False)
    minutes: int = 0
    at_minute: int | None = None
    also: tuple[Only, ...] = ()
    per: Group = Group.DAY
