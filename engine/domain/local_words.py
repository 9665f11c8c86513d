"""Moments in words, as messages and the audit list name them."""

from __future__ import annotations

from datetime import datetime

from engine.domain.clock import MS_PER_MINUTE, utc
from engine.domain.days import DayRule
from engine.domain.intervals import Interval


def time_in_words(moment_ms: int, rule: DayRule) -> str:
    """Return UTC milliseconds as "2026-11-21 14:05" in the rule's zone, with seconds where there are any."""
    return f"{_local(moment_ms, rule):%Y-%m-%d} {_clock(moment_ms, rule)}"


def span_in_words(span: Interval, rule: DayRule, joint: str = "and") -> str:
    """Return the interval as "2026-11-21 14:05 and 15:00", the second day named where it is another."""
    same = _local(span.start_ms, rule).date() == _local(span.end_ms, rule).date()
    end = _clock(span.end_ms, rule) if same else time_in_words(span.end_ms, rule)
    return f"{time_in_words(span.start_ms, rule)} {joint} {end}"


def _clock(moment_ms: int, rule: DayRule) -> str:
    form = "%H:%M:%S" if moment_ms % MS_PER_MINUTE else "%H:%M"
    return _local(moment_ms, rule).strftime(form)


def _local(moment_ms: int, rule: DayRule) -> datetime:
    return utc(moment_ms).astimezone(rule.tzinfo())
