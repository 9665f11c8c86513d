from __future__ import annotations

from collections.abc import Callable

import pytest
from helpers.dressed import colour_at, dressed, picture, speaking
from helpers.sample_summary import HOUR, MINUTE, bounds_of
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.theme import DARK, LIGHT, ThemeHolder
from desktop_app.widgets.format import Wording
from desktop_app.widgets.ribbon_values import Kind, RibbonSegment
from desktop_app.widgets.timeline_lanes import TimelineLanes
from desktop_app.widgets.timeline_values import THIN, Lane

START = bounds_of().start_ms
LEFT, RIGHT, SHIFT = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def part(start: float, end: float, name: str = "App", slot: int = 0, kind: Kind = Kind.APP) -> RibbonSegment:
    return RibbonSegment(START + round(start * HOUR), START + round(end * HOUR), kind, slot, name, f"{name}'s title")


APPS = Lane("apps", "Apps", (part(8, 9, "One"), part(9, 9.5, "Two", 1), part(12, 14, "Three", 2)))
PRESENCE = Lane("presence", "Presence", (part(8, 9.5, "Active", 0, Kind.ACTIVE), part(12, 14, "Idle", 0, Kind.IDLE)))
CORRECTED = Lane("corrected", "Corrected", (part(8, 8.5),), THIN)


@pytest.fixture
def made(qtbot: QtBot) -> Callable[[], TimelineLanes]:
    def make(theme: ThemeHolder | None = None) -> TimelineLanes:
        lanes = TimelineLanes(theme or dressed(LIGHT), Wording("Europe/Berlin"))
        qtbot.addWidget(lanes)
        lanes.show_lanes((APPS, PRESENCE, CORRECTED))
        lanes.resize(1_000, lanes.sizeHint().height())
        lanes.show_view(START + 7 * HOUR, START + 15 * HOUR)
        return lanes

    return make


def hours(lanes: TimelineLanes) -> tuple[float, float] | None:
    return None if lanes.span is None else tuple((moment - START) / HOUR for moment in lanes.span)  # type: ignore[return-value]


def place(lanes: TimelineLanes, hour: float, lane: int = 0) -> QPoint:
    return QPoint(round(lanes.view.x(START + hour * HOUR)) + lanes.gutter(), lanes.tops()[lane] + 8)


