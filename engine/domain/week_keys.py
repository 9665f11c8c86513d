"""What places in a suggested week are called."""

from __future__ import annotations

from datetime import datetime

from engine.domain.clock import MS_PER_MINUTE, utc
from engine.domain.days import DayRule
from engine.domain.intervals import Interval


def key_of(flexible_id: int, moves_id: int, interval: Interval, zone: str) -> str:
    """Return what a proposal is called: which block, when by the person's clock, and how many minutes."""
    begins: datetime = utc(interval.start_ms).astimezone(DayRule(zone).tzinfo())
    what = f"m{moves_id}" if moves_id else f"{flexible_id}"
    return f"{what}-{begins:%m%d-%H%M}-{interval.length_ms // MS_PER_MINUTE}"
