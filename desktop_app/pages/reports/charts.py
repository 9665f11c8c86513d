"""The two charts of the page: bars of the days, and the hours of the week."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.item_models.text_table import TextCell, TextRow
from desktop_app.pages.reports.bars import BarChart, BarWords
from desktop_app.pages.reports.chart_card import ChartCard
from desktop_app.pages.reports.range_words import RangeWords
from desktop_app.pages.reports.words import ReportWords
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.chart_bars import WHOLE, StackedBars
from desktop_app.widgets.chart_heat import HeatGrid
from desktop_app.widgets.chart_legend import ChartLegend
from desktop_app.widgets.chart_values import HeatCell
from engine.domain.report import HeatMap, Report


class DaysCard(ChartCard):
    """Bars by day and category, of one day by hour; emits chosen(name, Selection)."""

    chosen = Signal(str, object)

    def __init__(
        self, theme: ThemeHolder, words: ReportWords, ranges: RangeWords, parent: QWidget | None = None
    ) -> None:
        self._bars = StackedBars(theme)
        super().__init__(self._bars, theme, parent)
        self.bar_words = BarWords(words, ranges, self)
        self.shown: BarChart | None = None
        self._legend = ChartLegend(theme, self)
        self.body.addWidget(self._legend)
        self._bars.chosen.connect(self._chosen)
        self.table.opened.connect(lambda at: self._chosen(*at))

    def write_headings(self) -> None:
        """Write what stands on the card, in the window's language."""
        by_hour = self.shown is not None and self.shown.by_hour
        self.speak(self.tr("Hours of the day") if by_hour else self.tr("Active time"), self.tr("The bars as a table"))

    def show_report(self, report: Report) -> None:
        """Show another report."""
        chart = self.shown = self.bar_words.chart(report)
        by_hour = chart.by_hour
        self.write_headings()
        self._bars.show_bars(chart.bars)
        self._legend.show_entries(chart.legend)
        rows = []
        for place, bar in enumerate(chart.bars):
            if not bar.value:
                continue
            rows.append(_line((bar.name, place), ("", ""), (bar.text, bar.value), (place, WHOLE)))
            if by_hour:
                continue
            for number, part in enumerate(bar.parts):
                rows.append(_line((bar.name, place), (part.name, part.name), (part.text, part.value), (place, number)))
        self.show_rows((self.tr("When"), self.tr("Category"), self.tr("Length")), rows)
        self.table.setColumnWidth(1, 200)
        self.table.setColumnHidden(1, by_hour)

    def _chosen(self, bar: int, part: int) -> None:
        if self.shown is None:
            return
        found = self.shown.bars[bar]
        if part == WHOLE:
            self.chosen.emit(found.name, self.shown.wholes[bar])
        else:
            name = found.parts[part].name
            both = self.tr("%1, %2").replace("%1", name).replace("%2", found.name)
            self.chosen.emit(found.name if name == found.name else both, self.shown.parts[bar][part])


class WeekCard(ChartCard):
    """Active time by weekday and hour; emits chosen(name, Selection)."""

    chosen = Signal(str, object)

    def __init__(
        self, theme: ThemeHolder, words: ReportWords, ranges: RangeWords, parent: QWidget | None = None
    ) -> None:
        self._grid = HeatGrid(theme)
        super().__init__(self._grid, theme, parent)
        self._words, self._ranges = words, ranges
        self._heat: HeatMap | None = None
        self._cells: tuple[tuple[HeatCell, ...], ...] = ()
        self._grid.chosen.connect(self._chosen)
        self.table.opened.connect(lambda at: self._chosen(*at))

    def write_headings(self) -> None:
        """Write what stands on the card, in the window's language."""
        self.speak(self.tr("Hours of the week"), self.tr("The hours of the week as a table"))

    def show_report(self, report: Report) -> None:
        """Show another report."""
        heat = self._heat = report.heat
        self.write_headings()
        hours = [self._ranges.hour(hour) for hour in range(24)]
        self._cells = tuple(
            tuple(self._cell(weekday, hour, ms) for hour, ms in enumerate(line))
            for weekday, line in zip(heat.weekdays, heat.cells, strict=True)
        )
        self._grid.show_cells([self._ranges.day_name(number) for number in heat.weekdays], hours, self._cells)
        rows = [
            _line((cell.name, row * 24 + hour), (hours[hour], hour), (cell.text, cell.value), (row, hour))
            for row, line in enumerate(self._cells)
            for hour, cell in enumerate(line)
            if cell.value
        ]
        self.show_rows((self.tr("When"), self.tr("Hour"), self.tr("Length")), rows)
        self.table.setColumnHidden(1, True)

    def _cell(self, weekday: int, hour: int, ms: int) -> HeatCell:
        span = f"{self._ranges.hour(hour)} – {self._ranges.hour((hour + 1) % 24)}"
        return HeatCell(f"{self._ranges.day_name_long(weekday)} {span}", ms, self._words.length(ms))

    def _chosen(self, row: int, column: int) -> None:
        if self._heat is not None:
            self.chosen.emit(self._cells[row][column].name, self._heat.selections[row][column])


def _line(
    first: tuple[str, int], second: tuple[str, str | int], third: tuple[str, int], source: tuple[int, int]
) -> TextRow:
    return TextRow((TextCell(*first), TextCell(*second), TextCell(*third, to_the_end=True)), source)
