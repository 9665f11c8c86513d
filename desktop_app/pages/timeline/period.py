"""The stretches one turns pages by: a day, a week, a month."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTimeZone

from desktop_app.widgets.format import Wording
from engine.domain.days import DayRule, day_start_ms
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval

_DAYS_A_WEEK = 7
_DECEMBER = 12


class Period(StrEnum):
    """How much is shown at once."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def bounds_of(period: Period, day: date, rule: DayRule, first_weekday: int) -> Interval:
    """Return the period that the day lies in; first_weekday: 1 for Monday to 7 for Sunday."""
    if period is Period.DAY:
        first, after = day, day + timedelta(days=1)
    elif period is Period.WEEK:
        first = day - timedelta(days=(day.isoweekday() - first_weekday) % _DAYS_A_WEEK)
        after = first + timedelta(days=_DAYS_A_WEEK)
    else:
        first, after = day.replace(day=1), _next_month(day)
    return Interval(day_start_ms(first, rule), day_start_ms(after, rule))


def turned(period: Period, day: date, pages: int) -> date:
    """Return a day so many periods later, or earlier where pages is negative."""
    if period is Period.MONTH:
        for _ in range(abs(pages)):
            day = _next_month(day) if pages > 0 else (day.replace(day=1) - timedelta(days=1)).replace(day=1)
        return day
    return day + timedelta(days=pages * (1 if period is Period.DAY else _DAYS_A_WEEK))


def _next_month(day: date) -> date:
    first = day.replace(day=1)
    if first.month == _DECEMBER:
        return first.replace(year=first.year + 1, month=1)
    return first.replace(month=first.month + 1)


def title_of(start_ms: int, end_ms: int, wording: Wording) -> str:
    """Return in words which day or days lie in [start_ms, end_ms)."""
    translate = QCoreApplication.translate
    first, last = wording.local(start_ms).date(), wording.local(max(start_ms, end_ms - 1)).date()
    if first == last:
        return _written(first, translate("TimelinePage", "dddd, d MMMM yyyy"))
    if first.year == last.year:
        pattern, closing = translate("TimelinePage", "d MMMM"), translate("TimelinePage", "d MMMM yyyy")
        return f"{_written(first, pattern)} – {_written(last, closing)}"
    pattern = translate("TimelinePage", "d MMMM yyyy")
    return f"{_written(first, pattern)} – {_written(last, pattern)}"


def _written(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def system_zone() -> str:
    """Return the system's zone until the engine says which one counts; UTC where days cannot be cut by it."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    try:
        DayRule(name).tzinfo()
    except UsageError:
        return "UTC"
    return name
