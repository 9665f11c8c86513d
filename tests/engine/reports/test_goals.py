"""The goals of a report: the same in every kind of file, and named as far as the redaction lets."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from helpers.counted_history import CountedHistory, labelled
from helpers.goals_in_memory import GoalsInMemory
from helpers.manual_clock import MONDAY_NOON_MS
from helpers.read_back import pdf_lines, read_html

from engine.domain.categories import Labels
from engine.domain.days import DayRule
from engine.domain.goals import Direction, Goal, Measure, Per
from engine.domain.report import Redaction, ReportFormat
from engine.reports.service import Reports

HOUR = 3_600_000
RULE = DayRule("UTC")
START, END = date(2026, 2, 28), date(2026, 3, 3)  # a Saturday to the Monday of the clock
CODING = Goal(Direction.AT_LEAST, Measure.CATEGORY, 1, 90, Per.DAY)
CHAT = Goal(Direction.AT_MOST, Measure.APP, "<secret app>", 30, Per.WEEK, frozenset(range(5)))


@pytest.fixture
def reports() -> Reports:
    """Two hours of coding on Sunday, one on Monday, and a quarter of an hour of chat there."""
    sunday = MONDAY_NOON_MS - 24 * HOUR
    history = CountedHistory(
        [
            labelled(sunday, sunday + 2 * HOUR, "editor", "", Labels(2)),
            labelled(MONDAY_NOON_MS - 3 * HOUR, MONDAY_NOON_MS - 2 * HOUR, "editor", "", Labels(2)),
            labelled(MONDAY_NOON_MS - 2 * HOUR, MONDAY_NOON_MS - 2 * HOUR + HOUR // 4, "<secret app>", "", Labels(3)),
        ]
    )
    goals = GoalsInMemory(history, RULE)
    goals.add(CODING)
    goals.add(CHAT)
    return history.reports(RULE, goals.over)


def _written(reports: Reports, form: ReportFormat, redact: Redaction = Redaction.FULL) -> bytes:
    file = io.BytesIO()
    reports.write_to(reports.request(START, END, redact=redact), form, file)
    return file.getvalue()


WANTED = [
    ("1", "2026-02-28", 0, "unrecorded"),
    ("1", "2026-03-01", 2 * HOUR, "met"),
    ("1", "2026-03-02", HOUR, "open"),
    ("2", "2026-02-23", 0, "unrecorded"),
    ("2", "2026-03-02", HOUR // 4, "open"),
]


def test_files_for_programs_tell_every_day_and_week(reports: Reports) -> None:
    told = json.loads(_written(reports, ReportFormat.JSON))["goals"]
    assert [
        (str(number), one["from"], one["ms"], one["standing"])
        for number, goal in enumerate(told, start=1)
        for one in goal["results"]
    ] == WANTED
    assert [goal["path"] for goal in told] == [["Work"], ["<secret app>"]]
    lines = csv.DictReader(io.StringIO(_written(reports, ReportFormat.CSV).decode("utf-8-sig")))
    assert [
        (one["key"], one["start"][:10], int(one["ms"]), one["standing"]) for one in lines if one["table"] == "goal"
    ] == WANTED
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = parquet.read_table(io.BytesIO(_written(reports, ReportFormat.PARQUET))).to_pylist()
    assert [
        (one["key"], one["start"][:10], one["ms"], one["standing"]) for one in rows if one["table"] == "goal"
    ] == WANTED


def test_a_goal_has_the_same_fields_in_every_file_for_programs(reports: Reports) -> None:
    coding, chat = json.loads(_written(reports, ReportFormat.JSON))["goals"]
    assert {name: value for name, value in coding.items() if name != "results"} == {
        "direction": "at_least",
        "measure": "category",
        "path": ["Work"],
        "target_ms": HOUR * 3 // 2,
        "per": "day",
        "weekdays": list(range(7)),
    }
    assert coding["results"][1] == {"from": "2026-03-01", "to": "2026-03-01", "ms": 2 * HOUR, "standing": "met"}
    assert (chat["results"][0]["from"], chat["results"][0]["to"]) == ("2026-02-23", "2026-03-01")
    lines = [*csv.DictReader(io.StringIO(_written(reports, ReportFormat.CSV).decode("utf-8-sig")))]
    met = [one for one in lines if one["table"] == "goal"][1]
    assert {name: value for name, value in met.items() if value} == {
        "table": "goal",
        "key": "1",
        "path": met["path"],
        "withheld": met["withheld"],
        "ms": str(2 * HOUR),
        "seconds": str(2 * HOUR // 1_000),
        "share": "1.333333",
        "start": "2026-03-01T00:00:00.000Z",
        "end": "2026-03-02T00:00:00.000Z",
        "standing": "met",
    }
    assert "Work" in met["path"]


def test_files_for_people_tell_how_they_stand(reports: Reports) -> None:
    coding, chat = (
        "at least 1:30:00 of Work per day",
        "at most 0:30:00 of app <secret app> per week, Mon–Fri",
    )
    page = read_html(_written(reports, ReportFormat.HTML))
    assert [row for row in page.sections["Goals"] if row] == [
        [coding, "1 of 1", "2026-03-02: 1:00:00, under way"],
        [chat, "0 of 0", "week from 2026-03-02: 0:15:00, under way"],
    ]
    text = " ".join(pdf_lines(_written(reports, ReportFormat.PDF)))
    assert coding in text
    assert "2026-03-02: 1:00:00, under way" in text
    book = openpyxl.load_workbook(io.BytesIO(_written(reports, ReportFormat.XLSX)))
    lines = list(book["Goals"].iter_rows(values_only=True))
    assert [line[0] for line in lines] == ["Goal", coding, coding, coding, chat, chat]
    assert [line[3] for line in lines[1:]] == ["nothing recorded", "met", "under way", "nothing recorded", "under way"]


@pytest.mark.parametrize("form", [one for one in ReportFormat if one is not ReportFormat.PARQUET])
def test_with_categories_alone_no_goal_names_an_app(reports: Reports, form: ReportFormat) -> None:
    report = reports.report(reports.request(START, END, redact=Redaction.CATEGORIES_ONLY))
    assert [one.goal for one in report.goals] == [replace(CODING, id=1, made_ms=MONDAY_NOON_MS)]
    assert b"secret app" not in _written(reports, form, Redaction.CATEGORIES_ONLY)
