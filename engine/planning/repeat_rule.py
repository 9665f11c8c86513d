"""A repeat rule as text and as values: RRULE of RFC 5545, without what could only do harm in a plan."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from engine.domain.clock import wall_ms
from engine.domain.errors import UsageError

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LONGEST_RULE = 500
MOST_PER_DAY = 96
"""More times a day than one every quarter of an hour are no plan."""

_MOST_INTERVAL, _MOST_COUNT = 1_000, 10_000
_BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"(\d{8})(?:T(\d{6})(Z?))?")


class Frequency(StrEnum):
    """The length of the stretches a rule goes by."""

    YEARLY = "YEARLY"
    MONTHLY = "MONTHLY"
    WEEKLY = "WEEKLY"
    DAILY = "DAILY"
    HOURLY = "HOURLY"


@dataclass(frozen=True, slots=True)
class Until:
    """The last start a rule gives: UTC milliseconds, or a local time, or a whole local day; two of them are None."""

    utc_ms: int | None = None
    local: datetime | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class RepeatRule:
    """A rule taken apart; empty tuples where it says nothing.

    weekdays: which one of its month or year (0: each) and the day, 0 for Monday. week_start: 0 for Monday.
    """

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: Until | None = None
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    weekdays: tuple[tuple[int, int], ...] = ()
    hours: tuple[int, ...] = ()
    minutes: tuple[int, ...] = ()
    seconds: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 0


@lru_cache(maxsize=1_024)
def parsed(text: str) -> RepeatRule:
    """Return the rule; UsageError for one that cannot be understood or that would come more often than a plan holds."""
    parts = _parts(text)
    if parts["FREQ"] in {"SECONDLY", "MINUTELY"}:
        raise UsageError("A block cannot repeat every minute or second. Use FREQ=HOURLY, DAILY, WEEKLY or longer.")
    values = {_NAMES[name]: _value(name, value) for name, value in parts.items()}
    rule = RepeatRule(**values)
    _check(rule)
    return rule


def _parts(text: str) -> dict[str, str]:
    if len(text) > LONGEST_RULE:
        raise UsageError(f"A repeat rule has at most {LONGEST_RULE} characters. Write it as FREQ=WEEKLY;BYDAY=MO,WE.")
    parts: dict[str, str] = {}
    for part in text.strip().removeprefix("RRULE:").upper().rstrip(";").split(";"):
        name, _, value = part.partition("=")
        if name not in _NAMES or not value:
            raise UsageError(f"“{part}” is not part of a repeat rule. Write it as FREQ=WEEKLY;BYDAY=MO,WE.")
        if name in parts:
            raise UsageError(f"A repeat rule says {name} once. Write it as FREQ=WEEKLY;BYDAY=MO,WE.")
        parts[name] = value
    if "FREQ" not in parts:
        raise UsageError(
            "A repeat rule says how often: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY. Write it as FREQ=WEEKLY;BYDAY=MO,WE."
        )
    return parts


def _check(rule: RepeatRule) -> None:
    if rule.count is not None and rule.until is not None:
        raise UsageError("A repeat rule ends by COUNT or by UNTIL, not by both. Leave one out.")
    times = max(1, len(rule.minutes)) * max(1, len(rule.seconds))
    a_day = times * (24 if rule.frequency is Frequency.HOURLY and not rule.hours else max(1, len(rule.hours)))
    if a_day > MOST_PER_DAY:
        raise UsageError(f"This rule comes {a_day:,} times a day; {MOST_PER_DAY} are the most. Name fewer times.")
    if rule.positions and rule.frequency is Frequency.HOURLY:
        raise UsageError("BYSETPOS cannot be used with FREQ=HOURLY. Name the minutes with BYMINUTE.")


def _value(name: str, value: str) -> Any:
    try:
        return _READERS[name](value)
    except (ValueError, OverflowError) as cause:
        raise UsageError(
            f"“{name}={value}” cannot be used in a repeat rule. Write it as FREQ=WEEKLY;BYDAY=MO,WE."
        ) from cause


def _numbers(low: int, high: int, *, negative: bool = False) -> Callable[[str], tuple[int, ...]]:
    def read(value: str) -> tuple[int, ...]:
        found = sorted({int(part) for part in value.split(",")})
        for one in found:
            if not low <= (abs(one) if negative else one) <= high:
                raise ValueError(value)
        return tuple(found)

    return read


def _one_number(high: int) -> Callable[[str], int]:
    def read(value: str) -> int:
        if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= high:
            raise ValueError(value)
        return int(value)

    return read


def _weekdays(value: str) -> tuple[tuple[int, int], ...]:
    found = set()
    for part in value.split(","):
        match = _BY_DAY.fullmatch(part)
        if match is None or (match[1] and int(match[1]) == 0):
            raise ValueError(value)
        found.add((int(match[1] or 0), WEEKDAYS.index(match[2])))
    return tuple(sorted(found))


def _until(value: str) -> Until:
    match = _UNTIL.fullmatch(value)
    if match is None:
        raise ValueError(value)
    if match[2] is None:
        return Until(day=date.fromisoformat(match[1]))
    moment = datetime.fromisoformat(f"{match[1]}T{match[2]}")
    return Until(utc_ms=wall_ms(moment.replace(tzinfo=UTC))) if match[3] else Until(local=moment)


_NAMES = {
    "FREQ": "frequency",
    "INTERVAL": "interval",
    "COUNT": "count",
    "UNTIL": "until",
    "BYMONTH": "months",
    "BYMONTHDAY": "month_days",
    "BYYEARDAY": "year_days",
    "BYWEEKNO": "weeks",
    "BYDAY": "weekdays",
    "BYHOUR": "hours",
    "BYMINUTE": "minutes",
    "BYSECOND": "seconds",
    "BYSETPOS": "positions",
    "WKST": "week_start",
}
_READERS: dict[str, Callable[[str], Any]] = {
    "FREQ": Frequency,
    "INTERVAL": _one_number(_MOST_INTERVAL),
    "COUNT": _one_number(_MOST_COUNT),
    "UNTIL": _until,
    "BYMONTH": _numbers(1, 12),
    "BYMONTHDAY": _numbers(1, 31, negative=True),
    "BYYEARDAY": _numbers(1, 366, negative=True),
    "BYWEEKNO": _numbers(1, 53, negative=True),
    "BYDAY": _weekdays,
    "BYHOUR": _numbers(0, 23),
    "BYMINUTE": _numbers(0, 59),
    "BYSECOND": _numbers(0, 59),
    "BYSETPOS": _numbers(1, 366, negative=True),
    "WKST": WEEKDAYS.index,
}
