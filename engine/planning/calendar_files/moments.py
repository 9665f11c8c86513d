"""Dates, times and lengths as calendars write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

_MOMENT = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?(?:[.,]\d+)?(Z?))?", re.IGNORECASE)
_LENGTH = re.compile(
    r"([+-]?)P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?", re.IGNORECASE
)
_FIRST_YEAR, _LAST_YEAR = 1600, 2500  # Windows says that its zones began in 1601
_SECOND_OF_LEAP = 59


@dataclass(frozen=True, slots=True)
class Written:
    """A moment as it stands in a file. wall: what a clock shows. day: it is a whole day. utc: that clock is UTC's."""

    wall: datetime
    day: bool = False
    utc: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """A length. days go by the calendar, whatever clocks do in them; exact goes by the clock."""

    days: int
    exact: timedelta


def written(value: str) -> Written | None:
    """Return the date or moment in a value, None for anything else and for years far away."""
    found = _MOMENT.fullmatch(value.strip())
    if found is None:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        clock = time(int(found[4] or 0), int(found[5] or 0), min(int(found[6] or 0), _SECOND_OF_LEAP))
    except ValueError:
        return None
    if not _FIRST_YEAR <= day.year < _LAST_YEAR:
        return None
    return Written(datetime.combine(day, clock), day=found[4] is None, utc=bool(found[7]))


def length(value: str) -> Length | None:
    """Return the length in a DURATION value, None for anything else, and for one that goes back."""
    found = _LENGTH.fullmatch(value.strip())
    if found is None or found[1] == "-" or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(one or 0) for one in found.groups()[1:])
    return Length(weeks * 7 + days, timedelta(hours=hours, minutes=minutes, seconds=seconds))
