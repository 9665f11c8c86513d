from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from helpers.dressed import colour_at, dressed, picture, speaking
from helpers.sample_summary import HOUR, MINUTE, bounds_of
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.theme import DARK, LIGHT, Palette, ThemeHolder
from desktop_app.widgets.day_ribbon import DayRibbon
from desktop_app.widgets.format import Wording
from desktop_app.widgets.ribbon_picture import BAND_HEIGHT, BAND_TOP, HEIGHT, PLANNED_HEIGHT
from desktop_app.widgets.ribbon_values import Kind, RibbonDay, RibbonSegment

START = bounds_of().start_ms
END = bounds_of().end_ms
MIDDLE = BAND_TOP + BAND_HEIGHT / 2
AWAY = (Kind.IDLE, Kind.SCREENSAVER, Kind.LOCKED, Kind.SWITCHED, Kind.SUSPENDED, Kind.PAUSED, Kind.WITHHELD)
BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
Made = Callable[..., DayRibbon]


def part(
    start: float, end: float, kind: Kind = Kind.APP, slot: int = 0, name: str = "App", title: str = ""
) -> RibbonSegment:
    return RibbonSegment(START + round(start * HOUR), START + round(end * HOUR), kind, slot, name, title)


def made(qtbot: QtBot, theme: ThemeHolder, *parts: RibbonSegment, now_ms: int | None = None) -> DayRibbon:
    ribbon = DayRibbon(theme, Wording("Europe/Berlin"))
    qtbot.addWidget(ribbon)
    ribbon.resize(972, HEIGHT)
    ribbon.show_day(RibbonDay(START, END, parts, now_ms))
    return ribbon


def x_at(ribbon: DayRibbon, hour: float) -> float:
    return ribbon.scale().x(START + round(hour * HOUR))


def tile(image: QImage, x: float) -> Counter[str]:
    return Counter(colour_at(image, x + dx, MIDDLE + dy) for dx in range(-8, 8) for dy in range(-8, 8))


@BOTH
def test_apps_have_their_colour_and_holes_none(qtbot: QtBot, palette: Palette) -> None:
    ribbon = made(
        qtbot, dressed(palette), part(8, 9, slot=0, name="a"), part(9, 10, slot=3, name="b"), part(12, 16, slot=5)
    )

    image = picture(ribbon, 972, HEIGHT)

    assert colour_at(image, x_at(ribbon, 8.5), MIDDLE) == palette.categories[0]
    assert colour_at(image, x_at(ribbon, 9.5), MIDDLE) == palette.categories[3]
    assert colour_at(image, x_at(ribbon, 11), MIDDLE + 1) == palette.bg
    assert colour_at(image, x_at(ribbon, 14), MIDDLE) == palette.categories[5]


@BOTH
def test_every_way_of_being_away_looks_different(qtbot: QtBot, palette: Palette) -> None:
    parts = [part(8 + place, 9 + place, kind, name=kind.value) for place, kind in enumerate(AWAY)]
    ribbon = made(qtbot, dressed(palette), *parts)

    image = picture(ribbon, 972, HEIGHT)

    looks: dict[Kind, set[tuple[tuple[str, ...], ...]]] = {}
    for place, kind in enumerate(AWAY):
        x = round(x_at(ribbon, 8.5 + place))
        rows = [tuple(colour_at(image, x + dx, MIDDLE + dy) for dx in range(-8, 8)) for dy in range(-8, 8)]
        assert len(tile(image, x)) > 1, f"{kind} is not hatched"
        turned = {tuple(row[shift:] + row[:shift] for row in rows) for shift in range(8)}
        assert not any(turned & seen for seen in looks.values()), kind
        looks[kind] = turned


def test_it_repaints_in_the_other_theme(qtbot: QtBot) -> None:
    theme = dressed(LIGHT)
    ribbon = made(qtbot, theme, part(8, 16, slot=2))
    before = colour_at(picture(ribbon, 972, HEIGHT), 500, MIDDLE)

    theme.set_palette(DARK)

    assert before == LIGHT.categories[2]
    assert colour_at(picture(ribbon, 972, HEIGHT), 500, MIDDLE) == DARK.categories[2]


def test_now_is_a_line_and_moves(qtbot: QtBot) -> None:
    ribbon = made(qtbot, dressed(LIGHT), part(8, 9), now_ms=START + 11 * HOUR)
    assert colour_at(picture(ribbon, 972, HEIGHT), x_at(ribbon, 11), MIDDLE) == LIGHT.distraction

    ribbon.move_now(START + 13 * HOUR)
    image = picture(ribbon, 972, HEIGHT)

    assert colour_at(image, x_at(ribbon, 13), MIDDLE) == LIGHT.distraction
    assert colour_at(image, x_at(ribbon, 11) + 4, MIDDLE) == LIGHT.bg


def test_a_past_day_has_no_now(qtbot: QtBot) -> None:
    ribbon = made(qtbot, dressed(LIGHT), part(8, 9), now_ms=START + 11 * HOUR)

    ribbon.move_now(END + HOUR)

    assert colour_at(picture(ribbon, 972, HEIGHT), x_at(ribbon, 11), MIDDLE) == LIGHT.bg


def test_arrow_keys_walk_and_say_what_is_there(qtbot: QtBot) -> None:
    ribbon = made(
        qtbot, dressed(LIGHT), part(8, 9, name="One", title="<b>x</b>"), part(9, 9.5, name="Two"), part(12, 13)
    )
    chosen: list[int] = []
    ribbon.selected.connect(chosen.append)

    with speaking("en_GB"):
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Home):
            QTest.keyClick(ribbon, key)
        said = ribbon.accessibleDescription()
        QTest.keyClick(ribbon, Qt.Key.Key_Escape)

    assert chosen == [0, 1, 2, 0, -1]
    assert "08:00 – 09:00" in said
    assert "1 h 00 min" in said
    assert "One" in said
    assert "<b>x</b>" in said
    assert not ribbon.accessibleDescription()


