"""Which days the plan page shows, and what they are called."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop_app.pages.timeline.period import Period

DAYS: Final = {Period.DAY: 1, Period.WEEK: 7}
_THURSDAY: Final = 3


def first_of(period: Period, day: date, week_start: int) -> date:
    """Return the first day shown around a day; week_start: 0 for Monday."""
    return day if period is Period.DAY else day - timedelta(days=(day.weekday() - week_start) % 7)


def title_of(period: Period, first: date) -> str:
    """Return what the days are called, with the number of their week: that of the Thursday among them (ISO 8601)."""
    translate = QCoreApplication.translate
    shown = QDate(first.year, first.month, first.day)
    thursday = first + timedelta(days=(_THURSDAY - first.weekday()) % 7) if period is Period.WEEK else first
    week = translate("PlanPage", "week %1").replace("%1", str(thursday.isocalendar().week))
    if period is Period.DAY:
        written = QLocale().toString(shown, translate("PlanPage", "dddd, d MMMM yyyy"))
        return f"{written} · {week}"
    last = shown.addDays(6)
    pattern = translate("PlanPage", "MMMM yyyy")
    months = [QLocale().toString(day, pattern) for day in (shown, last)]
    if shown.year() == last.year() and shown.month() != last.month():
        months[0] = QLocale().standaloneMonthName(shown.month())
    return f"{' – '.join(dict.fromkeys(months))} · {week}"
