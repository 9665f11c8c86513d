from __future__ import annotations

import pytest
from helpers.dressed import colour_at, dressed
from helpers.sample_summary import HOUR, bounds_of
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop_app.theme import DARK, LIGHT, Palette
from desktop_app.widgets import timeline_tiles
from desktop_app.widgets.ribbon_values import Kind, RibbonSegment
from desktop_app.widgets.timeline_tiles import Tiles
from desktop_app.widgets.timeline_values import Lane
from desktop_app.widgets.timeline_view import View

START = bounds_of().start_ms


def part(start: float, end: float, slot: int = 0, name: str = "App", colour: str = "") -> RibbonSegment:
    return RibbonSegment(
        START + round(start * HOUR), START + round(end * HOUR), Kind.APP, slot, name, "", colour
    )  # fmt: skip


def lanes(*parts: RibbonSegment) -> tuple[Lane, ...]:
    return (Lane("apps", "Apps", parts), Lane("more", "More", parts))


def drawn(tiles: Tiles, view: View, palette: Palette = LIGHT) -> tuple[QImage, bool]:
    image = QImage(view.width, 100, QImage.Format.Format_ARGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    whole = tiles.paint(painter, view, palette, 1.0)
    painter.end()
    return image, whole


def made(*parts: RibbonSegment) -> Tiles:
    tiles = Tiles()
    tiles.show_lanes(lanes(*parts))
    return tiles


@pytest.mark.parametrize("shift", [0, 1, 17, 255, 256, 999])
def test_every_stretch_lies_where_the_axis_says(qapp: QApplication, shift: int) -> None:
    dressed(LIGHT)
    tiles = made(part(8, 9, 0, "a"), part(9, 9.5, 3, "b"), part(12, 16, 5, "c"))
    view = View(START + 8 * HOUR, 8 * HOUR, 1_200).panned(shift)
    image, whole = drawn(tiles, view)

    assert whole
    for hour, colour in (
        (8.5, LIGHT.categories[0]),
        (9.25, LIGHT.categories[3]),
        (14, LIGHT.categories[5]),
        (11, LIGHT.bg),
    ):
        x = view.x(START + hour * HOUR)
        if 0 <= x < view.width:
            assert colour_at(image, x, 20) == colour
    edge = view.x(START + 12 * HOUR)
    if edge > 2:
        assert colour_at(image, edge + 2, 20) == LIGHT.categories[5]
        assert colour_at(image, edge - 2, 20) == LIGHT.bg


def test_a_category_s_own_colour_is_fitted_to_the_theme(qapp: QApplication) -> None:
    tiles = made(part(8, 12, 0, "own", "#5E7A3A"), part(12, 16, 0, "ours", LIGHT.categories[2]))
    view = View(START + 8 * HOUR, 8 * HOUR, 800)

    assert colour_at(drawn(tiles, view)[0], 200, 20) == "#5E7A3A"
    dark = drawn(tiles, view, DARK)[0]
    assert colour_at(dark, 600, 20) == DARK.categories[2]


def test_panning_paints_only_what_comes_into_sight(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    tiles = made(*(part(place / 100, (place + 1) / 100, place % 6, f"App {place % 7}") for place in range(2_400)))
    view = View(START, 24 * HOUR, 1_024)
    painted: list[int] = []
    real = timeline_tiles.Tiles._paint_one

    def counted(self: Tiles, place: int, palette: Palette) -> timeline_tiles.Tile:
        painted.append(place)
        return real(self, place, palette)

    monkeypatch.setattr(Tiles, "_paint_one", counted)
    drawn(tiles, view)
    first = len(painted)
    for _ in range(16):
        view = view.panned(16)
        drawn(tiles, view)
    assert 4 <= first <= 5
    assert len(painted) - first <= 2  # 256 pixels are one tile, and a part of the next
    drawn(tiles, view)
    assert len(painted) - first <= 2


def test_zooming_always_shows_something_and_gets_sharp(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_tiles, "_BUDGET_MS", 0.0)  # a machine on which every tile takes too long
    tiles = made(part(0, 24, 2))
    view = View(START, 24 * HOUR, 1_024)
    drawn(tiles, view)
    view = view.zoomed(0.8, 512)

    image, whole = drawn(tiles, view)
    assert not whole
    assert {colour_at(image, x, 20) for x in range(0, 1_024, 8)} == {LIGHT.categories[2]}
    for _ in range(6):
        image, whole = drawn(tiles, view)
    assert whole


def test_other_lanes_are_painted_anew(qapp: QApplication) -> None:
    tiles = made(part(0, 24, 2))
    view = View(START, 24 * HOUR, 512)
    drawn(tiles, view)
    tiles.show_lanes(lanes(part(0, 24, 4)))
    while not drawn(tiles, view)[1]:
        pass
    image, _ = drawn(tiles, view)
    assert colour_at(image, 100, 20) == LIGHT.categories[4]


def test_a_stretch_over_the_edge_of_a_tile_is_one_room_for_its_name(qapp: QApplication) -> None:
    tiles = made(part(0, 20, 2, "Writer"), part(20, 20.1, 1, "x"))
    view = View(START + HOUR, 23 * HOUR, 1_000)
    drawn(tiles, view)
    (room,), _ = tiles.rooms(view)
    assert room.segment.name == "Writer"
    assert room.right == pytest.approx(view.x(START + 20 * HOUR), abs=1)


def test_ten_thousand_are_there_column_by_column(qapp: QApplication) -> None:
    step = 24 / 10_000
    tiles = made(*(part(n * step, (n + 1) * step, n % 6, f"App {n % 60}") for n in range(10_000)))
    image, _ = drawn(tiles, View(START, 24 * HOUR, 900))
    colours = {colour_at(image, x, 20) for x in range(900)}
    assert colours <= set(LIGHT.categories)
    assert len(colours) > 3
