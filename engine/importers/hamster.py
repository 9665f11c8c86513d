"""Hamster: facts as tab-separated values or as XML; local times without a zone.

The words of the table's header are translated, its columns are not moved: activity, start, end, minutes, category,
description, tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.domain.activity import Observed
from engine.domain.clock import MS_PER_MINUTE
from engine.domain.imports import DateOrder, Doubt
from engine.domain.presence import Presence
from engine.importers.findings import Findings
from engine.importers.hamster_xml import facts_of
from engine.importers.local_time import LocalTime, moment_from
from engine.importers.pages import entry_title
from engine.importers.reading import ForeignFile, cut_off, wrong_kind
from engine.importers.spans import ImportedSpan
from engine.importers.terms import Terms

_WANTED = "a report of Hamster (TSV or XML)"
_MINUTES = re.compile(r"\d{1,6}(?:\.\d{1,6})?")
_COLUMNS = ("name", "start_time", "end_time", "duration_minutes", "category", "description", "tags")
APP = "Hamster"


def recognises(start: str) -> bool:
    """Tell whether a file that starts so is one of Hamster."""
    text = start.lstrip()
    if text.startswith("<"):
        return "<activities" in text
    lines = text.splitlines()
    return len(lines) > 0 and all(line.count("\t") == len(_COLUMNS) - 1 for line in lines[:2])


def spans(file: ForeignFile, terms: Terms) -> Iterator[ImportedSpan]:
    """Yield the facts in the order of the file."""
    xml = file.start_of_text.lstrip().startswith("<")
    place = terms.local_time()
    for where, fact in facts_of(file) if xml else _rows(file, terms.findings):
        span = _span(fact, place, where)
        if span is None:
            terms.findings.note(Doubt.UNREADABLE if fact["end_time"] else Doubt.UNFINISHED, where)
        else:
            yield span


def _rows(file: ForeignFile, findings: Findings) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the rows below the header, which is the first row without a moment in it."""
    width = 0
    for line, row in file.rows(findings, "\t"):
        if not width:
            width = len(row)
            if width != len(_COLUMNS):
                raise wrong_kind(file, _WANTED)
            if moment_from(row[1], DateOrder.YEAR_FIRST) is None:
                continue
        if len(row) < len(_COLUMNS):
            raise cut_off(file)
        yield f"line {line}", dict(zip(_COLUMNS, row, strict=False))


def _span(fact: dict[str, str], place: LocalTime, where: str) -> ImportedSpan | None:
    start = moment_from(fact["start_time"], DateOrder.YEAR_FIRST)
    end = moment_from(fact["end_time"], DateOrder.YEAR_FIRST)
    if start is None or end is None:
        return None
    start_ms, end_ms = place.span_ms(start, end, _length_ms(fact["duration_minutes"].strip()), where)
    named = entry_title(fact["category"].strip(), fact["name"].strip())
    title = entry_title(named, fact["description"].strip(), fact["tags"])
    return ImportedSpan(start_ms, end_ms, Observed(Presence.ACTIVE, APP, title, platform="hamster"), where=where)


def _length_ms(minutes: str) -> int | None:
    return round(float(minutes) * MS_PER_MINUTE) if _MINUTES.fullmatch(minutes) else None
