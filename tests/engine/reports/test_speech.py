"""Files for people speak Chinese where asked: every fixed word, and the same figures."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date, timedelta
from string import Formatter

import openpyxl
import pytest
from helpers import read_back
from helpers.counted_history import CountedHistory, labelled
from helpers.goals_in_memory import GoalsInMemory
from helpers.manual_clock import MONDAY_NOON_MS

from engine.domain.activity import Withheld
from engine.domain.categories import Labels
from engine.domain.days import DayRule
from engine.domain.goals import Direction, Goal, Measure, Per
from engine.domain.report import ReportFormat, ReportLanguage
from engine.reports.service import Reports
from engine.reports.speech import CHINESE

HOUR = 3_600_000
RULE = DayRule("UTC")
MONDAY = date(2026, 3, 2)
NAMES = {"Kairos", "UTC", "Work", "Games", "editor", "mail", "a", "T", "Z"}
"""What stands in a file in any language: names, and marks of times."""


@pytest.fixture
def reports() -> Reports:
    """Two days with everything a report can tell of."""
    start = MONDAY_NOON_MS - 26 * HOUR
    history = CountedHistory(
        [
            labelled(start - 24 * HOUR, start - 23 * HOUR, "editor", "", Labels(2)),
            labelled(start, start + HOUR, "editor", "{0}", Labels(2)),
            labelled(start + HOUR, start + 2 * HOUR, "mail", "", Labels(1)),
            labelled(start + 24 * HOUR, start + 25 * HOUR, "mail", "", Labels(4)),
            labelled(start + 25 * HOUR, start + 26 * HOUR, "", "", withheld=Withheld.PRIVATE),
        ]
    )
    goals = GoalsInMemory(history, RULE)
    for direction in Direction:
        for per in Per:
            goals.add(Goal(direction, Measure.FOCUS, None, 30, per))
            goals.add(Goal(direction, Measure.APP, "editor", 30, per, frozenset({0, 1})))
    goals.add(Goal(Direction.AT_MOST, Measure.PROJECT, "a", 30, Per.DAY))
    goals.add(Goal(Direction.AT_MOST, Measure.CATEGORY, 99, 30, Per.DAY))
    return history.reports(RULE, goals.over)


def _written(reports: Reports, form: ReportFormat, language: ReportLanguage, days: int = 2) -> bytes:
    file = io.BytesIO()
    first = MONDAY - timedelta(days=days - 1)
    request = replace(reports.request(first, MONDAY + timedelta(days=1)), language=language)
    reports.write_to(request, form, file)
    return file.getvalue()


def _text(form: ReportFormat, content: bytes) -> str:
    """Return what a person reads."""
    if form is ReportFormat.PDF:
        return "\n".join(read_back.pdf_lines(content))
    if form is ReportFormat.XLSX:
        book = openpyxl.load_workbook(io.BytesIO(content))
        cells = (str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)
        return "\n".join([*book.sheetnames, *cells])
    body = content.decode().split("<body>")[1]
    return re.sub(r"<[^>]*?(?:aria-label=\"([^\"]*)\")?[^>]*>", r" \1 ", body)


@pytest.mark.parametrize("form", [ReportFormat.HTML, ReportFormat.PDF, ReportFormat.XLSX])
@pytest.mark.parametrize("days", [1, 2])
def test_no_english_word_is_left(reports: Reports, form: ReportFormat, days: int) -> None:
    text = _text(form, _written(reports, form, ReportLanguage.CHINESE, days))
    words = set(re.findall(r"[A-Za-z]+", text)) - NAMES
    assert words - {"recorder", "None"} == set()
    for heading in ("类别", "应用", "目标", "一周各小时", "最长时段", "使用时间"):
        assert heading in text
    assert "（未记录名称）" in text


def test_the_figures_are_the_same(reports: Reports) -> None:
    for form in (ReportFormat.HTML, ReportFormat.PDF):
        told = {
            language: sorted(re.findall(r"\d+:\d\d:\d\d", _text(form, _written(reports, form, language))))
            for language in ReportLanguage
        }
        assert told[ReportLanguage.ENGLISH] == told[ReportLanguage.CHINESE]


def test_files_for_programs_keep_their_words(reports: Reports) -> None:
    for form in (ReportFormat.CSV, ReportFormat.JSON):
        told = [_written(reports, form, language) for language in ReportLanguage]
        assert told[0] == told[1]


def test_a_calendar_names_what_has_no_name_in_chinese(reports: Reports) -> None:
    assert "（未记录名称）".encode() in _written(reports, ReportFormat.ICS, ReportLanguage.CHINESE).replace(
        b"\r\n ", b""
    )


def test_every_chinese_text_keeps_the_places_of_the_english_one() -> None:
    def places(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}

    for english, chinese in CHINESE.items():
        assert places(english) == places(chinese), english
        assert chinese.strip()
