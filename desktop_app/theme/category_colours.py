"""Colours that people chose for their categories, made readable in either theme."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtGui import QColor

from desktop_app.theme.palette import LIGHT, Palette

READABLE: Final = 3.0
LEGIBLE: Final = 4.5  # of letters
_STEP: Final = 108
_MOST_STEPS: Final = 40
_INKS: Final = (QColor("#FFFFFF"), QColor("#000000"))  # on any fill one of them is legible


def fitted(colour: str, palette: Palette) -> QColor:
    """Return a "#RRGGBB" as it is shown: the design's own in the palette's version, others at a contrast of 3 or more.

    What is no colour is shown as idle time is.
    """
    ours = dict(zip((*LIGHT.categories, LIGHT.idle), (*palette.categories, palette.idle), strict=True))
    shown = QColor(ours.get(colour.upper(), colour))
    if not shown.isValid():
        return palette.colour("idle")
    ground = palette.colour("surface")
    for _ in range(_MOST_STEPS):
        if contrast(shown, ground) >= READABLE:
            break
        shown = _lighter(shown) if palette.dark else shown.darker(_STEP)
    return shown


def ink_on(fill: QColor) -> QColor:
    """Return the colour of letters on a fill: white or black, whichever is read better."""
    return max(_INKS, key=lambda ink: contrast(ink, fill))


def legible(ink: QColor, ground: QColor, palette: Palette) -> QColor:
    """Return the ink where its letters are legible on the ground, else that of text, else white or black."""
    inks = (ink, palette.colour("text"))
    return next((one for one in inks if _is_legible(one.rgb(), ground.rgb())), ink_on(ground))


@lru_cache(maxsize=1_024)
def _is_legible(ink: int, ground: int) -> bool:
    return contrast(QColor(ink), QColor(ground)) >= LEGIBLE


def contrast(one: QColor, other: QColor) -> float:
    """Return how far apart two colours are in brightness, 1 to 21 (WCAG 2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  (sRGB's own numbers)


def _lighter(colour: QColor) -> QColor:
    """Return the colour a little nearer to white; QColor.lighter leaves black black."""
    return QColor.fromRgbF(*(part + (1 - part) * 0.06 for part in (colour.redF(), colour.greenF(), colour.blueF())))
