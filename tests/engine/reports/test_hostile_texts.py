"""Texts made to break out, in every place a report names something, through every format."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import date
from html import escape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import icalendar
import pytest
from helpers import read_back
from helpers.counted_history import CountedHistory, labelled

from engine.domain.activity import Activity, Observed
from engine.domain.categories import Category, CategoryTree, Labels
from engine.domain.days import DayRule, day_start_ms
from engine.domain.event_format import EventFormat
from engine.domain.plain_text import plain, shortened
from engine.domain.presence import Presence
from engine.domain.report import LabelledActivity, Redaction, ReportFormat
from engine.reports.raw_events import write_events
from engine.reports.safe_text import LONGEST_CELL, cell
from engine.reports.service import GoalsOver, KeptFocus, Reports

NAUGHTY: list[str] = [
    *json.loads((Path(__file__).parents[2] / "data" / "naughty_texts.json").read_text(encoding="utf-8")),
    "=1+1" + "語" * 350_000,  # a megabyte
]
DAY = date(2026, 3, 2)
RULE = DayRule("Europe/Berlin")
OWN_TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "section", "dl", "div", "dt", "dd",
    "svg", "g", "rect", "line", "text", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "bdi",
}  # fmt: skip
STEERS = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def tree() -> CategoryTree:
    return CategoryTree(Category(number, text) for number, text in enumerate(NAUGHTY, start=1))


def history() -> list[LabelledActivity]:
    start_ms = day_start_ms(DAY, RULE)
    made = []
    for number, text in enumerate(NAUGHTY):
        at_ms = start_ms + number * 301_000
        made.append(labelled(at_ms, at_ms + 300_000 + number, text, text, Labels(number + 1, text, text)))
    return made


class Hostile(CountedHistory):
    def reports(
        self, rule: DayRule, goals: GoalsOver = lambda _totals, _request: (), kept: KeptFocus | None = None
    ) -> Reports:
        made = super().reports(rule, goals, kept)
        made._tree = tree
        return made


@pytest.fixture(scope="module")
def files() -> dict[ReportFormat, bytes]:
    reports = Hostile(history()).reports(RULE)
    request = reports.request(DAY, date(2026, 3, 3))
    written = {}
    for form in ReportFormat:
        file = io.BytesIO()
        reports.write_to(request, form, file)
        written[form] = file.getvalue()
    return written


def test_a_page_has_no_tags_but_its_own(files: dict[ReportFormat, bytes]) -> None:
    content = files[ReportFormat.HTML]
    page = read_back.read_html(content)
    assert page.tags <= OWN_TAGS
    text = content.decode("utf-8")
    assert not STEERS.search(text)
    assert text.count("<meta http-equiv=") == 1
    assert "default-src 'none'" in text
    assert not re.search(r"<[^>]*\s(on\w+|src|href|style)\s*=", text)
    shown = {row[0] for row in page.sections["Apps"] if row}
    assert {"<script>alert(1)</script>", "&lt;b&gt;", '"><b>bold</b>'} <= shown
    assert escape("<svg onload=alert(1)>") in text


def test_a_workbook_holds_texts_and_no_formulas_or_links(files: dict[ReportFormat, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(files[ReportFormat.XLSX])) as book:
        names = book.namelist()
        sheets = [ET.fromstring(book.read(name)) for name in names if name.startswith("xl/worksheets/sheet")]  # noqa: S314
        assert not [name for name in names if "externalLink" in name or "vba" in name.lower()]
        assert b"TargetMode" not in b"".join(book.read(name) for name in names if name.endswith(".rels"))
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    for sheet in sheets:
        assert not list(sheet.iter(f"{space}f"))
        assert not list(sheet.iter(f"{space}hyperlink"))
    texts = [node.text or "" for sheet in sheets for node in sheet.iter(f"{space}t")]
    assert "=1+1" in texts
    assert not [text for text in texts if STEERS.search(text) or len(text) > LONGEST_CELL]


def test_no_cell_of_a_csv_file_is_a_formula(files: dict[ReportFormat, bytes]) -> None:
    for content in (files[ReportFormat.CSV], events(EventFormat.CSV)):
        text = content.decode("utf-8-sig")
        assert not STEERS.search(text)
        cells = [one for line in csv.reader(io.StringIO(text)) for one in line]
        # Some spreadsheets take the semicolon for the separator, whatever the file says.
        cells += [part for line in text.splitlines() for part in line.split(";")]
        assert not [one for one in cells if re.match(r"[\s\"]*[-=+@＝＋－＠]", one)]


@pytest.mark.parametrize("text", NAUGHTY)
def test_a_cell_gives_the_shown_text_back(text: str) -> None:
    back = re.sub(r"((?:^|;)[\s\"]*)'", r"\1", cell(text))
    assert back == shortened(text, LONGEST_CELL)
    assert cell(text).lstrip(' "')[:1] not in set("=+-@＝＋－＠")


def test_a_document_and_the_terminal_show_no_control_characters(files: dict[ReportFormat, bytes]) -> None:
    lines = "".join(read_back.pdf_lines(files[ReportFormat.PDF]))
    assert "<script>alert(1)</script>" in lines
    assert b"/JavaScript" not in files[ReportFormat.PDF]
    assert b"/URI" not in files[ReportFormat.PDF]


def test_json_keeps_every_character_and_steers_no_terminal(files: dict[ReportFormat, bytes]) -> None:
    content = files[ReportFormat.JSON].decode("utf-8")
    assert not STEERS.search(content)
    keys = {row["key"] for row in json.loads(content)["tables"]["app"]}
    whole = {text for text in NAUGHTY if not re.search("[\ud800-\udfff]", text)}
    assert whole <= keys


def test_a_calendar_has_one_event_for_each_and_lines_that_fit(files: dict[ReportFormat, bytes]) -> None:
    content = files[ReportFormat.ICS]
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode("utf-8") is not None for line in lines)
    assert b"\n" not in content.replace(b"\r\n", b"")
    calendar: Any = icalendar.Calendar.from_ical(content)
    events_found = calendar.walk("VEVENT")
    assert len(events_found) == len(NAUGHTY)
    assert {component.name for component in calendar.walk()} == {"VCALENDAR", "VEVENT"}
    assert {str(event["CLASS"]) for event in events_found} == {"PRIVATE"}
    assert {"a;b,c\\d:e", "语" * 60, "é" * 60} <= {str(event["SUMMARY"]) for event in events_found}
    assert all(re.match(rb" |[A-Z-]+:|$", line) for line in lines)


def test_parquet_keeps_every_character(files: dict[ReportFormat, bytes]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = parquet.read_table(io.BytesIO(files[ReportFormat.PARQUET])).to_pylist()
    whole = {text for text in NAUGHTY if not re.search("[\ud800-\udfff]", text)}
    assert whole <= {row["key"] for row in rows if row["table"] == "app"}
    events_found = parquet.read_table(io.BytesIO(events(EventFormat.PARQUET))).to_pylist()
    assert whole <= {row["title"] for row in events_found}


def events(form: EventFormat, redact: Redaction = Redaction.FULL) -> bytes:
    made = [
        Activity(number * 1_000, (number + 1) * 1_000, Observed(Presence.ACTIVE, text, text, text, text), "UTC")
        for number, text in enumerate(NAUGHTY)
    ]
    file = io.BytesIO()
    write_events(made, form, redact, file)
    return file.getvalue()


def test_raw_events_as_json_keep_every_character() -> None:
    content = events(EventFormat.JSON).decode("utf-8")
    assert not STEERS.search(content)
    whole = [text for text in NAUGHTY if not re.search("[\ud800-\udfff]", text)]
    assert set(whole) <= {one["title"] for one in json.loads(content)}
    assert {one["title"] for one in json.loads(events(EventFormat.JSON, Redaction.NO_TITLES))} == {""}


def test_a_megabyte_is_shortened_at_once() -> None:
    assert shortened(NAUGHTY[-1], 20) == plain(NAUGHTY[-1][:19]) + "…"
