"""When to ask how focused the last half hour was, and which half hour that was.

Asked at natural breaks only, where an answer costs least (Iqbal and Bailey, CHI 2005): right after coming back, or
right after a long stretch with one thing ended; never in a meeting, and three times a day at most.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.domain.clock import MS_PER_MINUTE
from engine.domain.intervals import Interval
from engine.domain.offers import FocusRating
from engine.domain.presence import Presence
from engine.domain.stream_row import StreamRow

MOST_A_DAY = 3
APART_MS = 90 * MS_PER_MINUTE
RATED_MS = 30 * MS_PER_MINUTE
REACH_MS = 4 * RATED_MS
"""So much of the history before a moment tells whether it is one to ask at."""

_AWAY_MS = 3 * MS_PER_MINUTE  # who was away for less was not away
_JUST_MS = 5 * MS_PER_MINUTE  # a break is one so long after it
_LONG_MS = 25 * MS_PER_MINUTE
_GRACE_MS = MS_PER_MINUTE  # a look elsewhere this short does not end a stretch
_LEAST_MS = 15 * MS_PER_MINUTE  # of activity in the half hour, else there is nothing to rate

Meeting = Callable[[StreamRow], bool]
"""Tells whether a stretch was a meeting."""


def rating_due(
    rows: Sequence[StreamRow], ratings: Sequence[FocusRating], day_start_ms: int, now_ms: int, meeting: Meeting
) -> bool:
    """Return whether to ask now. rows: what was in front for REACH_MS, in order; ratings: the latest ones."""
    today = [one for one in ratings if one.at_ms >= day_start_ms]
    if len(today) >= MOST_A_DAY or any(now_ms - one.at_ms < APART_MS for one in ratings):
        return False
    active = _active(rows, now_ms)
    if not active or active[-1].end_ms < now_ms - _GRACE_MS or any(map(meeting, _since(active, now_ms - _JUST_MS))):
        return False
    half_hour = rated_half_hour(rows, now_ms)
    rated = [one for one in active if Interval(one.start_ms, one.end_ms).clip(half_hour)]
    filled = sum(min(one.end_ms, half_hour.end_ms) - max(one.start_ms, half_hour.start_ms) for one in rated)
    if filled < _LEAST_MS or any(map(meeting, rated)):
        return False
    return half_hour.end_ms < now_ms or _long_one_ended(active, now_ms)


def rated_half_hour(rows: Sequence[StreamRow], at_ms: int) -> Interval:
    """Return the half hour that a rating at a moment is of: before the break that has just ended, else before now."""
    active = _active(rows, at_ms)
    for before, after in zip(active[-2::-1], active[:0:-1], strict=True):
        if after.start_ms < at_ms - _JUST_MS:
            break
        if after.start_ms - before.end_ms >= _AWAY_MS:
            return Interval(before.end_ms - RATED_MS, before.end_ms)
    return Interval(at_ms - RATED_MS, at_ms)


def _active(rows: Sequence[StreamRow], until_ms: int) -> list[StreamRow]:
    before = (one for one in rows if one.presence is Presence.ACTIVE and one.start_ms < until_ms)
    return [one._replace(end_ms=min(one.end_ms, until_ms)) for one in before]


def _since(active: Sequence[StreamRow], from_ms: int) -> list[StreamRow]:
    return [one for one in active if one.end_ms > from_ms]


def _long_one_ended(active: Sequence[StreamRow], now_ms: int) -> bool:
    """Return whether a long stretch with one app or document ended a moment ago, and something else is in front."""
    runs: list[list[StreamRow]] = []
    for row in active:
        if runs and _same(runs[-1][-1], row) and row.start_ms - runs[-1][-1].end_ms <= _GRACE_MS:
            runs[-1].append(row)
        elif not runs or row.end_ms - row.start_ms > _GRACE_MS or row is active[-1]:
            runs.append([row])
    if len(runs) < 2 or runs[-1][0].end_ms < now_ms - _GRACE_MS:  # noqa: PLR2004  (one that ended, one that goes on)
        return False
    ended = runs[-2]
    if _same(ended[-1], runs[-1][0]):
        return False
    return ended[-1].end_ms - ended[0].start_ms >= _LONG_MS and now_ms - ended[-1].end_ms <= _JUST_MS


def _same(one: StreamRow, other: StreamRow) -> bool:
    return one.app == other.app or (one.document != 0 and one.document == other.document)
