"""The report as a spreadsheet: text is written as text and never as a formula or link, lengths as lengths of time."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from engine.domain.clock import iso_utc, utc
from engine.domain.plain_text import shortened
from engine.domain.report import Focus, LabelledActivity, Report, ReportRow, ReportTable
from engine.reports.goal_words import STANDING, goal_name, span_name
from engine.reports.material import Material
from engine.reports.safe_text import LONGEST_CELL
from engine.reports.speech import Say, speech
from engine.reports.words import (
    COMPARED,
    TITLES,
    WEEKDAYS,
    WITHHELD,
    change,
    figures,
    heading,
    name_of,
    path_name,
    stretch_name,
)
from engine.reports.workroom import workroom

_MS_PER_DAY = 86_400_000
_MOST_ACTIVITIES = 1_000_000  # a sheet has 1,048,576 lines
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
Cell = str | int | float | datetime | None


class _Book:
    """Sheets of lines; a cell's kind says how it is written."""

    def __init__(self, path: Path) -> None:
        self.book = xlsxwriter.Workbook(str(path), {**_OPTIONS, "tmpdir": str(path.parent), "remove_timezone": True})
        self._bold = self.book.add_format({"bold": True})
        self._length = self.book.add_format({"num_format": "[h]:mm:ss"})
        self._share = self.book.add_format({"num_format": "0.0%"})
        self._moment = self.book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})

    def sheet(self, name: str, header: Sequence[str], widths: Sequence[int], lines: Iterable[Sequence[Cell]]) -> None:
        """Add a sheet. int cells are milliseconds, float ones shares."""
        sheet = self.book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
        for column, title in enumerate(header):
            sheet.write_string(0, column, title, self._bold)
        for number, line in enumerate(lines, start=1):
            for column, value in enumerate(line):
                self._put(sheet, number, column, value)

    def _put(self, sheet: Any, line: int, column: int, value: Cell) -> None:
        if isinstance(value, str):
            sheet.write_string(line, column, shortened(value, LONGEST_CELL))
        elif isinstance(value, int):
            sheet.write_number(line, column, value / _MS_PER_DAY, self._length)
        elif isinstance(value, float):
            sheet.write_number(line, column, value, self._share)
        elif value is not None:
            sheet.write_datetime(line, column, value, self._moment)


def write_xlsx(material: Material, file: BinaryIO) -> None:
    """Write the workbook; it is put together in a folder of the person's own, which is gone at the end."""
    with workroom(material.drafts) as folder:
        made = folder / "report.xlsx"
        book = _Book(made)
        _fill(book, material)
        try:
            book.book.close()
        except FileCreateError as error:  # it hides what the system said
            raise error.args[0] if isinstance(error.args[0], OSError) else error from error
        with made.open("rb") as whole:
            shutil.copyfileobj(whole, file)


def _fill(book: _Book, material: Material) -> None:
    report = material.report
    say = speech(report.request.language)
    book.book.set_properties({"title": f"Kairos {heading(report)}", "created": utc(report.made_ms)})
    summary: list[Sequence[Cell]] = [(say("Days"), heading(report)), (say("Active time"), report.active_ms)]
    summary += figures(report)[1:]
    summary += [(say("Zone"), report.request.zone), (say("Made"), iso_utc(report.made_ms))]
    book.sheet(say("Summary"), _all(say, ("Figure", "Value")), (40, 40), summary)
    for table in report.tables:
        _add_table(book, table, report.active_ms, say)
    if report.goals:
        book.sheet(say("Goals"), _all(say, ("Goal", "When", "Done", "State")), (60, 24, 12, 18), _goals(report, say))
    heat: list[list[Cell]] = [
        [say(WEEKDAYS[day]), *cells] for day, cells in zip(report.heat.weekdays, report.heat.cells, strict=True)
    ]
    hours = (say("Day"), *(f"{hour:02}:00" for hour in range(24)))
    book.sheet(say("Hours of the week"), hours, (8, *[9] * 24), heat)
    if report.focus is not None:
        head = _all(say, ("Start (UTC)", "Length", "App", "Category", "Title"))
        book.sheet(say("Longest stretches"), head, (26, 12, 24, 30, 60), _longest(report.focus, say))
    head = _all(say, ("Start", "End", "Length", "App", "Title", "Category", "Project", "Tag", "Zone", "Source"))
    book.sheet(say("Activities"), head, (20, 20, 12, 24, 60, 30, 20, 20, 20, 12), _activities(material, say))


def _all(say: Say, texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(say(text) for text in texts)


def _add_table(book: _Book, table: ReportTable, whole_ms: int, say: Say) -> None:
    head = _all(say, COMPARED)
    book.sheet(say(TITLES[table.by]), head, (48, 12, 9, 14, 14), _table(table, whole_ms, say))
    if table.branches:
        rows = _rows(table.branches, whole_ms, say)
        book.sheet(say("With subcategories"), head, (48, 12, 9, 14, 14), rows)


def _goals(report: Report, say: Say) -> Iterable[Sequence[Cell]]:
    for goal in report.goals:
        name = goal_name(goal.goal, goal.path, say)
        for one in goal.results:
            yield name, span_name(one, goal.goal.per, say), one.done_ms, say(STANDING[one.standing])


def _longest(focus: Focus, say: Say) -> Iterable[Sequence[Cell]]:
    for one in focus.longest:
        start, length = iso_utc(one.interval.start_ms), one.interval.length_ms
        yield start, length, stretch_name(one, say), path_name(one.path, say=say), one.title


def _table(table: ReportTable, whole_ms: int, say: Say) -> Iterable[Sequence[Cell]]:
    yield from _rows(table.rows, whole_ms, say)
    yield say("Total"), table.total_ms, None, None, ""


def _rows(rows: Iterable[ReportRow], whole_ms: int, say: Say) -> Iterable[Sequence[Cell]]:
    for row in rows:
        before = row.previous_ms
        yield name_of(row, say), row.ms, row.ms / whole_ms, before, change(row.ms, before)


def _activities(material: Material, say: Say) -> Iterable[Sequence[Cell]]:
    for number, activity in enumerate(material.activities()):
        if number == _MOST_ACTIVITIES:
            yield (say("There are more; they are in the figures above and in the files for programs."),)
            return
        yield _activity(activity, material, say)


def _activity(activity: LabelledActivity, material: Material, say: Say) -> Sequence[Cell]:
    zone = material.report.request.rule.tzinfo()
    seen, labels = activity.what, activity.labels
    return (
        utc(activity.interval.start_ms).astimezone(zone).replace(tzinfo=None),
        utc(activity.interval.end_ms).astimezone(zone).replace(tzinfo=None),
        activity.ms,
        say(WITHHELD) if activity.withheld else seen.app,
        seen.title,
        path_name(material.path(labels.category_id or 0), say=say),
        labels.project,
        labels.tag,
        activity.zone,
        activity.source,
    )