def drag(lanes: TimelineLanes, start: QPoint, end: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    QTest.mousePress(lanes, button, pos=start)
    QTest.mouseMove(lanes, (start + end) / 2)
    QTest.mouseMove(lanes, end)
    QTest.mouseRelease(lanes, button, pos=end)


Made = Callable[..., TimelineLanes]


def test_both_themes_draw_their_own_colours(made: Made) -> None:
    theme = dressed(LIGHT)
    lanes = made(theme)
    for palette in (LIGHT, DARK):
        theme.set_palette(palette)
        image = picture(lanes, 1_000, lanes.height())
        spot = place(lanes, 13.8)
        assert colour_at(image, spot.x(), spot.y()) == palette.categories[2]


def test_arrows_walk_through_the_lane_and_say_what_is_there(made: Made) -> None:
    lanes = made()
    seen = []
    with speaking("en_GB"):
        for key in (RIGHT, RIGHT, RIGHT, RIGHT, LEFT):
            QTest.keyClick(lanes, key)
            seen.append(hours(lanes))
        said = lanes.accessibleDescription()
        QTest.keyClick(lanes, Qt.Key.Key_Escape)
    assert seen == [(8, 9), (9, 9.5), (12, 14), (12, 14), (9, 9.5)]
    assert all(word in said for word in ("09:00 – 09:30", "30 min", "Two", "Two's title"))
    assert lanes.span is None
    assert not lanes.accessibleDescription()


def test_down_goes_to_the_lane_below_at_the_same_moment(made: Made) -> None:
    lanes = made()
    QTest.keyClick(lanes, RIGHT)
    QTest.keyClick(lanes, Qt.Key.Key_Down)
    assert lanes.lane is PRESENCE
    assert hours(lanes) == (8, 9.5)
    for _ in range(5):
        QTest.keyClick(lanes, Qt.Key.Key_Down)
    assert lanes.lane is CORRECTED
    for _ in range(5):
        QTest.keyClick(lanes, Qt.Key.Key_Up)
    assert lanes.lane is APPS


def test_walking_brings_into_sight_what_is_chosen(made: Made) -> None:
    lanes = made()
    lanes.show_view(START + 8 * HOUR, START + 10 * HOUR)
    for _ in range(3):
        QTest.keyClick(lanes, RIGHT)
    assert hours(lanes) == (12, 14)
    assert lanes.view.start_ms <= START + 12 * HOUR
    assert lanes.view.end_ms >= START + 14 * HOUR


def test_shift_widens_by_five_minutes_and_stops_at_edges(made: Made) -> None:
    lanes = made()
    QTest.keyClick(lanes, RIGHT)
    for _ in range(6):
        QTest.keyClick(lanes, RIGHT, SHIFT)
    assert hours(lanes) == (8, 9.5)
    QTest.keyClick(lanes, LEFT, SHIFT)
    assert lanes.span == (START + 8 * HOUR, START + 9 * HOUR + 25 * MINUTE)
    for _ in range(40):
        QTest.keyClick(lanes, LEFT, SHIFT)
    assert lanes.span is not None
    assert lanes.span[1] > lanes.span[0]


def test_ctrl_moves_the_caret_within_the_choice(made: Made) -> None:
    lanes = made()
    QTest.keyClick(lanes, RIGHT)
    for _ in range(3):
        QTest.keyClick(lanes, RIGHT, CONTROL)
    assert lanes.caret == START + 8 * HOUR + 15 * MINUTE
    for _ in range(30):
        QTest.keyClick(lanes, RIGHT, CONTROL)
    assert lanes.caret == START + 9 * HOUR


def test_keys_zoom_around_the_choice_and_move(made: Made) -> None:
    lanes = made()
    QTest.keyClick(lanes, RIGHT)
    middle = lanes.view.x(START + 8.5 * HOUR)
    before = lanes.view
    QTest.keyClick(lanes, Qt.Key.Key_Plus)
    assert lanes.view.span_ms < before.span_ms
    assert lanes.view.x(START + 8.5 * HOUR) == pytest.approx(middle, abs=0.1)
    QTest.keyClick(lanes, Qt.Key.Key_Minus)
    assert lanes.view.span_ms == pytest.approx(before.span_ms, abs=2)
    QTest.keyClick(lanes, Qt.Key.Key_PageDown)
    assert lanes.view.start_ms == pytest.approx(before.end_ms, abs=100)


def test_keys_say_what_is_wanted(made: Made, qtbot: QtBot) -> None:
    lanes = made()
    for key, signal in (
        (Qt.Key.Key_Return, lanes.edit_wanted),
        (Qt.Key.Key_Delete, lanes.delete_wanted),
        (Qt.Key.Key_S, lanes.split_wanted),
    ):
        with qtbot.waitSignal(signal, timeout=500):
            QTest.keyClick(lanes, key)


def test_a_click_chooses_the_stretch_and_sets_the_caret(made: Made) -> None:
    lanes = made()
    QTest.mouseClick(lanes, Qt.MouseButton.LeftButton, pos=place(lanes, 13.01))
    assert hours(lanes) == (12, 14)
    assert lanes.caret == START + 13 * HOUR
    QTest.mouseClick(lanes, Qt.MouseButton.LeftButton, pos=place(lanes, 11))
    assert lanes.span is None


def test_dragging_chooses_a_time_snapped_to_edges_and_five_minutes(made: Made) -> None:
    lanes = made()
    near = 3 * lanes.view.ms_per_px / HOUR
    drag(lanes, place(lanes, 9 + near), place(lanes, 13 + 11.5 / 60))
    assert hours(lanes) == (9, 13 + 10 / 60)
    drag(lanes, place(lanes, 12.9), place(lanes, 10))  # backwards, in a place where nothing is
    assert lanes.span is not None
    assert (lanes.span[0] - START) / HOUR == 10


def test_the_edge_of_a_choice_can_be_dragged(made: Made) -> None:
    lanes = made()
    lanes.choose((START + 10 * HOUR, START + 11 * HOUR))
    drag(lanes, place(lanes, 11), place(lanes, 11.5))
    assert hours(lanes) == (10, 11.5)
    drag(lanes, place(lanes, 10), place(lanes, 9.75))
    assert hours(lanes) == (9.75, 11.5)


def test_dragging_the_axis_moves_time(made: Made) -> None:
    lanes = made()
    before = lanes.view
    drag(lanes, QPoint(500, 10), QPoint(388, 10))
    assert lanes.view.start_ms == pytest.approx(before.start_ms + 112 * before.ms_per_px, abs=2)
    assert lanes.span is None


@pytest.mark.parametrize(("turned", "nearer"), [(120, True), (-120, False)])
def test_ctrl_and_the_wheel_zoom_under_the_pointer(made: Made, turned: int, nearer: bool) -> None:
    lanes = made()
    before = lanes.view
    spot = place(lanes, 9)
    event = QWheelEvent(
        QPointF(spot), QPointF(spot), QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton, CONTROL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(lanes, event)
    assert (lanes.view.span_ms < before.span_ms) is nearer
    assert lanes.view.x(START + 9 * HOUR) == pytest.approx(before.x(START + 9 * HOUR), abs=1)


def test_resizing_keeps_the_stretch_shown(made: Made) -> None:
    lanes = made()
    picture(lanes, 600, 200)
    assert (lanes.view.start_ms, lanes.view.end_ms) == (START + 7 * HOUR, START + 15 * HOUR)
    assert lanes.view.width == lanes.time_width()


def test_a_choice_survives_fresh_lanes(made: Made) -> None:
    lanes = made()
    QTest.keyClick(lanes, RIGHT)
    QTest.keyClick(lanes, Qt.Key.Key_Down)
    lanes.show_lanes((APPS, Lane("categories", "Categories", ()), PRESENCE))
    assert lanes.lane is PRESENCE
    assert hours(lanes) == (8, 9.5)


def test_nothing_breaks_where_there_is_nothing(qtbot: QtBot) -> None:
    lanes = TimelineLanes(dressed(LIGHT), Wording("Europe/Berlin"))
    qtbot.addWidget(lanes)
    lanes.show_lanes((Lane("apps", "Apps", ()),))
    for key in (LEFT, RIGHT, Qt.Key.Key_Down, Qt.Key.Key_Plus, Qt.Key.Key_PageUp):
        QTest.keyClick(lanes, key)
        QTest.keyClick(lanes, key, SHIFT)
        QTest.keyClick(lanes, key, CONTROL)
    picture(lanes, 700, 200)
    assert lanes.span is None


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_tooltip_shows_letters_not_markup(qtbot: QtBot, made: Made) -> None:
    lanes = made()
    lanes.show_lanes((Lane("apps", "Apps", (part(8, 15, "<img src=file:/etc/hostname>"),)),))
    lanes.show()
    spot = place(lanes, 9)
    QApplication.sendEvent(lanes, QHelpEvent(QHelpEvent.Type.ToolTip, spot, QPoint(200, 200)))
    shown = QToolTip.text()
    QToolTip.hideText()
    assert "&lt;img src=file:/etc/hostname&gt;" in shown