def test_keys_on_an_empty_day_do_nothing(qtbot: QtBot) -> None:
    ribbon = made(qtbot, dressed(LIGHT))

    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(ribbon, key)

    assert ribbon.chosen() is None


def test_enter_asks_for_the_table(qtbot: QtBot) -> None:
    ribbon = made(qtbot, dressed(LIGHT), part(8, 9))

    with qtbot.waitSignal(ribbon.table_wanted, timeout=500):
        QTest.keyClick(ribbon, Qt.Key.Key_Return)


def test_the_pointer_chooses_what_is_under_it(qtbot: QtBot) -> None:
    ribbon = made(qtbot, dressed(LIGHT), part(8, 9, name="One"), part(9, 9.5, name="Two"))

    QTest.mouseClick(ribbon, Qt.MouseButton.LeftButton, pos=QPoint(round(x_at(ribbon, 9.2)), round(MIDDLE)))
    chosen = ribbon.chosen()
    assert chosen is not None
    assert chosen.name == "Two"

    assert ribbon.segment_at(x_at(ribbon, 11)) == -1
    assert ribbon.segment_at(-50) == -1


def test_the_choice_survives_an_update(qtbot: QtBot) -> None:
    ribbon = made(qtbot, dressed(LIGHT), part(8, 9, name="One"), part(9, 9.5, name="Two"))
    ribbon.choose(1)

    ribbon.show_day(RibbonDay(START, END, (part(8, 9, name="One"), part(9, 10, name="Two")), None))

    chosen = ribbon.chosen()
    assert chosen is not None
    assert (chosen.name, chosen.end_ms) == ("Two", START + 10 * HOUR)


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_tooltip_shows_letters_not_markup(qtbot: QtBot) -> None:
    ribbon = made(qtbot, dressed(LIGHT), part(8, 16, name="<img src=file:/etc/hostname>", title="t"))
    ribbon.show()
    place = QPoint(round(x_at(ribbon, 9)), round(MIDDLE))

    QApplication.sendEvent(ribbon, QHelpEvent(QHelpEvent.Type.ToolTip, place, QPoint(200, 200)))
    shown = QToolTip.text()
    QToolTip.hideText()

    assert "&lt;img src=file:/etc/hostname&gt;" in shown


def test_ten_thousand_segments_are_painted_once(qtbot: QtBot) -> None:
    step = 24 / 10_000
    parts = [
        part(place * step, (place + 1) * step, slot=place % 6, name=f"App {place % 60}") for place in range(10_000)
    ]
    ribbon = made(qtbot, dressed(LIGHT), *parts)
    picture(ribbon, 972, HEIGHT)
    kept = ribbon._picture

    ribbon.move_now(START + 12 * HOUR + MINUTE)
    picture(ribbon, 972, HEIGHT)

    assert ribbon._picture is kept
    colours = {colour_at(picture(ribbon, 972, HEIGHT), x, MIDDLE) for x in range(20, 950)}
    assert colours & set(LIGHT.categories)
    assert LIGHT.bg not in colours


def meant(ribbon: DayRibbon) -> None:
    """Plan a report and, later than anything that was done, mail."""
    report = RibbonSegment(START + 9 * HOUR, START + 11 * HOUR, Kind.APP, 0, "Report", colour=LIGHT.focus)
    mail = RibbonSegment(START + 20 * HOUR, START + 21 * HOUR, Kind.APP, 0, "Mail", colour=LIGHT.meeting)
    ribbon.lane_names = "Planned", "Actual"
    ribbon.show_day(RibbonDay(START, END, (part(8, 9, name="a"), part(9, 10, slot=3, name="b")), None, (report, mail)))


def test_what_is_planned_has_a_lane_of_its_own_and_its_hours_are_shown(qtbot: QtBot) -> None:
    ribbon = made(qtbot, dressed(LIGHT), part(8, 9))
    before = ribbon.sizeHint().height()
    meant(ribbon)
    assert ribbon.sizeHint().height() > before
    assert ribbon.scale().end_ms >= START + 21 * HOUR
    image = picture(ribbon, 972, ribbon.sizeHint().height())
    filled, free = (colour_at(image, x_at(ribbon, hour), BAND_TOP + 6) for hour in (10.9, 14.5))
    assert filled != free
    below = BAND_TOP + PLANNED_HEIGHT + 14 + BAND_HEIGHT / 2
    assert colour_at(image, x_at(ribbon, 9.5), below) == LIGHT.categories[3]


def test_the_arrow_up_leads_to_what_is_planned_and_down_back(qtbot: QtBot) -> None:
    ribbon = made(qtbot, dressed(LIGHT), part(8, 9))
    meant(ribbon)
    told: list[int] = []
    ribbon.selected.connect(told.append)
    QTest.keyClick(ribbon, Qt.Key.Key_Home)
    QTest.keyClick(ribbon, Qt.Key.Key_Up)
    chosen = ribbon.chosen()
    assert chosen is not None
    assert chosen.name == "Report"
    QTest.keyClick(ribbon, Qt.Key.Key_Right)
    assert "Mail" in ribbon.accessibleDescription()
    QTest.keyClick(ribbon, Qt.Key.Key_Down)
    assert told == [0, -1, -1, 1]
