"""Which days the page reports on, and the ones before and after: pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from engine.domain.periods import Period, period_around


class RangeKind(StrEnum):
    """What previous and next step by."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    CUSTOM = "custom"


@dataclass(frozen=True, slots=True)
class DayRange:
    """The days from start to end, end excluded."""

    kind: RangeKind
    start: date
    end: date

    @property
    def last(self) -> date:
        """The last day in it."""
        return self.end - timedelta(days=1)

    @property
    def length(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days

    def holds(self, day: date) -> bool:
        """Return whether the day is one of them."""
        return self.start <= day < self.end

    def moved(self, pages: int, week_start: int) -> DayRange:
        """Return the range one later (1) or earlier (-1); one of one's own moves by its length."""
        if self.kind is RangeKind.CUSTOM:
            shift = timedelta(days=self.length * pages)
            return DayRange(self.kind, self.start + shift, self.end + shift)
        return range_around(self.kind, self.end if pages > 0 else self.start - timedelta(days=1), week_start)


def range_around(kind: RangeKind, day: date, week_start: int) -> DayRange:
    """Return the range that holds the day; one of one's own is the day alone. week_start: 0 for Monday."""
    if kind is RangeKind.CUSTOM:
        return DayRange(kind, day, day + timedelta(days=1))
    return DayRange(kind, *period_around(Period(kind.value), day, week_start))
