"""Sizes of text in logical pixels, the families it is set in, and the room Chinese needs."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

TITLE: Final = 24
FIGURE: Final = 22
HEADING: Final = 14
BODY: Final = 13
SECONDARY: Final = 12
AXIS: Final = 11

_GENERIC: Final = frozenset({"sans serif", "sans", "sans-serif", "system-ui", "dejavu sans", "ms shell dlg 2"})
_PLAIN_LATIN: Final = ("Inter", "Noto Sans", "Cantarell", "Ubuntu")
_NARROW: Final = QFont.Tag("pwid")  # OpenType's proportional widths; faces without it do not mind
_CHINESE: Final = ("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC")


def families() -> list[str]:
    """Return the families to set text in: the system's own first, then those that can write Chinese.

    Where the system names no font of its own, a clear one that is installed stands in for it.
    """
    own = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).family()
    installed = set(QFontDatabase.families())
    chinese = [family for family in _CHINESE if family in installed]
    if own.casefold() not in _GENERIC:
        return [own, *chinese]
    latin = [family for family in _PLAIN_LATIN if family in installed]
    return [*latin, *chinese, own]


def fit_writing(font: QFont, locale: QLocale) -> None:
    """Set a font as the locale's writing wants it.

    The curly quotes of a Chinese face are as wide as its letters: right among Chinese letters, a hole among Latin ones.
    """
    if locale.language() == QLocale.Language.Chinese:
        font.unsetFeature(_NARROW)
    else:
        font.setFeature(_NARROW, 1)


def sized(font: QFont, pixels: int, *, strong: bool = False) -> QFont:
    """Return the font in another size, semi-bold where strong."""
    other = QFont(font)
    other.setPixelSize(pixels)
    other.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return other


def line_factor(locale: QLocale) -> float:
    """Return how far lines stand apart, as a multiple of the font's own: Chinese is given a tenth more."""
    return 1.1 if locale.language() == QLocale.Language.Chinese else 1.0
