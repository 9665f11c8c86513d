"""Letters are read everywhere: on pages as they are drawn, on blocks of any colour, in both themes."""

from __future__ import annotations

from itertools import product

import pytest
from helpers.dressed import dressed
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from desktop_app.theme import DARK, LIGHT, Palette
from desktop_app.theme.category_colours import LEGIBLE, contrast, fitted, ink_on, legible
from desktop_app.widgets.format import Wording
from desktop_app.widgets.week_block_paint import Fonts, Style, paint_block
from desktop_app.widgets.week_values import Guise, WeekBlock

BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
CHOSEN = ("#FFFF00", "#00FFFF", "#FF00FF", "#000000", "#FFFFFF", "#00FF00", "#0000FF", "#FF0000", "#808080")
HOUR_MS = 3_600_000


@pytest.mark.parametrize("fill", [*LIGHT.categories, *DARK.categories, LIGHT.idle, DARK.idle, *CHOSEN])
def test_letters_on_any_fill(fill: str) -> None:
    assert contrast(ink_on(QColor(fill)), QColor(fill)) >= LEGIBLE


@BOTH
def test_an_ink_is_kept_where_it_is_legible_only(palette: Palette) -> None:
    surface, muted = palette.colour("surface"), palette.colour("muted")
    assert legible(muted, surface, palette) == muted
    for colour, token in product((*LIGHT.categories, *CHOSEN), ("muted", "distraction")):
        ground = fitted(colour, palette)
        assert contrast(legible(palette.colour(token), ground, palette), ground) >= LEGIBLE


@BOTH
@pytest.mark.parametrize("guise", list(Guise))
@pytest.mark.parametrize("lifted", [False, True])
def test_what_is_written_on_blocks(qapp: object, palette: Palette, guise: Guise, lifted: bool) -> None:
    dressed(palette)
    style = Style(palette, Wording("UTC"), Fonts.like(QFont()))
    for colour in (*LIGHT.categories, "#FFFF00", "#000000"):
        block = WeekBlock("1", 0, HOUR_MS, "", colour=colour, guise=guise, detail="████████")
        image = QImage(160, 60, QImage.Format.Format_RGB32)
        image.fill(palette.colour("surface"))
        painter = QPainter(image)
        paint_block(painter, block, QRectF(0, 0, 160, 60), style, lifted=lifted)
        painter.end()
        ground = image.pixelColor(140, 50)
        inks = [image.pixelColor(x, y) for x in range(8, 60) for y in range(4, 56)]
        assert max(contrast(ink, ground) for ink in inks) >= LEGIBLE, colour
