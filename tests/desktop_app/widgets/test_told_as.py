"""What is drawn is told: each painted widget has a role of its own and says in words what it shows."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from helpers.dressed import dressed
from helpers.spoken import Spoken, spoken
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.theme import LIGHT
from desktop_app.widgets.chart_bars import StackedBars, one_part
from desktop_app.widgets.chart_heat import HeatGrid
from desktop_app.widgets.chart_legend import ChartLegend
from desktop_app.widgets.chart_trend import TrendLabel
from desktop_app.widgets.chart_values import Bar, HeatCell, LegendEntry, Trend
from desktop_app.widgets.curve_chart import Curve, CurveChart
from desktop_app.widgets.day_ribbon import DayRibbon
from desktop_app.widgets.format import Wording
from desktop_app.widgets.goal_strip import GoalStrip, Outcome, StripBar
from desktop_app.widgets.interval_bar import IntervalBar
from desktop_app.widgets.ribbon_values import Kind, RibbonDay, RibbonSegment
from desktop_app.widgets.ring import Ring
from desktop_app.widgets.timeline_lanes import TimelineLanes
from desktop_app.widgets.timeline_values import Lane
from desktop_app.widgets.week_grid import WeekGrid
from desktop_app.widgets.week_values import WeekBlock, WeekDay, WeekScene

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

HOUR = 3_600_000
BEGAN = round(datetime(2026, 3, 2, tzinfo=UTC).timestamp() * 1_000)  # a Monday


def segment(begin: float, end: float, name: str) -> RibbonSegment:
    return RibbonSegment(BEGAN + round(begin * HOUR), BEGAN + round(end * HOUR), Kind.APP, 0, name)


SEGMENTS = (segment(8, 9, "Code"), segment(9, 9.5, "Mail\nx"), segment(9.5, 12, "Code"))


def told(qtbot: QtBot, widget: QWidget) -> Spoken:
    qtbot.addWidget(widget)
    return spoken(widget)


def test_a_day_is_told_until_a_part_of_it_is_chosen(qtbot: QtBot) -> None:
    ribbon = DayRibbon(dressed(LIGHT), Wording("UTC"))
    ribbon.lane_names = "Planned", "Actual"
    ribbon.name("Day ribbon", "Arrow keys walk.")
    ribbon.show_day(RibbonDay(BEGAN, BEGAN + 24 * HOUR, SEGMENTS, planned=(segment(18, 19, "Chinese"),)))
    said = told(qtbot, ribbon)
    assert (said.role, said.name) == ("chart", "Day ribbon")
    write = Wording("UTC").span
    day, planned = (write(BEGAN + begin * HOUR, BEGAN + end * HOUR) for begin, end in ((8, 12), (18, 19)))
    took = "\u2068Code\u2069 3 h 30 min · \u2068Mail x\u2069 30 min"
    assert said.description == f"{day}: {took}. Planned: \u2068Chinese\u2069 {planned}. Arrow keys walk."
    ribbon.choose(1)
    assert spoken(ribbon).description == ribbon.accessibleDescription() == ribbon.describe(SEGMENTS[1])


def test_lanes_tell_what_is_in_sight_of_them(qtbot: QtBot) -> None:
    lanes = TimelineLanes(dressed(LIGHT), Wording("UTC"))
    lanes.name("Timeline", "Arrow keys walk.")
    lanes.show_lanes((Lane("apps", "Apps", SEGMENTS), Lane("documents", "Documents", ())))
    lanes.resize(800, 200)
    lanes.show_view(BEGAN + 9 * HOUR, BEGAN + 11 * HOUR)
    said = told(qtbot, lanes)
    assert said.role == "chart"
    assert said.description == "Apps: \u2068Code\u2069 1 h 30 min · \u2068Mail x\u2069 30 min. Arrow keys walk."
    lanes.walk(1)
    assert "30 min" in spoken(lanes).description
    assert "Apps" not in spoken(lanes).description


def week() -> WeekGrid:
    grid = WeekGrid(dressed(LIGHT), Wording("UTC"))
    grid.setAccessibleName("The plan")
    days = [WeekDay(date(2026, 3, 2 + n), BEGAN + n * 24 * HOUR, BEGAN + (n + 1) * 24 * HOUR) for n in range(7)]
    blocks = [WeekBlock("a", BEGAN + 9 * HOUR, BEGAN + 11 * HOUR, "Write", "#3366AA")]
    blocks += [WeekBlock("b", BEGAN + 33 * HOUR, BEGAN + 34 * HOUR, "Read", "#3366AA", said="Read, Tuesday")]
    blocks += [WeekBlock("c", BEGAN, BEGAN + 24 * HOUR, "Birthday", "#3366AA", all_day=True)]
    grid.show_scene(WeekScene(tuple(days), tuple(blocks)))
    return grid


def test_a_week_is_told_as_the_keys_come_and_not_at_every_step(qtbot: QtBot) -> None:
    grid = week()
    whole = "Monday, 2 March: 2 h 00 min · Tuesday, 3 March: 1 h 00 min"
    said = told(qtbot, grid)
    assert (said.role, said.name, said.description) == ("group", "The plan", whole)
    grid.show()
    grid.keys.arrive(Qt.FocusReason.TabFocusReason)
    assert spoken(grid).description.startswith(f"{whole}. Free: ")
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert spoken(grid).description.startswith("Free: ")
    grid.choose("b")
    assert spoken(grid).description == "Read, Tuesday"


def bars(number: int) -> StackedBars:
    chart = StackedBars(dressed(LIGHT))
    values = [(place * 7 % number) * HOUR for place in range(number)]
    chart.show_bars(
        [Bar("", f"Day {n}", ms, f"{ms // HOUR} h", one_part("x", ms, "", "focus")) for n, ms in enumerate(values)]
    )
    return chart


def test_bars_are_told_all_or_the_largest(qtbot: QtBot) -> None:
    assert told(qtbot, bars(4)).description == "Day 1: 3 h · Day 2: 2 h · Day 3: 1 h"
    many = bars(30)
    said = told(qtbot, many)
    assert (said.role, said.description) == ("chart", "Most: Day 17: 29 h · Day 4: 28 h · Day 21: 27 h")
    many.show()
    QTest.keyClick(many, Qt.Key.Key_Right)
    assert spoken(many).description == "Day 0: 0 h"
    assert told(qtbot, StackedBars(dressed(LIGHT))).description == ""


@pytest.mark.parametrize("number", [4, 30])
def test_who_comes_by_tab_hears_the_whole_and_where_they_are(qtbot: QtBot, number: int) -> None:
    chart = bars(number)
    whole = told(qtbot, chart).description
    with qtbot.waitExposed(chart):
        chart.show()
    chart.activateWindow()
    qtbot.waitUntil(chart.isActiveWindow)
    chart.clearFocus()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert spoken(chart).description == f"{whole}. Day 0: 0 h"
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert spoken(chart).description == f"Day 1: {7 % number} h"
    chart.clearFocus()
    assert spoken(chart).description == whole


def test_other_charts_are_told(qtbot: QtBot) -> None:
    heat = HeatGrid(dressed(LIGHT))
    heat.show_cells(
        ("Mon",), ("8:00", "9:00"), ((HeatCell("Monday 8:00", 5, "5 min"), HeatCell("Monday 9:00", 0, "")),)
    )
    assert told(qtbot, heat) == Spoken("chart", "", "", "Monday 8:00: 5 min")
    curves = CurveChart(dressed(LIGHT), lambda value: f"{value:.1f}")
    places = [("1", "First"), ("2", "Second"), ("3", "Third")]
    curves.show_curves(places, [Curve("Learned", (None, 0.2, 0.5), "accent"), Curve("Never", (None,) * 3, "idle")])
    assert told(qtbot, curves) == Spoken("chart", "", "", "Learned: Second 0.2, Third 0.5")
    strip = GoalStrip(dressed(LIGHT))
    strip.show_bars([StripBar(5, Outcome.GOOD, "Monday: met"), StripBar(1, Outcome.OPEN, "Today: 1 h so far")], 4)
    assert told(qtbot, strip) == Spoken("chart", "", "", "Today: 1 h so far")


def test_small_pictures_say_what_they_are(qtbot: QtBot) -> None:
    ring, interval = Ring(dressed(LIGHT)), IntervalBar(dressed(LIGHT))
    ring.show_share(0.5, "50 %", "Kept to")
    interval.show_interval(0.1, 0.0, 0.2, "Better by 0.1")
    assert told(qtbot, ring) == Spoken("picture", "Kept to: 50 %")
    assert told(qtbot, interval).name == "Better by 0.1"
    assert spoken(interval).role == "picture"
    legend, trend = ChartLegend(dressed(LIGHT)), TrendLabel(dressed(LIGHT))
    legend.show_entries([LegendEntry("Focus", "focus")])
    trend.show_trend(Trend(1, "+ 5 %"))
    assert told(qtbot, legend) == Spoken("text", "Focus")
    assert told(qtbot, trend) == Spoken("text", "+ 5 %")


def test_what_is_told_goes_with_its_widget(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    for _ in range(50):
        chart = bars(3)
        chart.setParent(room)
        found = QAccessible.queryAccessibleInterface(chart)
        assert found is not None
        assert found.role() == QAccessible.Role.Chart
        del found
        chart.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    box = QAccessible.queryAccessibleInterface(room)
    assert box is not None
    assert box.childCount() == 0
