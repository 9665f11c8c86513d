"""A report's days as bars, and which time each part of them stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from PySide6.QtCore import QObject

from desktop_app.pages.reports.range_words import RangeWords
from desktop_app.pages.reports.words import ReportWords
from desktop_app.widgets.chart_bars import one_part
from desktop_app.widgets.chart_values import Bar, BarPart, LegendEntry
from engine.domain.intervals import Interval
from engine.domain.report import By, DayTotal, Report, ReportRow, Selection

_DAYS = 62
_WEEKS = 400
_WITH_WEEKDAY = 14
_IN_LEGEND = 8


@dataclass(frozen=True, slots=True)
class BarChart:
    """What is drawn. wholes, parts: what each bar and each of its parts counts."""

    bars: tuple[Bar, ...]
    wholes: tuple[Selection, ...]
    parts: tuple[tuple[Selection, ...], ...]
    legend: tuple[LegendEntry, ...]
    by_hour: bool = False


class BarWords(QObject):
    """Turns a report into bars: of one day its hours, of more its days, of many its weeks or months."""

    def __init__(self, words: ReportWords, ranges: RangeWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._ranges = words, ranges

    def chart(self, report: Report) -> BarChart:
        """Return the chart of a report."""
        if len(report.days) == 1:
            return self._hours(report)
        table = report.table(By.CATEGORY)
        rows = {row.key: row for row in (table.rows if table is not None else ())}
        order = _stacking(rows.values())
        groups = _groups(report)
        bars, parts = [], []
        for days in groups:
            bar, counted = self._bar(days, len(report.days), rows, order)
            bars.append(bar)
            parts.append(counted)
        wholes = tuple(Selection(_bounds(days)) for days in groups)
        return BarChart(tuple(bars), wholes, tuple(parts), self._legend(rows.values()))

    def _hours(self, report: Report) -> BarChart:
        table = report.table(By.HOUR)
        rows = {int(row.key): row for row in (table.rows if table is not None else ())}
        bars, wholes = [], []
        for hour in range(24):
            row = rows.get(hour)
            ms = row.ms if row is not None else 0
            clock, text = self.hour(hour), self._words.length(ms)
            name = f"{clock} – {self.hour(hour + 1)}"
            bars.append(Bar(clock, name, ms, text, one_part(name, ms, text, "accent")))
            wholes.append(row.selection if row is not None else Selection(report.bounds, hour=hour))
        parts = tuple((whole,) * len(bar.parts) for whole, bar in zip(wholes, bars, strict=True))
        return BarChart(tuple(bars), tuple(wholes), parts, (), by_hour=True)

    def hour(self, hour: int) -> str:
        """Return an hour of the local day as an axis shows it."""
        return self._ranges.hour(hour % 24)

    def _bar(
        self, days: Sequence[DayTotal], length: int, rows: dict[str, ReportRow], order: Sequence[str]
    ) -> tuple[Bar, tuple[Selection, ...]]:
        counted: Counter[str] = Counter()
        for day in days:
            for number, ms in day.categories:
                counted[str(number or "")] += ms
        keys = [key for key in order if counted[key]]
        bounds, ms = _bounds(days), sum(day.active_ms for day in days)
        parts = tuple(
            BarPart(
                self._words.row(rows[key]), counted[key], self._words.length(counted[key]), self._words.ink(rows[key])
            )
            for key in keys
        )
        first, end = days[0].day, days[-1].day + timedelta(days=1)
        bar = Bar(self._label(first, length), self._name(first, end, length), ms, self._words.length(ms), parts)
        return bar, tuple(replace(rows[key].selection, bounds=bounds) for key in keys)

    def _label(self, first: date, length: int) -> str:
        if length <= _WITH_WEEKDAY:
            return self._ranges.weekday(first)
        return self._ranges.short(first) if length <= _WEEKS else self._ranges.month(first)

    def _name(self, first: date, end: date, length: int) -> str:
        return self._ranges.last_of(first, end) if length <= _WEEKS else self._ranges.whole_month(first)

    def _legend(self, rows: Iterable[ReportRow]) -> tuple[LegendEntry, ...]:
        entries: dict[str, LegendEntry] = {}
        for row in rows:
            name = self._words.path(row.path[:1])
            entries.setdefault(name, LegendEntry(name, self._words.ink(row)))
        return tuple(entries.values())[:_IN_LEGEND]


def _stacking(rows: Collection[ReportRow]) -> list[str]:
    """Return the categories' keys from the bottom of a bar up: kin together, the largest family lowest, none on top."""
    families: Counter[str] = Counter()
    for row in rows:
        families[row.path[0] if row.path else ""] += row.ms

    def place(row: ReportRow) -> tuple[bool, int, str, int]:
        family = row.path[0] if row.path else ""
        return not row.path, -families[family], family, -row.ms

    return [row.key for row in sorted(rows, key=place)]


def _groups(report: Report) -> list[list[DayTotal]]:
    """Return the days by themselves, by weeks or by months."""
    if len(report.days) <= _DAYS:
        return [[day] for day in report.days]

    def week(day: DayTotal) -> date:
        return day.day - timedelta(days=(day.day.weekday() - report.request.week_start) % 7)

    def month(day: DayTotal) -> date:
        return day.day.replace(day=1)

    return [list(days) for _, days in groupby(report.days, week if len(report.days) <= _WEEKS else month)]


def _bounds(days: Sequence[DayTotal]) -> Interval:
    return Interval(days[0].bounds.start_ms, days[-1].bounds.end_ms)
