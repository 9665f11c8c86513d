"""Toggl Track, detailed report as CSV.

Local times without a zone, the dates written as the account is set; the columns Tags and Amount come under several
names or not at all, so columns are found by name. A client's name is left out. A report of a whole workspace tells of
several people: each is a stream of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from engine.domain.activity import Observed
from engine.domain.imports import DateOrder, Doubt
from engine.domain.presence import Presence
from engine.importers.findings import Findings
from engine.importers.local_time import length_s, moment_from, order_of_dates
from engine.importers.pages import entry_title
from engine.importers.reading import ForeignFile
from engine.importers.spans import ImportedSpan
from engine.importers.tables import Row, rows_of
from engine.importers.terms import Terms

_NEEDED = frozenset({"start date", "start time", "end date", "end time"})
_WANTED = "a detailed report of Toggl Track as CSV"
APP = "Toggl Track"


def recognises(start: str) -> bool:
    """Tell whether a file that starts so is one of Toggl Track."""
    header = start.partition("\n")[0].casefold()
    return all(name in header for name in _NEEDED)


def spans(file: ForeignFile, terms: Terms) -> Iterator[ImportedSpan]:
    """Yield the entries in the order of the file."""
    dates = {row["start date"] for row in rows_of(file, Findings(), _NEEDED, _WANTED)}  # doubts are noted once, below
    order = order_of_dates(dates, terms.date_order, file.path.name) if dates else DateOrder.YEAR_FIRST
    place = terms.local_time()
    for row in rows_of(file, terms.findings, _NEEDED, _WANTED):
        start, end = _moment(row, "start", order), _moment(row, "end", order)
        if start is None or end is None:
            terms.findings.note(Doubt.UNREADABLE, row.where)
            continue
        seconds = length_s(row["duration"])
        start_ms, end_ms = place.span_ms(start, end, None if seconds is None else seconds * 1_000, row.where)
        yield ImportedSpan(start_ms, end_ms, _observed(row), row["user"], row.where)


def _moment(row: Row, which: str, order: DateOrder) -> datetime | None:
    return moment_from(f"{row[f'{which} date']} {row[f'{which} time']}", order)


def _observed(row: Row) -> Observed:
    title = entry_title(row["project"], row["description"] or row["task"], row["tags"])
    return Observed(Presence.ACTIVE, app=APP, title=title, platform="toggl")
