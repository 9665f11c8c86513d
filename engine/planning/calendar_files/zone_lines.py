"""A VTIMEZONE for a span of time, from tzdata."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from engine.domain.calendar_lines import escaped
from engine.domain.clock import MS_PER_HOUR, utc
from engine.domain.days import DayRule
from engine.domain.intervals import Interval

_STEP_MS = 12 * MS_PER_HOUR
_BEFORE_MS = 48 * MS_PER_HOUR
_Offsets = tuple[timedelta, timedelta, str, bool]


def zone_lines(zone: str, span: Interval) -> Iterator[str]:
    """Yield the lines that describe the zone's clock in the span, each change by its date."""
    place = DayRule(zone).tzinfo()
    start = span.start_ms - _BEFORE_MS
    yield from ("BEGIN:VTIMEZONE", f"TZID:{escaped(zone)}", f"X-LIC-LOCATION:{escaped(zone)}")
    first = _at(start, place)
    offset = first.utcoffset() or timedelta()
    yield from _observance((offset, offset, first.tzname() or zone, bool(first.dst())), [first])
    for offsets, moments in _changes(start, span.end_ms, place).items():
        yield from _observance(offsets, moments)
    yield "END:VTIMEZONE"


def _at(moment_ms: int, zone: ZoneInfo) -> datetime:
    return utc(moment_ms).astimezone(zone)


def _changes(start_ms: int, end_ms: int, zone: ZoneInfo) -> dict[_Offsets, list[datetime]]:
    """Return when the clock changes, on the clock before it, by what it changes from and to."""
    found: dict[_Offsets, list[datetime]] = {}
    before = _at(start_ms, zone)
    for moment_ms in range(start_ms + _STEP_MS, end_ms + _STEP_MS, _STEP_MS):
        after = _at(moment_ms, zone)
        if _differ(before, after):
            change_ms = _first_after(moment_ms - _STEP_MS, moment_ms, zone)
            after = _at(change_ms, zone)
            last, now = before.utcoffset() or timedelta(), after.utcoffset() or timedelta()
            onset = (after - now + last).replace(tzinfo=None)
            found.setdefault((last, now, after.tzname() or "", bool(after.dst())), []).append(onset)
        before = _at(moment_ms, zone)
    return found


def _differ(one: datetime, other: datetime) -> bool:
    return (one.utcoffset(), one.tzname()) != (other.utcoffset(), other.tzname())


def _first_after(low_ms: int, high_ms: int, zone: ZoneInfo) -> int:
    """Return the first millisecond in (low_ms, high_ms] on whose clock is what high_ms's shows."""
    before = _at(low_ms, zone)
    while high_ms - low_ms > 1:
        middle = (low_ms + high_ms) // 2
        if _differ(before, _at(middle, zone)):
            high_ms = middle
        else:
            low_ms = middle
    return high_ms


def _observance(offsets: _Offsets, moments: list[datetime]) -> Iterator[str]:
    before, after, name, summer = offsets
    kind = "DAYLIGHT" if summer else "STANDARD"
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{moments[0]:%Y%m%dT%H%M%S}"
    yield from (f"RDATE:{moment:%Y%m%dT%H%M%S}" for moment in moments[1:])
    yield from (f"TZOFFSETFROM:{_offset(before)}", f"TZOFFSETTO:{_offset(after)}", f"TZNAME:{escaped(name)}")
    yield f"END:{kind}"


def _offset(length: timedelta) -> str:
    seconds = int(length.total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    minutes, left = divmod(rest, 60)
    return f"{'-' if seconds < 0 else '+'}{hours:02}{minutes:02}{f'{left:02}' if left else ''}"
