"""Which days a repeat rule names: each day is looked at by itself, so a rule that names none costs no more."""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from engine.planning.repeat_rule import Frequency, RepeatRule

_DAY = timedelta(days=1)
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class RepeatDays:
    """The days of a rule that begins on a day, what the rule leaves open taken from that day."""

    rule: RepeatRule
    first: date

    @staticmethod
    def of(rule: RepeatRule, first: date) -> RepeatDays:
        """Return the days of the rule; what it leaves open is as on its first day."""
        if rule.weeks or rule.year_days or rule.month_days or rule.weekdays:
            return RepeatDays(rule, first)
        if rule.frequency is Frequency.WEEKLY:
            return RepeatDays(replace(rule, weekdays=((0, first.weekday()),)), first)
        if rule.frequency is Frequency.MONTHLY:
            return RepeatDays(replace(rule, month_days=(first.day,)), first)
        if rule.frequency is Frequency.YEARLY:
            months = rule.months or (first.month,)
            return RepeatDays(replace(rule, months=months, month_days=(first.day,)), first)
        return RepeatDays(rule, first)

    def stretches(self, start: date, end: date) -> Iterator[tuple[date, date]]:
        """Yield the stretches the rule goes by that have a day in [start, end), whole, as first day and day after."""
        number = self._number(max(start, self.first))
        number += -number % self.rule.interval if self.rule.frequency is not Frequency.HOURLY else 0
        while (bounds := self._bounds(number)) is not None and bounds[0] < end:
            yield bounds
            number += self.rule.interval if self.rule.frequency is not Frequency.HOURLY else 1

    def named(self, start: date, end: date) -> Iterator[date]:
        """Yield the days in [start, end) that the rule's conditions name."""
        day = start
        while day < end:
            if self._is_named(day):
                yield day
            day += _DAY

    def _number(self, day: date) -> int:
        """Return how many stretches lie between the first day's and this one's."""
        first = self.first
        match self.rule.frequency:
            case Frequency.YEARLY:
                return day.year - first.year
            case Frequency.MONTHLY:
                return (day.year - first.year) * _MONTHS + day.month - first.month
            case Frequency.WEEKLY:
                return (self._week_of(day) - self._week_of(first)).days // 7
            case _:
                return (day - first).days

    def _bounds(self, number: int) -> tuple[date, date] | None:
        """Return first day and day after of a stretch; None beyond the calendar."""
        first = self.first
        try:
            match self.rule.frequency:
                case Frequency.YEARLY:
                    return date(first.year + number, 1, 1), date(first.year + number + 1, 1, 1)
                case Frequency.MONTHLY:
                    return _month(first, number), _month(first, number + 1)
                case Frequency.WEEKLY:
                    start = self._week_of(first) + timedelta(weeks=number)
                    return start, start + timedelta(weeks=1)
                case _:
                    start = first + timedelta(days=number)
                    return start, start + _DAY
        except (ValueError, OverflowError):
            return None

    def _week_of(self, day: date) -> date:
        return day - timedelta(days=(day.weekday() - self.rule.week_start) % 7)

    def _is_named(self, day: date) -> bool:
        rule = self.rule
        if rule.months and day.month not in rule.months:
            return False
        if rule.month_days and not _either(rule.month_days, day.day, _days_of_month(day)):
            return False
        if rule.weekdays and not any(self._is_weekday(day, nth, weekday) for nth, weekday in rule.weekdays):
            return False
        if rule.year_days and not _either(rule.year_days, _day_of_year(day), 366 if isleap(day.year) else 365):
            return False
        return not rule.weeks or self._is_in_week(day)

    def _is_weekday(self, day: date, nth: int, weekday: int) -> bool:
        if day.weekday() != weekday:
            return False
        if nth == 0 or self.rule.frequency not in {Frequency.MONTHLY, Frequency.YEARLY}:
            return True
        if self.rule.frequency is Frequency.YEARLY and not self.rule.months:
            number, days = _day_of_year(day), 366 if isleap(day.year) else 365
        else:
            number, days = day.day, _days_of_month(day)
        return nth == (number - 1) // 7 + 1 if nth > 0 else -nth == (days - number) // 7 + 1

    def _is_in_week(self, day: date) -> bool:
        """Week 1 is the first with at least four days in the year, by the rule's own first day of a week."""
        monday_like = self._week_of(day)
        year = (monday_like + timedelta(days=3)).year
        number = (monday_like - self._week_one(year)).days // 7 + 1
        return _either(self.rule.weeks, number, (self._week_one(year + 1) - self._week_one(year)).days // 7)

    def _week_one(self, year: int) -> date:
        return self._week_of(date(year, 1, 4))


def _month(first: date, number: int) -> date:
    years, month = divmod(first.month - 1 + number, _MONTHS)
    return date(first.year + years, month + 1, 1)


def _either(wanted: tuple[int, ...], number: int, of: int) -> bool:
    """Return whether the number is wanted, counted from the front or from the back."""
    return number in wanted or number - of - 1 in wanted


def _days_of_month(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def _day_of_year(day: date) -> int:
    return day.timetuple().tm_yday
