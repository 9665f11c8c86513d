"""One day out of recorded activities: a pure function, so that window, command line and exports agree.

Switches and the longest stretch are those of engine.domain.unbroken.
Where activities overlap (an import beside the recorder), the one that starts first keeps the time: no moment
is counted twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from engine.domain.activity import Activity, Withheld
from engine.domain.clock import MS_PER_HOUR, MS_PER_SECOND, Instant
from engine.domain.corrections import Correction
from engine.domain.days import DayRule, day_bounds
from engine.domain.intervals import Interval
from engine.domain.overlaps import by_precedence
from engine.domain.overlays import effective
from engine.domain.presence import Presence
from engine.domain.stretches import LabelledStretch
from engine.domain.summary import AppTotal, DaySummary, Segment, Stretch
from engine.domain.unbroken import Unbroken, unbroken

STALE_MS = 30 * MS_PER_SECOND  # an open activity without a sign of life for this long is not current any more


def summarise(
    activities: Iterable[Activity], day: date, rule: DayRule, now: Instant, corrections: Sequence[Correction] = ()
) -> DaySummary:
    """Return what the day held; the order of the activities does not matter, and they may reach over its bounds.

    corrections: those in force, in the order they were made. What is in front now comes from the record alone.
    """
    bounds = day_bounds(day, rule)
    ordered = by_precedence(activities)
    segments = tuple(_merged(map(_segment, effective(ordered, corrections, bounds))))
    presence_ms = _presence_totals(segments)
    active_ms = presence_ms[Presence.ACTIVE]
    stretches = list(unbroken(segments))
    switches = sum(1 for before, after in pairwise(stretches) if before.group == after.group)
    current = _current(ordered, bounds, now)
    return DaySummary(
        day=day,
        zone=rule.zone,
        bounds=bounds,
        segments=segments,
        apps=_app_totals(segments),
        presence_ms=presence_ms,
        active_ms=active_ms,
        switches=switches,
        switches_per_hour=switches * MS_PER_HOUR / active_ms if active_ms else 0.0,
        longest=_longest(stretches),
        current=current.what if current else None,
        current_since_ms=current.start_ms if current else None,
    )


def _segment(stretch: LabelledStretch) -> Segment:
    what = stretch.what
    return Segment(stretch.interval, what.presence, what.app, what.title, what.withheld is not Withheld.NO)


def _merged(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Yield the segments with neighbours that touch and look the same made one."""
    last: Segment | None = None
    for segment in segments:
        if last is not None and last == replace(segment, interval=last.interval) and _touch(last, segment):
            last = replace(last, interval=Interval(last.interval.start_ms, segment.interval.end_ms))
            continue
        if last is not None:
            yield last
        last = segment
    if last is not None:
        yield last


def _touch(before: Segment, after: Segment) -> bool:
    return before.interval.end_ms == after.interval.start_ms


def _presence_totals(segments: Iterable[Segment]) -> dict[Presence, int]:
    totals = dict.fromkeys(Presence, 0)
    for segment in segments:
        totals[segment.presence] += segment.interval.length_ms
    return totals


def _app_totals(segments: Iterable[Segment]) -> tuple[AppTotal, ...]:
    totals: dict[tuple[str, bool], int] = {}
    for segment in segments:
        if segment.presence is Presence.ACTIVE:
            look = segment.app, segment.withheld
            totals[look] = totals.get(look, 0) + segment.interval.length_ms
    apps = [AppTotal(app, length_ms, withheld) for (app, withheld), length_ms in totals.items()]
    return tuple(sorted(apps, key=lambda total: (-total.length_ms, total.app, total.withheld)))


def _longest(stretches: Iterable[Unbroken[Segment]]) -> Stretch | None:
    best = max(stretches, key=lambda stretch: stretch.end_ms - stretch.start_ms, default=None)
    return None if best is None else Stretch(best.interval, best.app)


def _current(ordered: Iterable[Activity], bounds: Interval, now: Instant) -> Activity | None:
    """Return the open activity where the day is today and the recorder spoke of it a moment ago."""
    if not bounds.start_ms <= now.wall_ms < bounds.end_ms:
        return None
    opened = [activity for activity in ordered if activity.open and now.wall_ms - activity.end_ms <= STALE_MS]
    return opened[-1] if opened else None
