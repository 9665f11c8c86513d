"""A report as one long table, for CSV and Parquet: a line for every row of every table, and for the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from engine.domain.clock import MS_PER_SECOND, iso_utc
from engine.domain.days import DayRule, day_start_ms
from engine.domain.goals import GoalProgress, GoalResult
from engine.domain.report import Report, ReportRow
from engine.reports.goal_words import goal_name

TOTAL = "total"
GOAL = "goal"
BRANCH = "category with subcategories"


@dataclass(frozen=True, slots=True)
class Record:
    """One line. table: "total", what the row counts by, GOAL or BRANCH. path: the category's names joined by " › ".

    ms: exact; seconds: whole ones that have passed, as people are shown. start, end: ISO 8601 UTC.
    A goal's day or week (table "goal") has its number as key, what it asks for as path, and its standing; its share is
    of what it asks for.
    """

    table: str
    key: str
    path: str
    withheld: bool
    ms: int
    seconds: int
    share: float
    previous_ms: int | None
    start: str
    end: str
    standing: str = ""


FIELDS = tuple(Record.__slots__)


def records(report: Report) -> Iterator[Record]:
    """Yield the whole first, then every table's rows and branches in their order, then what became of the goals."""
    start, end = iso_utc(report.bounds.start_ms), iso_utc(report.bounds.end_ms)
    whole = report.active_ms
    yield Record(
        TOTAL,
        "",
        "",
        False,
        whole,
        whole // MS_PER_SECOND,
        1.0 if whole else 0.0,
        report.previous.active_ms,
        start,
        end,
    )
    for table in report.tables:
        for row in table.rows:
            yield _record(row, whole)
        for row in table.branches:
            yield replace(_record(row, whole), table=BRANCH)
    for progress in report.goals:
        for result in progress.results:
            yield _goal(progress, result, report.request.rule)


def _record(row: ReportRow, whole_ms: int) -> Record:
    bounds = row.selection.bounds
    return Record(
        table=row.by.value,
        key=row.key,
        path=" › ".join(row.path),
        withheld=row.withheld,
        ms=row.ms,
        seconds=row.ms // MS_PER_SECOND,
        share=round(row.ms / whole_ms, 6),
        previous_ms=row.previous_ms,
        start=iso_utc(bounds.start_ms),
        end=iso_utc(bounds.end_ms),
    )


def _goal(progress: GoalProgress, result: GoalResult, rule: DayRule) -> Record:
    goal, span = progress.goal, result.span
    return Record(
        table=GOAL,
        key=str(goal.id),
        path=goal_name(goal, progress.path),
        withheld=False,
        ms=result.done_ms,
        seconds=result.done_ms // MS_PER_SECOND,
        share=round(result.done_ms / goal.target_ms, 6) if goal.target_ms else 0.0,
        previous_ms=None,
        start=iso_utc(day_start_ms(span.start, rule)),
        end=iso_utc(day_start_ms(span.end, rule)),
        standing=result.standing.value,
    )
