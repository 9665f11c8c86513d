"""Days, weeks, months and years as ranges of days."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

_LAST_MONTH = 12


class Period(StrEnum):
    """A stretch of the calendar people ask for by name."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


def period_around(kind: Period, day: date, week_start: int = 0) -> tuple[date, date]:
    """Return the first day of the period that holds the day, and the first day after it.

    week_start: 0 for Monday to 6 for Sunday.
    """
    if kind is Period.DAY:
        return day, day + timedelta(days=1)
    if kind is Period.WEEK:
        start = day - timedelta(days=(day.weekday() - week_start) % 7)
        return start, start + timedelta(days=7)
    if kind is Period.MONTH:
        start = day.replace(day=1)
        return start, _next_month(start)
    start = day.replace(month=1, day=1)
    return start, start.replace(year=start.year + 1)


def _next_month(start: date) -> date:
    if start.month == _LAST_MONTH:
        return start.replace(year=start.year + 1, month=1)
    return start.replace(month=start.month + 1)
