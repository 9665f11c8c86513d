"""What became of a goal: pure, out of totals per day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from engine.domain.activity import Withheld
from engine.domain.categories import CategoryTree
from engine.domain.goals import Direction, Forecast, Goal, GoalSpan, Measure, Per, Standing
from engine.domain.intervals import Interval
from engine.domain.periods import Period, period_around
from engine.domain.presence import Presence
from engine.domain.totals import Key, TotalRow

FEWEST_SEEN = 4
"""With fewer days or weeks to look at, nothing is foretold."""

KEYS = {
    Measure.CATEGORY: (Key.CATEGORY, Key.PRESENCE),
    Measure.FOCUS: (Key.CATEGORY, Key.PRESENCE),
    Measure.APP: (Key.APP, Key.PRESENCE, Key.WITHHELD),
    Measure.PROJECT: (Key.PROJECT, Key.PRESENCE),
}
"""What totals must be told apart by to measure a goal."""


def spans(goal: Goal, start: date, end: date, week_start: int) -> list[GoalSpan]:
    """Return the days or weeks of the goal that share a day with [start, end), in order; weeks are whole.

    week_start: 0 for Monday. A day that the goal is not for has no span.
    """
    if goal.per is Per.DAY:
        days = (start + timedelta(days=number) for number in range((end - start).days))
        return [GoalSpan(day, day + timedelta(days=1), (day,)) for day in days if day.weekday() in goal.weekdays]
    found: list[GoalSpan] = []
    day = start
    while day < end:
        first, day = period_around(Period.WEEK, day, week_start)
        week = (first + timedelta(days=number) for number in range(7))
        found.append(GoalSpan(first, day, tuple(one for one in week if one.weekday() in goal.weekdays)))
    return found


def active(rows: Iterable[TotalRow]) -> int:
    """Return all active milliseconds of rows told apart by presence at least."""
    return sum(row.ms for row in rows if row.presence is Presence.ACTIVE)


def counted_categories(goal: Goal, tree: CategoryTree) -> frozenset[int]:
    """Return the categories whose time counts for the goal, in part or in full; none for an app or a project."""
    if goal.measure is Measure.FOCUS:
        return frozenset(one.id for one in tree.in_order() if tree.weight(one.id) > 0)
    if goal.measure is Measure.CATEGORY and isinstance(goal.target, int):
        return frozenset(one.id for one in tree.below(goal.target))
    return frozenset()


def done(goal: Goal, rows: Iterable[TotalRow], tree: CategoryTree) -> int:
    """Return the milliseconds that count for the goal, of rows told apart by its keys."""
    present = (row for row in rows if row.presence is Presence.ACTIVE)
    if goal.measure is Measure.FOCUS:
        return sum(max(0, tree.weight(row.category_id or 0)) * row.ms for row in present) // 2
    if goal.measure is Measure.CATEGORY:
        below = counted_categories(goal, tree)
        return sum(row.ms for row in present if row.category_id in below)
    if goal.measure is Measure.APP:
        return sum(row.ms for row in present if row.app == goal.target and row.withheld is Withheld.NO)
    return sum(row.ms for row in present if row.project == goal.target)


def standing(goal: Goal, done_ms: int, active_ms: int, counted: Interval, now_ms: int) -> Standing:
    """Return how a day or week stands at a moment. counted: from the first moment that counts to the last.

    Exactly the minutes of the goal are enough, and not too many.
    """
    if now_ms < counted.start_ms:
        return Standing.AHEAD
    over = now_ms >= counted.end_ms
    if over and not active_ms:
        return Standing.UNRECORDED
    if goal.direction is Direction.AT_LEAST:
        settled, otherwise = done_ms >= goal.target_ms, (Standing.MET, Standing.MISSED)
    else:
        settled, otherwise = done_ms > goal.target_ms, (Standing.MISSED, Standing.MET)
    if settled:
        return otherwise[0]
    return otherwise[1] if over else Standing.OPEN


def forecast(done_ms: int, rests: Sequence[int]) -> Forecast | None:
    """Return what so much done will come to; rests: what the rest of earlier days or weeks still brought.

    None with fewer than FEWEST_SEEN of them.
    """
    if len(rests) < FEWEST_SEEN:
        return None
    low, middle, high = (done_ms + _part(sorted(rests), quarter) for quarter in (1, 2, 3))
    return Forecast(low, middle, high, len(rests))


def _part(ordered: Sequence[int], quarter: int) -> int:
    """Return the quartile, between two neighbours as far as it lies between them."""
    place, rest = divmod(quarter * (len(ordered) - 1), 4)
    if not rest:
        return ordered[place]
    return ordered[place] + (ordered[place + 1] - ordered[place]) * rest // 4
