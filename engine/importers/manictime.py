"""ManicTime, a timeline as CSV: applications, documents, computer usage or tags.

There is no description of the format by its maker; four published parsers agree on the columns Name, Start, End,
Duration and one of Process or Notes. Times are local and written as the Windows account writes them, so day and
month can change places: the file is looked through first, and the person asked where it leaves both open.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from engine.domain.activity import Observed
from engine.domain.imports import DateOrder, Doubt
from engine.domain.presence import Presence
from engine.importers.findings import Findings
from engine.importers.local_time import length_s, moment_from, order_of_dates
from engine.importers.pages import document_of, site_of
from engine.importers.reading import ForeignFile
from engine.importers.spans import ImportedSpan
from engine.importers.tables import Row, rows_of
from engine.importers.terms import Terms

_WANTED = "a timeline of ManicTime as CSV"
_NEEDED = frozenset({"name", "start", "end", "duration"})
_USAGE = {
    "away": Presence.IDLE,
    "session lock": Presence.LOCKED,
    "locked": Presence.LOCKED,
    "active": None,
    "power off": None,
    "off": None,
}
APP = "ManicTime"


def recognises(start: str) -> bool:
    """Tell whether a file that starts so is one of ManicTime."""
    header = start.partition("\n")[0].casefold().replace('"', "").strip()
    return header.startswith("name,start,end,duration")


def spans(file: ForeignFile, terms: Terms) -> Iterator[ImportedSpan]:
    """Yield the timeline in the order of the file."""
    order = _order(file, terms)
    place = terms.local_time()
    for row in rows_of(file, terms.findings, _NEEDED, _WANTED):
        start, end = moment_from(row["start"], order), moment_from(row["end"], order)
        if start is None or end is None:
            terms.findings.note(Doubt.UNREADABLE, row.where)
            continue
        what = _observed(row)
        if what is not None:
            seconds = length_s(row["duration"])
            start_ms, end_ms = place.span_ms(start, end, None if seconds is None else seconds * 1_000, row.where)
            yield ImportedSpan(start_ms, end_ms, what, _stream(row), row.where)


def _order(file: ForeignFile, terms: Terms) -> DateOrder:
    """Return how the dates are written: of the ways that fit all, the one in which the lengths come out right."""
    dates: set[str] = set()
    fits = set(DateOrder)
    for row in rows_of(file, Findings(), _NEEDED, _WANTED):  # doubts are noted when it is read for good
        dates |= {row[name].partition(" ")[0] for name in ("start", "end")}
        fits = {order for order in fits if _fits(row, order)} or fits
    if not dates:
        return DateOrder.YEAR_FIRST
    asked = terms.date_order or (next(iter(fits)) if len(fits) == 1 else None)
    return order_of_dates(chain(dates), asked, file.path.name)


def _fits(row: Row, order: DateOrder) -> bool:
    start, end, seconds = moment_from(row["start"], order), moment_from(row["end"], order), length_s(row["duration"])
    if start is None or end is None:
        return False
    # Clocks that go forward or back meanwhile make an hour of difference.
    return seconds is None or abs((end - start).total_seconds() - seconds) <= 3_601  # noqa: PLR2004


def _stream(row: Row) -> str:
    if "process" in row.fields:
        return "applications"
    return "usage" if row["name"].casefold() in _USAGE else "tags"


def _observed(row: Row) -> Observed | None:
    """Return what the row tells, None where it says no more than that the computer ran."""
    name, process = row["name"], row["process"]
    if "process" not in row.fields and name.casefold() in _USAGE:
        away = _USAGE[name.casefold()]
        return None if away is None else Observed(away, platform="manictime")
    document = name if "\\" in name or name.startswith("/") else document_of(name)
    return Observed(Presence.ACTIVE, process or APP, name, platform="manictime", site=site_of(name), document=document)
