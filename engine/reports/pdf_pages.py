"""The report as PDF, on A4, in the light colours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import BinaryIO

from engine.domain.clock import MS_PER_HOUR, iso_utc
from engine.domain.plain_text import shortened
from engine.domain.report import By, DayTotal, HeatMap, Report, ReportRow, ReportTable
from engine.reports.colours import NO_CATEGORY, PALETTE, Colours
from engine.reports.goal_words import goal_name, latest, met_of
from engine.reports.local_time import local_clock
from engine.reports.material import Material
from engine.reports.pdf_paper import MARGIN, MUTED, WIDE, Column, Paper
from engine.reports.speech import Say, speech
from engine.reports.words import (
    BRANCHES,
    COMPARED,
    LONGEST_TITLE,
    TITLES,
    WEEKDAYS,
    change,
    clock,
    figures,
    heading,
    name_of,
    path_name,
    share,
    stretch_name,
)

ACCENT = PALETTE[0]
_MOST_ROWS = 200
_CHART_HIGH = 110.0
_MOST_LABELS = 12
_RIGHT = WIDE - MARGIN
_INNER = WIDE - 2 * MARGIN
_COMPARED = (
    Column(MARGIN + 10, 220),
    Column(_RIGHT - 190, 60, right=True),
    Column(_RIGHT - 140, 45, right=True),
    Column(_RIGHT - 66, 62, right=True),
    Column(_RIGHT, 62, right=True),
)
_PLAIN = _COMPARED[:3]
_LONGEST = (
    Column(MARGIN, 105),
    Column(MARGIN + 150, 45, right=True),
    Column(MARGIN + 160, 90),
    Column(MARGIN + 256, 90),
    Column(MARGIN + 352, _RIGHT - MARGIN - 352),
)

_GOALS = (Column(MARGIN, 270), Column(MARGIN + 280, 50), Column(MARGIN + 340, _RIGHT - MARGIN - 340))


def write_pdf(material: Material, file: BinaryIO) -> None:
    """Write the document."""
    report = material.report
    colours, say = Colours(report, material.path), speech(report.request.language)
    paper = Paper(file, f"Kairos · {heading(report)}")
    paper.heading(heading(report), 20)
    paper.text(
        f"{report.request.zone} · {say('made by Kairos {0}').format(iso_utc(report.made_ms))}",
        Column(MARGIN, _INNER),
        colour=MUTED,
    )
    paper.y -= 8
    for name, value in figures(report):
        paper.line((name, value), (Column(MARGIN, 200), Column(MARGIN + 200, _INNER - 200)))
    _chart(paper, report, colours, say)
    for table in report.tables:
        _table(paper, table, report, colours, say)
        _branches(paper, table, report, colours, say)
    _goals(paper, report, say)
    _heat(paper, report.heat, say)
    _longest(paper, report, say)
    paper.finish()


def _colour(colours: Colours, category_id: int) -> str:
    slot = colours.slot(category_id)
    return colours.own(category_id) or (NO_CATEGORY if slot is None else PALETTE[slot])


def _chart(paper: Paper, report: Report, colours: Colours, say: Say) -> None:
    """Draw a bar for each day, or for each hour of one day."""
    if len(report.days) > 1:
        bars = [(day.day.isoformat()[5:], _by_colour(day, colours)) for day in report.days]
        paper.heading(say("Day by day"))
    else:
        hours = [sum(row[hour] for row in report.heat.cells) for hour in range(24)]
        bars = [(f"{hour:02}", [(ACCENT, ms)]) for hour, ms in enumerate(hours)]
        paper.heading(say("Hour by hour"))
    paper.room(_CHART_HIGH + 20)
    base = paper.y - _CHART_HIGH
    most = max(sum(ms for _, ms in parts) for _, parts in bars) or MS_PER_HOUR
    step = _INNER / len(bars)
    paper.y = base - 11
    for number, (label, parts) in enumerate(bars):
        _bar(paper, (MARGIN + number * step, base), min(step * 0.8, 40.0), [(c, ms / most) for c, ms in parts])
        if number % max(1, -(-len(bars) // _MOST_LABELS)) == 0:
            paper.text(label, Column(MARGIN + number * step, 60), size=7, colour=MUTED)
    paper.y = base + _CHART_HIGH + 4
    paper.text(say("highest {0}").format(clock(most)), Column(_RIGHT, 120, right=True), size=7, colour=MUTED)
    paper.y = base - 14


def _by_colour(day: DayTotal, colours: Colours) -> list[tuple[str, int]]:
    """Return the day's time by colour in the palette's order, time without a category last."""
    found: Counter[str] = Counter()
    for number, ms in day.categories:
        found[_colour(colours, number)] += ms
    order = {colour: place for place, colour in enumerate(PALETTE)}
    return sorted(found.items(), key=lambda part: (part[0] == NO_CATEGORY, order.get(part[0], len(order)), part[0]))


def _bar(paper: Paper, corner: tuple[float, float], wide: float, parts: Sequence[tuple[str, float]]) -> None:
    x, y = corner
    for colour, share_of_top in parts:
        high = share_of_top * _CHART_HIGH
        paper.box(x, y, (wide, high), colour)
        y += high


def _branches(paper: Paper, table: ReportTable, report: Report, colours: Colours, say: Say) -> None:
    """Write the categories that have others below them, together with those."""
    if not table.branches:
        return
    paper.heading(say(BRANCHES))
    _rows(paper, table.branches, report, colours, say)


def _table(paper: Paper, table: ReportTable, report: Report, colours: Colours, say: Say) -> None:
    compared = table.by not in {By.DAY, By.HOUR}
    columns = _COMPARED if compared else _PLAIN
    paper.heading(say(TITLES[table.by]))
    _rows(paper, table.rows[:_MOST_ROWS], report, colours, say)
    left = table.rows[_MOST_ROWS:]
    empty = ("", "", "")[: len(columns) - 2]
    if left:
        paper.room(16)
        paper.line((say("({0} more)").format(len(left)), clock(sum(row.ms for row in left)), *empty), columns)
    paper.room(16)
    paper.line((say("Total"), clock(table.total_ms), *empty), columns, bold=True)


def _rows(paper: Paper, rows: Sequence[ReportRow], report: Report, colours: Colours, say: Say) -> None:
    columns = _PLAIN if rows and rows[0].by in {By.DAY, By.HOUR} else _COMPARED
    head = tuple(say(text) for text in COMPARED[: len(columns)])
    paper.line(head, columns, colour=MUTED)
    for row in rows:
        if paper.room(16):
            paper.line(head, columns, colour=MUTED)
        paper.line(_cells(row, report, say)[: len(columns)], columns)
        if row.by is By.CATEGORY:
            paper.box(MARGIN, paper.y, (6, 6), _colour(colours, int(row.key or 0)))


def _cells(row: ReportRow, report: Report, say: Say) -> tuple[str, ...]:
    before = clock(row.previous_ms or 0)
    return name_of(row, say), clock(row.ms), share(row.ms, report.active_ms), before, change(row.ms, row.previous_ms)


def _goals(paper: Paper, report: Report, say: Say) -> None:
    if not report.goals:
        return
    paper.heading(say("Goals"))
    paper.line((say("Goal"), say("Met"), say("Last")), _GOALS, colour=MUTED)
    for one in report.goals:
        paper.room(16)
        paper.line((goal_name(one.goal, one.path, say), met_of(one, say), latest(one, say)), _GOALS)


def _heat(paper: Paper, heat: HeatMap, say: Say) -> None:
    paper.heading(say("Hours of the week"))
    paper.room(130)
    most = max(map(max, heat.cells)) or 1
    wide = (_INNER - 30) / 24
    paper.y -= 6
    for hour in range(0, 24, 3):
        paper.text(f"{hour:02}:00", Column(MARGIN + 30 + hour * wide, 40), size=7, colour=MUTED)
    for weekday, cells in zip(heat.weekdays, heat.cells, strict=True):
        paper.y -= 15
        paper.text(say(WEEKDAYS[weekday]), Column(MARGIN, 28), size=8, colour=MUTED)
        for hour, ms in enumerate(cells):
            strength = 0.18 + 0.82 * ms / most if ms else 0.06
            paper.box(MARGIN + 30 + hour * wide, paper.y - 3, (wide - 1.5, 13), ACCENT, strength)
    paper.y -= 8


def _longest(paper: Paper, report: Report, say: Say) -> None:
    if report.focus is None or not report.focus.longest:
        return
    paper.heading(say("Longest stretches"))
    head = tuple(say(text) for text in ("When", "Length", "In", "Category", "Title"))
    paper.line(head, _LONGEST, colour=MUTED)
    for stretch in report.focus.longest:
        paper.room(16)
        when, length = local_clock(stretch.interval, report.request.rule), clock(stretch.interval.length_ms)
        title = shortened(stretch.title, LONGEST_TITLE)
        paper.line((when, length, stretch_name(stretch, say), path_name(stretch.path, say=say), title), _LONGEST)
