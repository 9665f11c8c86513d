"""Moments of a report as the clock on the wall showed them."""

from __future__ import annotations

from engine.domain.clock import utc
from engine.domain.days import DayRule
from engine.domain.intervals import Interval


def local_clock(interval: Interval, rule: DayRule) -> str:
    """Return the day, start and end of an interval: "2026-03-02 09:00–09:45"."""
    zone = rule.tzinfo()
    start, end = utc(interval.start_ms).astimezone(zone), utc(interval.end_ms).astimezone(zone)
    return f"{start:%Y-%m-%d %H:%M}–{end:%H:%M}"
