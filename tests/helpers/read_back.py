"""Reads reports back out of the files they were written to, each the way another program would."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any

import icalendar
import openpyxl
import pypdfium2
import pytest

from engine.domain.report import By
from engine.reports.words import BRANCHES, TITLES

Figures = dict[str, dict[str, int]]
"""By the table's value ("category", ...) and the row's name or key: whole seconds; "total" alone is the whole."""

_CLOCK = r"(\d+):(\d\d):(\d\d)"
_BY_TITLE = {title: by.value for by, title in TITLES.items()}


def seconds(text: str) -> int:
    """Return "1:05:09" as seconds."""
    found = re.fullmatch(_CLOCK, text)
    assert found, text
    hours, minutes, rest = map(int, found.groups())
    return hours * 3_600 + minutes * 60 + rest


def from_json(content: bytes) -> Figures:
    """Read JSON by key."""
    report = json.loads(content)
    tables = {
        name: {row["key"] or ("withheld" if row["withheld"] else ""): row["ms"] // 1_000 for row in rows}
        for name, rows in report["tables"].items()
    }
    return {**tables, "total": {"": report["active_ms"] // 1_000}}


def _of_records(rows: list[dict[str, Any]]) -> Figures:
    found: Figures = defaultdict(dict)
    for row in rows:
        key = "withheld" if row["withheld"] in {"yes", True} else row["key"]
        assert int(row["ms"]) // 1_000 == int(row["seconds"])
        found[row["table"]][key] = int(row["seconds"])
    return dict(found)


def from_csv(content: bytes) -> Figures:
    """Read CSV by key."""
    return _of_records(list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))))


def from_parquet(content: bytes) -> Figures:
    """Read Parquet by key."""
    parquet = pytest.importorskip("pyarrow.parquet")
    return _of_records(parquet.read_table(io.BytesIO(content)).to_pylist())


class _Tables(HTMLParser):
    """Collects the cells of every section's table."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: dict[str, list[list[str]]] = {}
        self.tags: set[str] = set()
        self.figures: dict[str, str] = {}
        self._title = self._term = ""
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._inside.append(tag)
        if tag == "tr":
            self.sections.setdefault(self._title, []).append([])
        if tag == "td":
            self.sections[self._title][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "h2" in self._inside:
            self._title = data
        elif "td" in self._inside:
            self.sections[self._title][-1][-1] += data
        elif "dt" in self._inside:
            self._term = data
        elif "dd" in self._inside:
            self.figures[self._term] = data


def read_html(content: bytes) -> _Tables:
    """Return the tags, tables and figures of a page."""
    page = _Tables()
    page.feed(content.decode("utf-8"))
    page.close()
    return page


def from_html(content: bytes) -> Figures:
    """Read a page by name."""
    page = read_html(content)
    found: Figures = {"total": {"": seconds(page.figures["Active time"])}}
    for title, by in _BY_TITLE.items():
        rows = [row for row in page.sections.get(title, []) if row]
        if rows:
            *named, total = rows
            found[by] = {row[0]: seconds(row[2]) for row in named}
            assert total[0] == "Total"
            assert seconds(total[2]) == found["total"][""]
    return found


def from_xlsx(content: bytes) -> Figures:
    """Read a workbook by name."""
    book: Any = openpyxl.load_workbook(io.BytesIO(content))
    found: Figures = {}
    for sheet in book.worksheets:
        lines = list(sheet.iter_rows(min_row=2, values_only=True))
        if sheet.title == "Summary":
            found["total"] = {"": _length({line[0]: line[1] for line in lines}["Active time"])}
        elif sheet.title in _BY_TITLE:
            found[_BY_TITLE[sheet.title]] = {str(line[0]): _length(line[1]) for line in lines[:-1]}
            assert _length(lines[-1][1]) == found["total"][""]
    book.close()
    return found


def _length(value: Any) -> int:
    length = value if isinstance(value, timedelta) else timedelta(days=float(value))
    return round(length / timedelta(milliseconds=1)) // 1_000


def pdf_lines(content: bytes) -> list[str]:
    """Return the text of a document line by line."""
    document: Any = pypdfium2.PdfDocument(content)
    try:
        lines: list[str] = []
        for page in document:
            text = page.get_textpage()
            lines += text.get_text_range().splitlines()
            text.close()
            page.close()
        return lines
    finally:
        document.close()


def from_pdf(content: bytes) -> Figures:
    """Read a document by name."""
    found: Figures = {}
    table = ""
    for line in pdf_lines(content):
        table = _BY_TITLE.get(line.strip(), "" if line.startswith(("Hours of the week", BRANCHES)) else table)
        row = re.match(rf"(.*?)\s*\b({_CLOCK})", line)
        if line.startswith("Active time") and row:
            found["total"] = {"": seconds(row[2])}
        elif table and row and row[1].strip() != "Total":
            found.setdefault(table, {})[row[1].strip()] = seconds(row[2])
        elif table and row:
            assert seconds(row[2]) == found["total"][""]
    return found


def from_ics(content: bytes) -> Figures:
    """Read a calendar: the whole, and categories by name."""
    calendar: Any = icalendar.Calendar.from_ical(content)
    ms: dict[str, int] = defaultdict(int)
    names = []
    for event in calendar.walk("VEVENT"):
        length = int(event["X-KAIROS-MILLISECONDS"])
        ms[str(event["CATEGORIES"].cats[0])] += length
        assert abs((event["DTEND"].dt - event["DTSTART"].dt) / timedelta(milliseconds=1) - length) <= 1_000
        names.append(str(event["UID"]))
    assert len(set(names)) == len(names)
    assert sum(ms.values()) == int(calendar["X-KAIROS-MILLISECONDS"])
    categories = {name: length // 1_000 for name, length in ms.items()}
    return {"total": {"": sum(ms.values()) // 1_000}, By.CATEGORY.value: categories}


def from_terminal(text: str) -> Figures:
    """Read what the command prints, by name."""
    found: Figures = {"total": {"": 0}}
    table = ""
    for line in text.splitlines():
        table = _BY_TITLE.get(line, table)
        row = re.match(rf"(.{{2,}}?)\s+({_CLOCK})(?:\s|$)", line)
        if row and not table and row[1] == "Active time":
            found["total"] = {"": seconds(row[2])}
        elif row and table and row[1] != "Total":
            found.setdefault(table, {})[row[1]] = seconds(row[2])
    return found
