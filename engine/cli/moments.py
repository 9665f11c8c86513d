"""Moments as people and programs read and write them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from engine.domain.clock import iso_utc, utc, wall_ms
from engine.domain.days import DayRule, day_start_ms, parse_day
from engine.domain.errors import UsageError
from engine.domain.local_times import local_moment
from engine.domain.plain_text import LONGEST_TOLD, shortened

_DAY_LENGTH = len("2026-11-21")
_DAYS_FROM_TODAY = {"yesterday": -1, "today": 0, "tomorrow": 1}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST_DAY_NAME = 3
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")


def local(moment_ms: int, rule: DayRule) -> datetime:
    """Return UTC milliseconds as local time under the rule's zone."""
    return utc(moment_ms).astimezone(rule.tzinfo())


def clock_time(moment_ms: int, rule: DayRule) -> str:
    """Return the local time of day, "14:05"."""
    return f"{local(moment_ms, rule):%H:%M}"


def iso_or_none(moment_ms: int | None) -> str | None:
    """Return ISO 8601 text in UTC, None for None."""
    return None if moment_ms is None else iso_utc(moment_ms)


def parse_from(text: str, rule: DayRule) -> int:
    """Return the UTC milliseconds at which a day starts, or of a moment; UsageError for anything else."""
    return day_start_ms(parse_day(text), rule) if len(text) <= _DAY_LENGTH else _moment(text, rule)


def parse_to(text: str, rule: DayRule) -> int:
    """Return the UTC milliseconds at which a day is over, or of a moment; UsageError for anything else."""
    if len(text) > _DAY_LENGTH:
        return _moment(text, rule)
    return day_start_ms(parse_day(text) + timedelta(days=1), rule)


def day_named(text: str, today: date) -> date:
    """Return the day that "tomorrow", "fri" (the next one, today included) or "2026-11-21" names; else UsageError."""
    word = text.strip().casefold()
    if word in _DAYS_FROM_TODAY:
        return today + timedelta(days=_DAYS_FROM_TODAY[word])
    found = [at for at, name in enumerate(_WEEKDAYS) if len(word) >= _SHORTEST_DAY_NAME and name.startswith(word)]
    return today + timedelta(days=(found[0] - today.weekday()) % 7) if found else parse_day(text.strip())


def moment_named(text: str, today: date, rule: DayRule) -> int:
    """Return UTC milliseconds for "tomorrow 9:00", "fri 14:05", "14:05" of today, or what local_moment reads.

    Raises UsageError for anything else.
    """
    day, _, clock = text.strip().rpartition("\u0020")
    found = _CLOCK.fullmatch(clock)
    if found is None:
        return local_moment(text, today, rule)
    named = day_named(day, today) if day else today
    return local_moment(f"{named.isoformat()} {found[1]:0>2}:{found[2]}", today, rule)


def _moment(text: str, rule: DayRule) -> int:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as cause:
        raise UsageError(
            f"“{shortened(text, LONGEST_TOLD)}” is no day (2026-11-21) and no moment (2026-11-21T14:00Z)."
        ) from cause
    try:
        return wall_ms(moment if moment.tzinfo else moment.replace(tzinfo=rule.tzinfo()))
    except OverflowError as cause:
        raise UsageError(f"“{shortened(text, LONGEST_TOLD)}” is too far away.") from cause
