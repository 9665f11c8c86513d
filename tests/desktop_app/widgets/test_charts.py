"""The charts: where they draw, what they say, and that mouse and keys choose the same."""

from __future__ import annotations

import pytest
from helpers.dressed import colour_at, dressed, picture
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtGui import Qt as QtText
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.theme import DARK, LIGHT, Palette
from desktop_app.theme.category_colours import contrast
from desktop_app.widgets.chart_axis import HOUR_MS, MINUTE_MS, axis_lines
from desktop_app.widgets.chart_bars import WHOLE, StackedBars
from desktop_app.widgets.chart_figure import FigureButton
from desktop_app.widgets.chart_heat import HeatGrid
from desktop_app.widgets.chart_legend import ChartLegend
from desktop_app.widgets.chart_trend import TrendLabel, trend_colour
from desktop_app.widgets.chart_values import SLOTS, Bar, BarPart, HeatCell, LegendEntry, Trend, chart_colour

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
BARS = (
    Bar("Mon", "Monday", 4 * HOUR_MS, "4 h", (
        BarPart("Work", 3 * HOUR_MS, "3 h", "#1F5FBF"), BarPart("<b>Talk</b>", HOUR_MS, "1 h", "communication"),
    )),
    Bar("Tue", "Tuesday", 0, "0 s"),
)  # fmt: skip


def bars(qtbot: QtBot, palette: Palette = LIGHT) -> StackedBars:
    chart = StackedBars(dressed(palette))
    qtbot.addWidget(chart)
    chart.resize(400, 240)
    chart.show_bars(BARS)
    chart.show()
    return chart


def middle(chart: StackedBars, bar: int, part: int) -> QPoint:
    return chart._parts(bar)[part].center().toPoint()


@pytest.mark.parametrize(
    ("highest", "step", "top"),
    [
        (0, MINUTE_MS, MINUTE_MS),
        (50 * MINUTE_MS, 10 * MINUTE_MS, 50 * MINUTE_MS),
        (HOUR_MS, 15 * MINUTE_MS, HOUR_MS),
        (9 * HOUR_MS, 2 * HOUR_MS, 10 * HOUR_MS),
        (2_000 * HOUR_MS, 480 * HOUR_MS, 2_400 * HOUR_MS),
    ],
)
def test_the_axis_has_round_lines_up_to_the_highest(highest: int, step: int, top: int) -> None:
    lines = axis_lines(highest)
    assert (lines[0], lines[1], lines[-1]) == (0, step, top)
    assert len(lines) <= 6


@PALETTES
def test_parts_are_drawn_in_their_colours_from_the_bottom_up(qtbot: QtBot, palette: Palette) -> None:
    chart = bars(qtbot, palette)
    image = picture(chart, 400, 240)
    low, high = middle(chart, 0, 0), middle(chart, 0, 1)
    assert low.y() > high.y()
    assert colour_at(image, low.x(), low.y()) == palette.focus
    assert colour_at(image, high.x(), high.y()) == palette.communication
    between = chart._parts(0)[0].top()
    assert colour_at(image, low.x(), between) not in {palette.focus, palette.communication}, "a gap keeps them apart"


def test_a_click_chooses_a_part_or_above_it_the_whole_bar(qtbot: QtBot) -> None:
    chart = bars(qtbot)
    found: list[tuple[int, int]] = []
    chart.chosen.connect(lambda bar, part: found.append((bar, part)))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=middle(chart, 0, 1))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart._column(1).center().toPoint())
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert found == [(0, 1), (1, WHOLE)]


def test_keys_walk_the_bars_and_say_where_they_are(qtbot: QtBot) -> None:
    chart = bars(qtbot)
    found: list[tuple[int, int]] = []
    chart.chosen.connect(lambda bar, part: found.append((bar, part)))
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert found == [], "nothing is pointed at"
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(chart, key)
    assert chart.accessibleDescription() == "Monday: 4 h\n\u2068<b>Talk</b>\u2069: 1 h"
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(chart, key)
    assert found == [(0, 1), (1, WHOLE)]
    chart.show_bars(())
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.current is None
    picture(chart, 10, 10)


