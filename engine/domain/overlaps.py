"""Where recorded times overlap (an import beside the recorder), the one that starts first keeps the time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import attrgetter

from engine.domain.activity import Activity
from engine.domain.intervals import Interval


def by_precedence(activities: Iterable[Activity]) -> list[Activity]:
    """Return the activities by start; of those that start together the shorter first, then by what they hold.

    The order they come in does not matter.
    """
    ordered = sorted(activities, key=attrgetter("start_ms"))
    if any(before.start_ms == after.start_ms for before, after in pairwise(ordered)):
        ordered.sort(key=_rank)
    return ordered


def first_come(ordered: Iterable[Activity], bounds: Interval | None = None) -> Iterator[tuple[int, int, Activity]]:
    """Yield start, end and activity for the time each one keeps, within bounds; UTC milliseconds, no overlaps.

    ordered: as by_precedence gives them.
    """
    reached = -1 if bounds is None else bounds.start_ms
    for activity in ordered:
        start = max(activity.start_ms, reached)
        end = activity.end_ms if bounds is None else min(activity.end_ms, bounds.end_ms)
        if start < end:
            reached = end
            yield start, end, activity


def _rank(activity: Activity) -> tuple[object, ...]:
    what = activity.what
    look = what.presence, what.app, what.title, what.withheld
    origin = what.executable, what.platform, what.site, what.document, activity.zone
    return activity.start_ms, activity.end_ms, activity.source, look, origin, activity.open, activity.id or 0
