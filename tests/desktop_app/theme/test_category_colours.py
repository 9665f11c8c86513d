from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from desktop_app.theme import DARK, LIGHT, Palette
from desktop_app.theme.category_colours import READABLE, contrast, fitted, ink_on


def test_the_design_s_own_colours_follow_the_theme() -> None:
    for light, dark in zip(LIGHT.categories, DARK.categories, strict=True):
        assert fitted(light, LIGHT) == QColor(light)
        assert fitted(light.lower(), DARK) == QColor(dark)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
@given(number=st.integers(0, 0xFFFFFF))
def test_every_colour_stands_out_from_the_ground(palette: Palette, number: int) -> None:
    shown = fitted(f"#{number:06x}", palette)
    assert contrast(shown, palette.colour("surface")) >= READABLE
    assert contrast(ink_on(shown), shown) >= READABLE


def test_what_is_no_colour_is_shown_all_the_same() -> None:
    assert fitted("no colour", LIGHT) == LIGHT.colour("idle")


def test_contrast_is_that_of_the_web_s_guidelines() -> None:
    assert contrast(QColor("white"), QColor("black")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)
