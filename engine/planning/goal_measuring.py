"""What became of goals over days, out of one state of the totals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from engine.domain.calendar import Calendar
from engine.domain.categories import CategoryTree
from engine.domain.days import day_bounds, day_start_ms
from engine.domain.goal_progress import KEYS, active, counted_categories, done, forecast, spans, standing
from engine.domain.goals import Forecast, Goal, GoalProgress, GoalResult, GoalSpan, Measure, Per
from engine.domain.intervals import Interval
from engine.domain.totals import Key, TotalRow, Totals

LOOKED_BACK = 12
"""How many earlier days or weeks a forecast looks at."""

_Rows = dict[date, list[TotalRow]]


class Measuring:
    """Asks the totals once for all goals that are measured alike. Raises what the totals raise."""

    def __init__(self, totals: Totals, tree: CategoryTree, calendar: Calendar) -> None:
        self._totals = totals
        self._tree = tree
        self._calendar = calendar

    def progress(
        self, goals: Iterable[Goal], start: date, end: date, *, foretell: bool = True
    ) -> tuple[GoalProgress, ...]:
        """Return what became of each goal in the days from start to end, end excluded, weeks whole."""
        parts = {one: spans(one, start, end, self._calendar.week_start) for one in goals}
        rows = self._rows(parts)
        return tuple(self._of(goal, found, rows.get(KEYS[goal.measure], {}), foretell) for goal, found in parts.items())

    def _rows(self, parts: dict[Goal, list[GoalSpan]]) -> dict[tuple[Key, ...], _Rows]:
        """Return what was counted on each day that any goal asks for, by what the totals are told apart by."""
        wanted: dict[tuple[Key, ...], list[GoalSpan]] = {}
        for goal, found in parts.items():
            wanted.setdefault(KEYS[goal.measure], []).extend(found)
        return {by: self._by_day(found, by) for by, found in wanted.items() if found}

    def _by_day(self, found: Sequence[GoalSpan], by: tuple[Key, ...]) -> _Rows:
        first, last = min(one.start for one in found), max(one.end for one in found)
        days = [first + timedelta(days=number) for number in range((last - first).days)]
        edges = [day_start_ms(day, self._calendar.rule) for day in (*days, last)]
        return {day: list(rows) for day, rows in zip(days, self._totals.each(edges, by), strict=True)}

    def _of(self, goal: Goal, found: Sequence[GoalSpan], rows: _Rows, foretell: bool) -> GoalProgress:
        results = tuple(self._result(goal, span, rows) for span in found)
        going_on = next((one for one in results if self._going_on(one.span)), None) if foretell else None
        foretold = None if going_on is None else self._forecast(goal, going_on)
        return GoalProgress(goal, self._path(goal), results, foretold, counted_categories(goal, self._tree))

    def _result(self, goal: Goal, span: GoalSpan, rows: _Rows) -> GoalResult:
        counted = [row for day in span.days for row in rows[day]]
        done_ms, active_ms = done(goal, counted, self._tree), active(counted)
        stands = standing(goal, done_ms, active_ms, self._counted(span), self._calendar.now_ms)
        return GoalResult(span, done_ms, active_ms, stands)

    def _going_on(self, span: GoalSpan) -> bool:
        counted = self._counted(span)
        return counted.start_ms <= self._calendar.now_ms < counted.end_ms

    def _counted(self, span: GoalSpan) -> Interval:
        """Return from the first moment that counts to the last."""
        return Interval(self._day(span.days[0]).start_ms, self._day(span.days[-1]).end_ms)

    def _day(self, day: date) -> Interval:
        return day_bounds(day, self._calendar.rule)

    def _path(self, goal: Goal) -> tuple[str, ...]:
        if goal.measure is Measure.CATEGORY and isinstance(goal.target, int):
            return self._tree.path(goal.target)
        return (str(goal.target),) if goal.target is not None else ()

    # ---------------------------------------------------------------- what is to come

    def _forecast(self, goal: Goal, going_on: GoalResult) -> Forecast | None:
        """Return what it will come to, from what the same rest of earlier days or weeks still brought."""
        back = timedelta(days=7 * (LOOKED_BACK if goal.per is Per.WEEK else 2 * LOOKED_BACK))
        start = going_on.span.start
        earlier = spans(goal, start - back, start, self._calendar.week_start)[-LOOKED_BACK:]
        rests = {span: self._rests(going_on.span, span) for span in earlier}
        wholes = [self._day(day) for span in earlier for day in span.days]
        counted = self._between([*wholes, *(part for parts in rests.values() for part in parts)], KEYS[goal.measure])
        seen = [
            done(goal, _within(counted, parts), self._tree)
            for span, parts in rests.items()
            if active(_within(counted, [self._day(day) for day in span.days]))
        ]
        return forecast(going_on.done_ms, seen)

    def _rests(self, going_on: GoalSpan, span: GoalSpan) -> list[Interval]:
        """Return what of an earlier day or week corresponds to what is still to come of the one under way."""
        calendar = self._calendar
        today = calendar.today
        passed_ms, same = calendar.now_ms - self._day(today).start_ms, span.start + (today - going_on.start)
        parts = [self._day(day) for day in span.days if day > same]
        if same in span.days:
            day = self._day(same)
            parts.append(Interval(min(day.start_ms + passed_ms, day.end_ms), day.end_ms))
        return [part for part in parts if part.length_ms]

    def _between(self, parts: Iterable[Interval], by: tuple[Key, ...]) -> dict[Interval, list[TotalRow]]:
        """Return what was counted between each two neighbours of the parts' edges."""
        edges = sorted({edge for part in parts for edge in (part.start_ms, part.end_ms)})
        if not edges:
            return {}
        found = self._totals.each(edges, by)
        return {Interval(*pair): list(rows) for pair, rows in zip(pairwise(edges), found, strict=True)}


def _within(counted: dict[Interval, list[TotalRow]], parts: Sequence[Interval]) -> list[TotalRow]:
    return [
        row
        for part in parts
        for interval, rows in counted.items()
        if part.start_ms <= interval.start_ms and interval.end_ms <= part.end_ms
        for row in rows
    ]
