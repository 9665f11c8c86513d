"""A small report, worked out by hand, is written to the last field: other programs rely on every name and figure."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from helpers.counted_history import CountedHistory, labelled
from helpers.goals_in_memory import GoalsInMemory
from helpers.manual_clock import MONDAY_NOON_MS

from engine import __version__
from engine.domain.activity import Withheld
from engine.domain.categories import Labels
from engine.domain.days import DayRule
from engine.domain.goals import Direction, Goal, Measure, Per
from engine.domain.presence import Presence
from engine.domain.report import ReportFormat
from engine.reports.service import Reports

MINUTE = 60_000
NINE = MONDAY_NOON_MS - 180 * MINUTE
START, END = "2026-03-01T19:00:00.000Z", "2026-03-02T19:00:00.000Z"
WHOLE = {"start": START, "end": END}
BEFORE = 3_599_993
BLUE = "#1F5FBF"


@pytest.fixture(scope="module")
def reports() -> Reports:
    """An hour in the editor, ten minutes withheld, ten away; an hour but 7 ms the day before."""
    coding = Labels(2, "Kairos", "deep")
    history = CountedHistory(
        [
            labelled(NINE - 1_440 * MINUTE, NINE - 1_380 * MINUTE - 7, "editor", "old", coding),
            labelled(NINE, NINE + 40 * MINUTE + 1, "editor", "plan; =x", coding),
            labelled(NINE + 40 * MINUTE + 1, NINE + 60 * MINUTE, "editor", "", Labels(1)),
            labelled(NINE + 60 * MINUTE, NINE + 70 * MINUTE, withheld=Withheld.PRIVATE, labels=Labels(4)),
            labelled(NINE + 70 * MINUTE, NINE + 80 * MINUTE, presence=Presence.IDLE),
        ]
    )
    rule = DayRule("Asia/Kolkata", 30)
    goals = GoalsInMemory(history, rule)
    goals.add(Goal(Direction.AT_LEAST, Measure.CATEGORY, 1, 90, Per.DAY))
    return history.reports(rule, goals.over)


def written(reports: Reports, form: ReportFormat) -> bytes:
    file = io.BytesIO()
    reports.write_to(reports.request(date(2026, 3, 2), date(2026, 3, 3)), form, file)
    return file.getvalue()


def row(key: str, path: list[str], ms: int, before: int | None, **more: Any) -> dict[str, Any]:
    """Return a row of a table as JSON has it."""
    named = {"key": key, "path": path, "withheld": False, "ms": ms, "previous_ms": before, "colour": None}
    return {**named, **WHOLE, **more}


def test_json(reports: Reports) -> None:
    text = written(reports, ReportFormat.JSON).decode()
    assert "编码" in text, "other scripts are written as they are read"
    told = json.loads(text)
    heat = told.pop("heat")
    assert heat["weekdays"] == list(range(7))
    assert heat["ms"] == [[0] * 14 + [1_800_000, 2_400_000] + [0] * 8] + [[0] * 24] * 6
    away = dict.fromkeys(["screensaver", "locked", "switched", "suspended", "paused"], 0)
    stretch = {"app": "editor", "title": "plan; =x", "category": ["Work", "编码"], "withheld": False}
    hidden = {"app": "", "title": "", "category": ["Games"], "withheld": True}
    tables = {
        "category": [
            row("2", ["Work", "编码"], 2_400_001, BEFORE, colour=BLUE),
            row("1", ["Work"], 1_199_999, 0, colour=BLUE),
            row("4", ["Games"], 600_000, 0),
        ],
        "app": [row("editor", ["editor"], 3_600_000, BEFORE), row("", [], 600_000, 0, withheld=True)],
        "project": [row("Kairos", ["Kairos"], 2_400_001, BEFORE), row("", [], 1_799_999, 0)],
        "tag": [row("deep", ["deep"], 2_400_001, BEFORE), row("", [], 1_799_999, 0)],
        "hour": [row("14", ["14"], 1_800_000, None), row("15", ["15"], 2_400_000, None)],
        "day": [row("2026-03-02", ["2026-03-02"], 4_200_000, None)],
    }
    assert told == {
        "from": "2026-03-02",
        "to": "2026-03-02",
        "zone": "Asia/Kolkata",
        "day_start_minute": 30,
        "redaction": "full",
        **WHOLE,
        "made": "2026-03-02T12:00:00.000Z",
        "active_ms": 4_200_000,
        "presence_ms": {"active": 4_200_000, "idle": 600_000, **away},
        "previous": {"start": "2026-02-28T19:00:00.000Z", "end": START, "active_ms": BEFORE, "focus_score": 100.0},
        "focus": {
            "score": 93.5,
            "deep_ms": 3_600_000,
            "distracting_ms": 600_000,
            "switches": 1,
            "switches_per_hour": 0.86,
            "fragmentation": 0.0,
            "median_stretch_ms": 3_600_000,
            "longest": [
                {"start": "2026-03-02T09:00:00.000Z", "end": "2026-03-02T10:00:00.000Z", "ms": 3_600_000, **stretch},
                {"start": "2026-03-02T10:00:00.000Z", "end": "2026-03-02T10:10:00.000Z", "ms": 600_000, **hidden},
            ],
        },
        "tables": tables,
        "branches": [row("1", ["Work"], 3_600_000, BEFORE, colour=BLUE)],
        "days": [
            {
                "day": "2026-03-02",
                **WHOLE,
                "active_ms": 4_200_000,
                "categories": {"1": 1_199_999, "2": 2_400_001, "4": 600_000},
            }
        ],
        "goals": [
            {
                "direction": "at_least",
                "measure": "category",
                "path": ["Work"],
                "target_ms": 5_400_000,
                "per": "day",
                "weekdays": list(range(7)),
                "results": [{"from": "2026-03-02", "to": "2026-03-02", "ms": 3_600_000, "standing": "open"}],
            }
        ],
    }


LINES = """
total,,,no,4200000,4200,1.0,3599993
category,2,Work › 编码,no,2400001,2400,0.571429,3599993
category,1,Work,no,1199999,1199,0.285714,0
category,4,Games,no,600000,600,0.142857,0
category with subcategories,1,Work,no,3600000,3600,0.857143,3599993
app,editor,editor,no,3600000,3600,0.857143,3599993
app,,,yes,600000,600,0.142857,0
project,Kairos,Kairos,no,2400001,2400,0.571429,3599993
project,,,no,1799999,1799,0.428571,0
tag,deep,deep,no,2400001,2400,0.571429,3599993
tag,,,no,1799999,1799,0.428571,0
hour,14,14,no,1800000,1800,0.428571,
hour,15,15,no,2400000,2400,0.571429,
day,2026-03-02,2026-03-02,no,4200000,4200,1.0,
goal,1,at least 1:30:00 of Work per day,no,3600000,3600,0.666667,
"""
HEADER = ["table", "key", "path", "withheld", "ms", "seconds", "share", "previous_ms", "start", "end", "standing"]


def lines() -> list[list[str]]:
    """Return the lines of the long table."""
    told = [line.split(",") for line in LINES.split("\n")[1:-1]]
    return [[*line, START, END, "open" if line[0] == "goal" else ""] for line in told]


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def test_csv(reports: Reports) -> None:
    content = written(reports, ReportFormat.CSV)
    assert content.startswith(b'\xef\xbb\xbf"table","key","path"')
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))) == [HEADER, *lines()]


def test_parquet(reports: Reports) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(written(reports, ReportFormat.PARQUET)))
    kinds = {"withheld": "bool", "ms": "int64", "seconds": "int64", "share": "double", "previous_ms": "int64"}
    assert {one.name: str(one.type) for one in table.schema} == {name: kinds.get(name, "string") for name in HEADER}
    told = [list(one.values()) for one in table.to_pylist()]
    assert [[_as_text(value) for value in line] for line in told] == lines()


CALENDAR = f"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Kairos//Kairos {__version__}//EN
CALSCALE:GREGORIAN
X-KAIROS-MILLISECONDS:4200000
BEGIN:VEVENT
UID:ef4afbac4026f8a7b061329e8b36bde1@kairos.invalid
DTSTAMP:20260302T120000Z
DTSTART:20260302T090000Z
DTEND:20260302T094000Z
SUMMARY:editor
CATEGORIES:Work › 编码
DESCRIPTION:plan\\; =x · Kairos · deep
CLASS:PRIVATE
STATUS:CONFIRMED
TRANSP:TRANSPARENT
X-KAIROS-MILLISECONDS:2400001
END:VEVENT
BEGIN:VEVENT
UID:9f1c5dc4b42e1b4b81f342aed08b7c6a@kairos.invalid
DTSTAMP:20260302T120000Z
DTSTART:20260302T094000Z
DTEND:20260302T100000Z
SUMMARY:editor
CATEGORIES:Work
CLASS:PRIVATE
STATUS:CONFIRMED
TRANSP:TRANSPARENT
X-KAIROS-MILLISECONDS:1199999
END:VEVENT
BEGIN:VEVENT
UID:496a2d79a9f06052b47d0d3ce8de3c9f@kairos.invalid
DTSTAMP:20260302T120000Z
DTSTART:20260302T100000Z
DTEND:20260302T101000Z
SUMMARY:(not recorded by name)
CATEGORIES:Games
CLASS:PRIVATE
STATUS:CONFIRMED
TRANSP:TRANSPARENT
X-KAIROS-MILLISECONDS:600000
END:VEVENT
END:VCALENDAR
"""


def test_calendar(reports: Reports) -> None:
    assert written(reports, ReportFormat.ICS).decode() == CALENDAR.replace("\n", "\r\n")
