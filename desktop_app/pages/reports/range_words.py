"""A range of days in words, as the person writes dates."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QObject

from desktop_app.pages.reports.day_range import DayRange, RangeKind
from desktop_app.widgets.format import Wording


def qt_date(day: date) -> QDate:
    """Return the day as Qt's."""
    return QDate(day.year, day.month, day.day)


class RangeWords(QObject):
    """Writes days and ranges in the window's language."""

    def title(self, days: DayRange) -> str:
        """Return what to call the range."""
        if days.kind is RangeKind.DAY or days.length == 1:
            return self._day(days.start, self.tr("dddd, d MMMM yyyy"))
        if days.kind is RangeKind.MONTH:
            return self._day(days.start, self.tr("MMMM yyyy"))
        if days.kind is RangeKind.YEAR:
            return self._day(days.start, self.tr("yyyy", "a year alone, as in 2026"))
        return self.span(days.start, days.last)

    def span(self, first: date, last: date) -> str:
        """Return from which day to which."""
        whole = self.tr("d MMM yyyy")
        if first.year != last.year:
            return f"{self._day(first, whole)} – {self._day(last, whole)}"
        start = self._day(first, self.tr("d MMM", "the first of two days of one year"))
        end = self._day(last, self.tr("d MMM yyyy", "the second of two days of one year"))
        return f"{start} – {end}"

    def full(self, day: date) -> str:
        """Return a day with its weekday."""
        return self._day(day, self.tr("dddd, d MMMM yyyy"))

    def short(self, day: date) -> str:
        """Return a day as an axis needs it."""
        return self._day(day, self.tr("d MMM"))

    def weekday(self, day: date) -> str:
        """Return a weekday with the day of the month, as an axis needs it."""
        return self._day(day, self.tr("ddd d"))

    def month(self, day: date) -> str:
        """Return a month as an axis needs it."""
        return self._day(day, self.tr("MMM yy"))

    def whole_month(self, day: date) -> str:
        """Return a month in full."""
        return self._day(day, self.tr("MMMM yyyy"))

    def day_name(self, number: int) -> str:
        """Return a weekday in short; 0 for Monday."""
        return QLocale().dayName(number + 1, QLocale.FormatType.ShortFormat)

    def day_name_long(self, number: int) -> str:
        """Return a weekday; 0 for Monday."""
        return QLocale().dayName(number + 1, QLocale.FormatType.LongFormat)

    def hour(self, hour: int) -> str:
        """Return an hour of the day as every axis writes it."""
        return Wording.axis_hour_of(hour)

    def last_of(self, start: date, end: date) -> str:
        """Return the days from start to end, end excluded, in words."""
        last = end - timedelta(days=1)
        return self.full(start) if last == start else self.span(start, last)

    @staticmethod
    def _day(day: date, pattern: str) -> str:
        return QLocale().toString(qt_date(day), pattern)