def test_a_tooltip_shows_foreign_names_letter_by_letter(qtbot: QtBot) -> None:
    chart = bars(qtbot)
    at = middle(chart, 0, 1)
    QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, at, chart.mapToGlobal(at)))
    shown = QToolTip.text()
    assert "Talk" in shown
    assert "&lt;b&gt;" in shown or not QtText.mightBeRichText(shown)
    QToolTip.hideText()


def heat(qtbot: QtBot, palette: Palette = LIGHT) -> HeatGrid:
    grid = HeatGrid(dressed(palette))
    qtbot.addWidget(grid)
    cells = [[HeatCell(f"{day} {hour}", day * hour, f"{day * hour} m") for hour in range(24)] for day in range(7)]
    grid.show_cells([f"Day {day}" for day in range(7)], [f"{hour}:00" for hour in range(24)], cells)
    grid.resize(400, 220)
    grid.show()
    return grid


@PALETTES
def test_the_more_time_the_stronger_the_colour(qtbot: QtBot, palette: Palette) -> None:
    grid = heat(qtbot, palette)
    ground = palette.colour("surface")
    strengths = [contrast(grid.fill(value), ground) for value in (1, 30, 60, 100, 138)]
    assert strengths == sorted(strengths)
    assert strengths[0] > contrast(grid.fill(0), ground)
    image = picture(grid, 400, 220)
    full, none = grid._room(6, 23).center(), grid._room(0, 5).center()
    assert colour_at(image, full.x(), full.y()) == palette.accent
    assert colour_at(image, none.x(), none.y()) == palette.bg


def test_a_cell_is_chosen_by_mouse_and_keys(qtbot: QtBot) -> None:
    grid = heat(qtbot)
    found: list[tuple[int, int]] = []
    grid.chosen.connect(lambda row, column: found.append((row, column)))
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid._room(3, 14).center().toPoint())
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(grid, key)
    assert found == [(3, 14), (4, 13)]
    assert grid.accessibleDescription() == "4 13: 52 m"
    grid.show_cells((), (), ())
    QTest.keyClick(grid, Qt.Key.Key_Down)
    picture(grid, 50, 50)
    assert found == [(3, 14), (4, 13)]


@PALETTES
def test_every_colour_by_name_is_readable(palette: Palette) -> None:
    ground = palette.colour("surface")
    for ink in (*SLOTS, "accent", "idle", "#FFFFFF", "#000000", "#5E7A3A"):
        assert contrast(chart_colour(ink, palette), ground) >= 3, ink


def test_the_legend_grows_with_its_entries(qtbot: QtBot) -> None:
    legend = ChartLegend(dressed(LIGHT))
    qtbot.addWidget(legend)
    legend.resize(200, 20)
    legend.show_entries([LegendEntry("Work", "accent")])
    one = legend.height()
    legend.show_entries([LegendEntry(f"Category {number}", "accent") for number in range(8)])
    legend.resize(200, legend.height())
    assert legend.height() >= 4 * one
    assert legend.accessibleName().count(",") == 7
    legend.show_entries([LegendEntry("x" * 100_000, "accent")])
    assert len(legend.entries[0].name) < 100
    picture(legend, 200, legend.height())


@PALETTES
def test_a_trend_is_told_by_shape_and_words_not_by_colour_alone(qtbot: QtBot, palette: Palette) -> None:
    label = TrendLabel(dressed(palette))
    qtbot.addWidget(label)
    pictures = []
    for direction in (1, 0, -1):
        label.show_trend(Trend(direction, "12 %"))
        pictures.append(picture(label, 80, 20))
        assert label.accessibleName() == "12 %"
    assert pictures[0] != pictures[2]
    assert pictures[0] != pictures[1]
    assert trend_colour(Trend(1, "", 1), palette) != trend_colour(Trend(1, "", -1), palette)
    label.show_trend(None)
    assert label.accessibleName() == ""


def test_a_figure_says_what_it_is_and_how_it_changed(qtbot: QtBot) -> None:
    button = FigureButton(dressed(LIGHT))
    qtbot.addWidget(button)
    button.show_figure("Focus score", "88", "How collected the time was.", Trend(-1, "−4", -1))
    assert button.accessibleName() == "Focus score: 88, −4"
    assert button.toolTip() == button.accessibleDescription() == "How collected the time was."
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
