"""Where a day begins and ends: the one day-boundary function of window, command line and every export."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from engine.domain.clock import utc, wall_ms
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.plain_text import LONGEST_TOLD, shortened


@dataclass(frozen=True, slots=True)
class DayRule:
    """How days are cut: an IANA zone, and the minutes after local midnight at which a day starts (0 to 1439)."""

    zone: str
    start_minute: int = 0

    def tzinfo(self) -> ZoneInfo:
        """Return the zone; one this machine does not know raises UsageError."""
        try:
            return ZoneInfo(self.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as cause:
            raise UsageError(f"The time zone “{self.zone}” is not known. Use a name such as Europe/Berlin.") from cause


def day_start_ms(day: date, rule: DayRule) -> int:
    """Return the UTC milliseconds at which the day starts under the rule.

    A start that the clocks jump over lands at the first moment after the jump; one that occurs twice is the first.
    """
    hours, minutes = divmod(rule.start_minute, 60)
    local = datetime.combine(day, time(hours, minutes), rule.tzinfo())
    round_trip = local.astimezone(UTC).astimezone(rule.tzinfo())
    if round_trip.replace(tzinfo=None) != local.replace(tzinfo=None):
        # In a gap fold=0 reads the offset from before the jump, which lands as far past the jump as the
        # wanted time was into the gap; step back to the jump itself.
        before = local.replace(fold=0).utcoffset() or timedelta()
        after = local.replace(fold=1).utcoffset() or timedelta()
        return _jump_ms(wall_ms(local.replace(fold=1)), wall_ms(local), rule.tzinfo(), before, after)
    return wall_ms(local)


def _jump_ms(low_ms: int, high_ms: int, zone: ZoneInfo, before: timedelta, after: timedelta) -> int:
    """Return the first millisecond in (low_ms, high_ms] at which the zone uses the offset after the jump."""
    low, high = min(low_ms, high_ms), max(low_ms, high_ms)
    if before == after:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        if utc(middle).astimezone(zone).utcoffset() == after:
            high = middle
        else:
            low = middle
    return high


def day_bounds(day: date, rule: DayRule) -> Interval:
    """Return the day as UTC milliseconds; 23 and 25 hour days come out as such."""
    return Interval(day_start_ms(day, rule), day_start_ms(day + timedelta(days=1), rule))


def day_of(moment_ms: int, rule: DayRule) -> date:
    """Return the day, under the rule, that a moment of UTC milliseconds belongs to."""
    guess = utc(moment_ms).astimezone(rule.tzinfo()).date()
    while moment_ms < day_start_ms(guess, rule):
        guess -= timedelta(days=1)
    while moment_ms >= day_start_ms(guess + timedelta(days=1), rule):
        guess += timedelta(days=1)
    return guess


def parse_day(text: str) -> date:
    """Return the date written as YYYY-MM-DD; UsageError for anything else, and at the very ends of the calendar.

    So the day, week, month or year around what is returned has both its ends in every zone.
    """
    try:
        day = date.fromisoformat(text)
    except ValueError as cause:
        raise UsageError(
            f"“{shortened(text, LONGEST_TOLD)}” is not a date. Write it as year-month-day, for example 2026-11-21."
        ) from cause
    if not date.min.year < day.year < date.max.year:
        raise UsageError(f"“{shortened(text, LONGEST_TOLD)}” is too far away.")
    return day
