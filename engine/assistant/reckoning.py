"""Days worked out from today: what named days, months and so many weeks come to; nothing of it knows a language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from engine.domain.questions import Days, Unit, days_around

MOST_BACK = 4_000
_LEAP_YEAR = 2000
EVER = Days(date(2000, 1, 1), date(2000, 1, 2), Unit.ALL)
"""Stands for all that was recorded; whoever answers knows since when."""
SO_FAR = replace(EVER, end=date(2000, 1, 3))
"""All that was recorded, or what has gone by of the days named beside it: "so far"."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Today, and the day weeks start on."""

    today: date
    week_start: int = 0

    def around(self, unit: Unit, back: int = 0) -> Days:
        """Return the day, week, month, quarter or year so many before this one."""
        found = days_around(unit, self.today, self.week_start)
        for _ in range(min(back, 400)):
            found = found.before()
        if back > 400:  # noqa: PLR2004  (days are counted, not walked)
            return Days(found.start - timedelta(days=back), found.start - timedelta(days=back - 1), unit)
        return found

    def ago(self, unit: Unit, count: int) -> Days | None:
        """Return the day or the calendar's unit so many ago; None for what lies too far back."""
        return self.around(unit, count) if 0 <= count <= MOST_BACK else None

    def latest(self, count: int, unit: Unit) -> Days | None:
        """Return the last so many days (weeks of 7), today included; months and years on the calendar."""
        if not 1 <= count <= MOST_BACK:
            return None
        tomorrow = self.today + timedelta(days=1)
        if unit in {Unit.DAY, Unit.WEEK}:
            return Days(tomorrow - timedelta(days=count * (7 if unit is Unit.WEEK else 1)), tomorrow, Unit.DAYS)
        months = count * {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}[unit]
        number = tomorrow.year * 12 + tomorrow.month - 1 - months
        if number < 12 * 1970:
            return None
        first = date(number // 12, number % 12 + 1, 1) + timedelta(days=tomorrow.day - 1)
        return Days(first, tomorrow, Unit.DAYS)

    def day(self, year: int | None, month: int, day: int) -> Days | None:
        """Return the day; without a year the latest one that has begun."""
        made = _date(year or self.today.year, month, day)
        if made is not None and year is None and made > self.today:
            made = _date(self.today.year - 1, month, day)
        return None if made is None else Days(made, made + timedelta(days=1), Unit.DAY)

    def no_day(self, year: int | None, month: int, day: int) -> bool:
        """Return whether no calendar has such a day, in any year where none is said."""
        try:
            date(_LEAP_YEAR if year is None else year, month, day)
        except ValueError:
            return True
        return False

    def through(self, first: Days | None, last: int) -> Days | None:
        """Return the days from the first to the day of that number in the same month."""
        made = None if first is None else _date(first.start.year, first.start.month, last)
        if first is None or made is None or made < first.start:
            return None
        return Days(first.start, made + timedelta(days=1), Unit.DAYS)

    def month(self, year: int | None, month: int) -> Days | None:
        """Return the month; without a year the latest one that has begun."""
        made = _date(year or self.today.year, month, 1)
        if made is not None and year is None and made > self.today:
            made = _date(self.today.year - 1, month, 1)
        return None if made is None else days_around(Unit.MONTH, made)

    def year(self, year: int) -> Days | None:
        """Return the year."""
        made = _date(year, 1, 1)
        return None if made is None else days_around(Unit.YEAR, made)

    def quarter(self, number: int, year: int | None = None) -> Days | None:
        """Return the quarter; without a year the latest one that has begun."""
        if not 1 <= number <= 4:  # noqa: PLR2004
            return None
        found = self.month(year, number * 3 - 2)
        return None if found is None else days_around(Unit.QUARTER, found.start)

    def weekday(self, number: int, *, before_today: bool = False) -> Days:
        """Return the latest day of that name, today included unless before_today."""
        back = (self.today.weekday() - number) % 7
        found = self.today - timedelta(days=back or (7 if before_today else 0))
        return Days(found, found + timedelta(days=1), Unit.DAY)

    def weekday_of(self, number: int, weeks_back: int) -> Days:
        """Return the day of that name in the week so many before this one."""
        week = self.around(Unit.WEEK, weeks_back)
        found = week.start + timedelta(days=(number - week.start.weekday()) % 7)
        return Days(found, found + timedelta(days=1), Unit.DAY)

    def coming(self, number: int) -> Days:
        """Return the next day of that name, today excluded."""
        found = self.today + timedelta(days=(number - self.today.weekday()) % 7 or 7)
        return Days(found, found + timedelta(days=1), Unit.DAY)

    def weekend(self, back: int) -> Days:
        """Return Saturday and Sunday: 0 for those that began last, 1 for the ones before, ..."""
        saturday = self.today - timedelta(days=(self.today.weekday() - 5) % 7 + 7 * back)
        return Days(saturday, saturday + timedelta(days=2), Unit.DAYS)

    def ahead(self, days: int) -> Days:
        """Return the day so many after today."""
        found = self.today + timedelta(days=days)
        return Days(found, found + timedelta(days=1), Unit.DAY)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    return made if 1970 <= year <= 2400 else None  # noqa: PLR2004
