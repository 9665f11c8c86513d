"""Curves, intervals and signed bars: where they draw, and that what they draw is told in words."""

from __future__ import annotations

import pytest
from helpers.dressed import colour_at, dressed, picture
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.theme import DARK, LIGHT, Palette
from desktop_app.widgets.curve_chart import Curve, CurveChart, round_scale
from desktop_app.widgets.interval_bar import IntervalBar
from desktop_app.widgets.signed_bars import SignedBar

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
PLACES = (("1 Nov", "1 November"), ("8 Nov", "8 November"), ("15 Nov", "15 November"))


def chart(qtbot: QtBot, palette: Palette = LIGHT) -> CurveChart:
    made = CurveChart(dressed(palette), lambda value: f"{value:.2f}")
    qtbot.addWidget(made)
    made.resize(400, 168)
    curves = (Curve("Model", (0.2, None, 0.9), "accent"), Curve("Rule", (0.5, 0.5, 0.5), "distraction", dashed=True))
    made.show_curves(PLACES, curves, lowest=0.0)
    made.show()
    return made


def press(made: CurveChart, key: Qt.Key) -> None:
    QTest.keyClick(made, key)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.0, 1.0, [0.0, 0.25, 0.5, 0.75, 1.0]),
        (0.0, 0.49, [0.0, 0.2, 0.4, 0.6]),
        (0.62, 0.74, [0.6, 0.65, 0.7, 0.75]),
        (-0.03, 0.05, [-0.04, -0.02, 0.0, 0.02, 0.04, 0.06]),
        (0.5, 0.52, [0.5, 0.505, 0.51, 0.515, 0.52]),
    ],
)
def test_scales_are_round_and_hold_all_values(low: float, high: float, expected: list[float]) -> None:
    assert round_scale(low, high) == pytest.approx(expected)


@PALETTES
def test_points_lie_where_their_values_are(qtbot: QtBot, palette: Palette) -> None:
    made = chart(qtbot, palette)
    image = picture(made, 400, 168)
    assert colour_at(image, made._x(2), made._y(0.9)) == palette.accent.upper()
    assert colour_at(image, made._x(1), made._y(0.5)) == palette.distraction.upper()
    assert made._y(0.9) < made._y(0.2)
    middle = colour_at(image, made._x(1), made._y(0.55))  # where there is no value there is no line
    assert middle != palette.accent.upper()


def test_mouse_and_keys_tell_the_same(qtbot: QtBot) -> None:
    made = chart(qtbot)
    press(made, Qt.Key.Key_Right)
    assert made.accessibleDescription() == "1 November\nModel: 0.20\nRule: 0.50"
    press(made, Qt.Key.Key_Right)
    assert made.accessibleDescription() == "8 November\nRule: 0.50"
    press(made, Qt.Key.Key_Right)
    press(made, Qt.Key.Key_Right)
    assert made.accessibleDescription().startswith("15 November")
    assert made._under(QPointF(made._x(2), 40)) == (2, 0)


def test_one_value_and_none_are_drawn(qtbot: QtBot) -> None:
    made = chart(qtbot)
    made.show_curves(PLACES[:1], (Curve("Model", (0.4,), "accent"),))
    picture(made, 300, 168)
    made.show_curves((), ())
    picture(made, 300, 168)
    press(made, Qt.Key.Key_Right)
    assert made.accessibleDescription() == ""


@PALETTES
@pytest.mark.parametrize(
    ("value", "low", "high", "ink"),
    [(0.1, 0.05, 0.15, "meeting"), (-0.1, -0.2, -0.05, "distraction"), (0.01, -0.1, 0.12, "idle")],
)
def test_a_difference_lies_on_its_side(
    qtbot: QtBot, palette: Palette, value: float, low: float, high: float, ink: str
) -> None:
    bar = IntervalBar(dressed(palette))
    qtbot.addWidget(bar)
    bar.show_interval(value, low, high, "so much")
    assert (bar.ink, bar.accessibleName()) == (ink, "so much")
    image = picture(bar, 150, 24)
    reach = max(abs(low), abs(high)) * 1.15
    assert colour_at(image, 75 + 70.5 * (low + 0.25 * (high - low)) / reach, 12) == palette.colour(ink).name().upper()


@PALETTES
@pytest.mark.parametrize("share", [0.5, -0.5])
def test_a_signed_bar_goes_to_its_side(qtbot: QtBot, palette: Palette, share: float) -> None:
    bar = SignedBar(dressed(palette))
    qtbot.addWidget(bar)
    bar.show_share(share, "admin")
    image = picture(bar, 180, 20)
    side, other = (110, 70) if share > 0 else (70, 110)
    assert colour_at(image, side, 10) == palette.admin.upper()
    assert colour_at(image, other, 10) != palette.admin.upper()
