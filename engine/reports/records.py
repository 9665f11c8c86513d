"""A report as one long table, for CSV and Parquet: a line for every row of every table, and for the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.domain.clock import MS_PER_SECOND, iso_utc
from engine.domain.report import Report, ReportRow

TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Record:
    """One line. table: "total" or what the row counts by. path: the category's names joined by " › ".

    ms: exact; seconds: whole ones that have passed, as people are shown. start, end: ISO 8601 UTC.
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


FIELDS = tuple(Record.__slots__)


def records(report: Report) -> Iterator[Record]:
    """Yield the whole first, then every table's rows in their order."""
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
