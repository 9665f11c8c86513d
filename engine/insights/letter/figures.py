"""A week's figures out of its report, and numbers beside those of the weeks before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from engine.domain.clock import MS_PER_HOUR
from engine.domain.letters import WEEKS_BEFORE, CategoryFigure, Compared, DayFigure, Told, WeekFigures
from engine.domain.report import By, Report

RECORDED_MS = MS_PER_HOUR
"""A week with less active time than this counts as missing."""

_CATEGORIES = 5


def figures_of(report: Report) -> WeekFigures:
    """Return the figures of a report that has the table of categories; deep time as the report itself weighs it."""
    table = report.table(By.CATEGORY)
    rows = () if table is None else table.rows
    deep_ms, distracting_ms = report.weighed_ms or (0, 0)
    weights = {int(row.key or 0): row.weight for row in rows}
    return WeekFigures(
        report.request.start,
        report.request.end,
        report.active_ms,
        deep_ms,
        distracting_ms,
        tuple(CategoryFigure(int(row.key or 0), row.path, row.ms, row.weight) for row in rows),
        tuple(DayFigure(one.day, one.active_ms, _deep(one.categories, weights)) for one in report.days),
    )


def _deep(categories: Iterable[tuple[int, int]], weights: dict[int, int]) -> int:
    return round(sum(max(0, weights.get(number, 0)) * ms for number, ms in categories) / 2)


def compared(now: int, before: Sequence[WeekFigures], number: Callable[[WeekFigures], int]) -> Compared | None:
    """Return a number beside those of the weeks before, oldest first; None where one of the four is missing."""
    if len(before) != WEEKS_BEFORE or any(week.active_ms < RECORDED_MS for week in before):
        return None
    return Compared(now, tuple(number(week) for week in before))


def time_of(category_id: int) -> Callable[[WeekFigures], int]:
    """Return what tells a week's milliseconds of a category alone."""
    return lambda week: week.of(category_id)


def whole_of(one: CategoryFigure) -> Callable[[WeekFigures], int]:
    """Return what tells a week's milliseconds of a category with all that lies below it."""
    return lambda week: week.whole(one.id, one.path)


def told_categories(week: WeekFigures, before: Sequence[WeekFigures]) -> tuple[Told, ...]:
    """Return the categories with the most time, each beside the weeks before."""
    return tuple(_told(one, week, before) for one in week.categories[:_CATEGORIES])


def _told(one: CategoryFigure, week: WeekFigures, before: Sequence[WeekFigures]) -> Told:
    whole = week.whole(one.id, one.path) if one.path else one.ms
    return Told(one.ms, compared(one.ms, before, time_of(one.id)), one.id, one.path, whole if whole > one.ms else 0)
