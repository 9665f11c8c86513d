from __future__ import annotations

import re
from dataclasses import asdict
from itertools import combinations

import pytest

from desktop_app.theme import DARK, LIGHT, Palette

BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
# Machado, Oliveira and Fernandes 2009, full severity, on linear light.
BLINDNESS = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> tuple[float, float, float]:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def seen_by(colour: tuple[float, float, float], rows: tuple[tuple[float, float, float], ...]) -> list[float]:
    mixed = [sum(weight * part for weight, part in zip(row, colour, strict=True)) for row in rows]
    return [min(1.0, max(0.0, part)) ** (1 / 2.4) for part in mixed]


@BOTH
def test_every_token_is_a_colour(palette: Palette) -> None:
    tokens = {name: value for name, value in asdict(palette).items() if name not in {"name", "dark"}}

    assert all(re.fullmatch(r"#[0-9A-F]{6}", value) for value in tokens.values()), tokens
    assert palette.colour("accent").name().upper() == palette.accent


@BOTH
@pytest.mark.parametrize("ground", ["bg", "surface", "side", "selected", "hover"])
def test_text_can_be_read_on_every_ground(palette: Palette, ground: str) -> None:
    assert contrast(palette.text, getattr(palette, ground)) >= 4.5
    assert contrast(palette.muted, getattr(palette, ground)) >= 4.5


@BOTH
def test_accent_carries_text_and_is_text(palette: Palette) -> None:
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    assert contrast(palette.on_accent, palette.accent_hover) >= 4.5
    assert contrast(palette.accent, palette.surface) >= 4.5
    assert contrast(palette.accent, palette.selected) >= 4.5


@BOTH
def test_categories_stand_out_from_the_cards(palette: Palette) -> None:
    least = 5.3 if palette.dark else 3.1

    for colour in (*palette.categories, palette.idle):
        wanted = min(least, 5.0) if colour == palette.idle else least  # idle is hatched besides
        assert round(contrast(colour, palette.surface), 1) >= wanted, colour


@BOTH
@pytest.mark.parametrize("kind", BLINDNESS)
def test_categories_keep_apart_for_the_colour_blind(palette: Palette, kind: str) -> None:
    for one, other in combinations(palette.categories, 2):
        first, second = (seen_by(linear(colour), BLINDNESS[kind]) for colour in (one, other))
        distance = sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5
        assert distance > 0.05, (one, other)
