"""GTimeLog, timelog.txt: each line says when something ended, which began where the line before ends.

The first line of a day is an arrival and has no length; a day goes on to two in the morning. What ends in ** is
a pause, in GTimeLog's own convention. Local times without a zone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from engine.domain.activity import Observed
from engine.domain.imports import DateOrder, Doubt
from engine.domain.presence import Presence
from engine.importers.local_time import moment_from
from engine.importers.reading import ForeignFile, wrong_kind
from engine.importers.spans import ImportedSpan
from engine.importers.terms import Terms

_WANTED = "a timelog.txt of GTimeLog"
_LINE = re.compile(r"(\d{4}-\d{2}-\d{2} \d{2}:\d{2}): (.*)")
_NIGHT = timedelta(hours=2)
_PAUSE = "**"
_MOST_DOUBTFUL = 0.5
APP = "GTimeLog"


def recognises(start: str) -> bool:
    """Tell whether a file that starts so is one of GTimeLog."""
    lines = (line for line in start.splitlines() if line.strip() and not line.startswith("#"))
    return _LINE.match(next(lines, "")) is not None


def spans(file: ForeignFile, terms: Terms) -> Iterator[ImportedSpan]:
    """Yield the entries in the order of the file."""
    place = terms.local_time()
    before: datetime | None = None
    read = doubtful = 0
    for number, line in enumerate(file.lines(terms.findings), 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        entry, where = _entry(text), f"line {number}"
        read += 1
        if entry is None:
            doubtful += 1
            terms.findings.note(Doubt.UNREADABLE, where)
            continue
        moment, title = entry
        if before is not None and _same_day(before, moment):
            start_ms, end_ms = place.span_ms(before, moment, None, where)
            yield ImportedSpan(start_ms, end_ms, _observed(title), where=where)
        before = moment
    if doubtful > read * _MOST_DOUBTFUL:
        raise wrong_kind(file, _WANTED)


def _entry(text: str) -> tuple[datetime, str] | None:
    found = _LINE.fullmatch(text)
    moment = moment_from(found[1], DateOrder.YEAR_FIRST) if found else None
    return None if found is None or moment is None else (moment, found[2].strip())


def _same_day(before: datetime, after: datetime) -> bool:
    try:
        return (before - _NIGHT).date() == (after - _NIGHT).date()
    except OverflowError:  # the first day there is
        return False


def _observed(title: str) -> Observed:
    if title.endswith(_PAUSE):
        return Observed(Presence.IDLE, platform="gtimelog")
    return Observed(Presence.ACTIVE, app=APP, title=title, platform="gtimelog")
