"""Stretches of days as people name them in a question: "yesterday", "last week", "2026-01", "3 days", "上周"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from engine.domain.calendar import Calendar
from engine.domain.days import day_start_ms, parse_day
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.periods import Period, period_around

_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"\d{4}")
_RANGE = re.compile(r"(.+?)\.\.(.+)")
_AGO = re.compile(
    r"(?:last |past )?(\d{1,4}) ?(d|days?|w|weeks?|m|months?|y|years?)(?: ago)?|(?:最近|近)?(\d{1,4})(天|周|个月|年)"
)
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365, "天": 1, "周": 7, "个": 30, "年": 365}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PERIODS = {"week": Period.WEEK, "month": Period.MONTH, "year": Period.YEAR}
_OTHER_WORDS = {
    "今天": "today", "昨天": "yesterday", "前天": "2 days ago", "本周": "this week", "这周": "this week",
    "上周": "last week", "本月": "this month", "这个月": "this month", "上月": "last month", "上个月": "last month",
    "今年": "this year", "去年": "last year", "lastweek": "last week", "thisweek": "this week",
    "lastmonth": "last month", "thismonth": "this month", "lastyear": "last year", "thisyear": "this year",
}  # fmt: skip
_FORMS = "today, yesterday, monday, last week, this month, 3 days, 2026, 2026-01 or 2026-01-31"


def stretch(text: str, calendar: Calendar) -> Interval:
    """Return the stretch of time named, as UTC milliseconds [start, end); UsageError with the forms there are."""
    first, end = _days(_tidy(text), text, calendar)
    return Interval(day_start_ms(first, calendar.rule), day_start_ms(end, calendar.rule))


def takes_two_words(first: str, second: str) -> bool:
    """Whether two words without quotation marks name one stretch: "last week", "3 days"."""
    first, second = first.casefold(), second.casefold()
    if first in {"last", "this", "past"}:
        return second in _PERIODS
    return first.isdigit() and second in {"days", "weeks", "months", "years", "day", "week", "month", "year"}


def _tidy(text: str) -> str:
    words = " ".join(text.casefold().replace("_", " ").split())
    return _OTHER_WORDS.get(words, words)


def _days(words: str, text: str, calendar: Calendar) -> tuple[date, date]:
    """Return the first day and the one after the last."""
    both = _RANGE.fullmatch(words)
    if both is not None:
        first, end = _single(_tidy(both[1]), text, calendar)[0], _single(_tidy(both[2]), text, calendar)[1]
        if end <= first:
            raise UsageError(f"“{text}” ends before it begins.")
        return first, end
    return _single(words, text, calendar)


def _single(words: str, text: str, calendar: Calendar) -> tuple[date, date]:
    named = _named(words, calendar) or _ago(words, text, calendar)
    return named or _written(words, text)


def _named(words: str, calendar: Calendar) -> tuple[date, date] | None:
    today = calendar.today
    if words in {"today", "yesterday"}:
        day = today - timedelta(days=words == "yesterday")
        return day, day + timedelta(days=1)
    if words in _WEEKDAYS:
        day = today - timedelta(days=(today.weekday() - _WEEKDAYS.index(words)) % 7)
        return day, day + timedelta(days=1)
    which, _, name = words.partition(" ")
    if which not in {"this", "last", "past"} or name not in _PERIODS:
        return None
    now = period_around(_PERIODS[name], today, calendar.week_start)
    return now if which == "this" else period_around(_PERIODS[name], now[0] - timedelta(days=1), calendar.week_start)


def _ago(words: str, text: str, calendar: Calendar) -> tuple[date, date] | None:
    """Return the last so many days, today among them; "… ago" is one day."""
    found = _AGO.fullmatch(words)
    if found is None:
        return None
    count = int(found[1] or found[3]) * _DAYS[(found[2] or found[4])[0]]
    try:
        if words.endswith("ago"):
            day = calendar.today - timedelta(days=count)
            return day, day + timedelta(days=1)
        return calendar.today - timedelta(days=max(count - 1, 0)), calendar.today + timedelta(days=1)
    except OverflowError as cause:
        raise UsageError(f"“{text}” is too far away.") from cause


def _written(words: str, text: str) -> tuple[date, date]:
    month = _MONTH.fullmatch(words)
    if month is not None:
        return period_around(Period.MONTH, _parsed(f"{month[1]}-{int(month[2]):02}-01", text))
    if _YEAR.fullmatch(words):
        return period_around(Period.YEAR, _parsed(f"{words}-01-01", text))
    day = _parsed(words, text)
    return day, day + timedelta(days=1)


def _parsed(written: str, text: str) -> date:
    try:
        day = parse_day(written)
    except UsageError as cause:
        raise UsageError(f"“{text}” is no date. Write {_FORMS}.") from cause
    if day.year < 1970 or day.year > 2500:  # noqa: PLR2004  (what the clock can place)
        raise UsageError(f"“{text}” is too far away.")
    return day
