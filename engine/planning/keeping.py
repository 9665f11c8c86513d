"""What the plan learns from adherence: which share of planned time of a kind the person keeps to, hour by hour.

Few blocks leave the share of an hour at that of the kind, and that at one: nobody is doubted without a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta

from engine.domain.adherence import Kept
from engine.domain.blocks import BlockKind
from engine.domain.clock import MS_PER_HOUR, utc
from engine.domain.days import DayRule
from engine.planning.adherence import measured

REACH_DAYS = 56
"""How many days back it is looked."""

DRAWN_HOURS = 4.0
"""So many hours of the share above are assumed beside those seen."""

_HOURS = 24


def keep_rates(kept: Iterable[Kept], zone: str) -> Mapping[BlockKind, tuple[float, ...]]:
    """Return the share kept to by hour of the day, 0 to 1, of every kind that was measured."""
    seen: dict[BlockKind, list[list[float]]] = {}
    for one in measured(kept):
        by_hour = seen.setdefault(one.occurrence.block.about.kind, [[0.0, 0.0] for _ in range(_HOURS)])
        for hour, length in _hours(one, zone):
            by_hour[hour][0] += one.share * length
            by_hour[hour][1] += length
    return {kind: _drawn(by_hour) for kind, by_hour in seen.items()}


def _drawn(by_hour: list[list[float]]) -> tuple[float, ...]:
    done, planned = (sum(one[which] for one in by_hour) for which in (0, 1))
    whole = (done + DRAWN_HOURS) / (planned + DRAWN_HOURS)
    return tuple((kept + DRAWN_HOURS * whole) / (length + DRAWN_HOURS) for kept, length in by_hour)


def _hours(one: Kept, zone: str) -> list[tuple[int, float]]:
    """Return the hours of the day that a planned time lies in, with how many hours of it lie there."""
    found = []
    where, whole = DayRule(zone).tzinfo(), one.occurrence.interval
    at_ms = whole.start_ms
    while at_ms < whole.end_ms:
        local = utc(at_ms).astimezone(where)
        into = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
        end_ms = min(whole.end_ms, at_ms + MS_PER_HOUR - into // timedelta(milliseconds=1))
        found.append((local.hour, (end_ms - at_ms) / MS_PER_HOUR))
        at_ms = end_ms
    return found
