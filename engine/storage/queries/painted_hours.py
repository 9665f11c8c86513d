"""Totals of hours that sources share or corrections touch: from the history as it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.domain.activity import Activity, Observed
from engine.domain.corrections import Correction
from engine.domain.intervals import Interval
from engine.domain.overlays import effective
from engine.domain.stretches import LabelOverride
from engine.storage.queries.hours import by_hour


@dataclass(frozen=True, slots=True)
class Counted:
    """What milliseconds are counted under; override: labels the person gave."""

    hour: int
    what: Observed
    override: LabelOverride | None


def painted(raw: Iterable[Activity], corrections: Sequence[Correction], bounds: Interval) -> dict[Counted, int]:
    """Return the milliseconds within bounds, hour by hour, of everything that shares time with bounds."""
    totals: defaultdict[Counted, int] = defaultdict(int)
    for stretch in effective(raw, corrections, bounds):
        for hour, ms in by_hour(stretch.interval.start_ms, stretch.interval.end_ms):
            totals[Counted(hour, stretch.what, stretch.override)] += ms
    return totals
