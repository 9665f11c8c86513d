"""Which font a PDF shows a character in.

Latin text is set in Helvetica, which every reader has. For the rest a TrueType font of the system is taken, and what
is needed of it put into the file: the first of SYSTEM_FONTS that is there and has the character. Where none has it,
Chinese, Japanese, Greek, Cyrillic and Korean name one of Adobe's standard fonts, whose drawing is left to the program
that shows the file (fonts with PostScript outlines, such as Noto Sans CJK, cannot be put in). What no font has becomes
a question mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

LATIN, LATIN_BOLD = "Helvetica", "Helvetica-Bold"
SYSTEM_FONTS = (
    "C:/Windows/Fonts/msyh.ttc",
    "C:/Windows/Fonts/simsun.ttc",
    "C:/Windows/Fonts/malgun.ttf",
    "C:/Windows/Fonts/segoeui.ttf",
    "/System/Library/Fonts/STHeiti Light.ttc",
    "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
    "/Library/Fonts/Arial Unicode.ttf",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "/usr/share/fonts/wenquanyi/wqy-microhei/wqy-microhei.ttc",
    "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
    "/usr/share/fonts/google-droid-sans-fonts/DroidSansFallbackFull.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf",
    "/usr/share/fonts/TTF/DejaVuSans.ttf",
)
# By the codec that holds what the font has.
_STANDARD = (("gb2312", "STSong-Light"), ("gbk", "STSong-Light"), ("euc_kr", "HYSMyeongJo-Medium"))
_UNKNOWN = "?"
_SPELT = str.maketrans({"\u2212": "-", "\u202f": " "})


class Fonts:
    """The fonts of one file."""

    def __init__(self, system_fonts: tuple[str, ...] = SYSTEM_FONTS) -> None:
        self._waiting = [Path(path) for path in system_fonts]
        self._loaded: list[Any] = []
        self._known: dict[str, str | None] = {}

    def runs(self, text: str, *, bold: bool = False) -> Iterator[tuple[str, str]]:
        """Yield the text in pieces, each with the name of its font."""
        for font, characters in groupby(text.translate(_SPELT), self._font):
            piece = "".join(characters)
            if font is None or font == LATIN:
                yield LATIN_BOLD if bold else LATIN, piece if font else _UNKNOWN * len(piece)
            else:
                yield font, piece

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return how wide the text is at that size, in points."""
        return float(sum(pdfmetrics.stringWidth(piece, font, size) for font, piece in self.runs(text, bold=bold)))

    def _font(self, character: str) -> str | None:
        if character not in self._known:
            self._known[character] = LATIN if _holds("cp1252", character) else self._other(character)
        return self._known[character]

    def _other(self, character: str) -> str | None:
        for font in self._system():
            if ord(character) in font.face.charToGlyph:
                return str(font.fontName)
        name = next((name for codec, name in _STANDARD if _holds(codec, character)), None)
        if name is not None and name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(UnicodeCIDFont(name))
        return name

    def _system(self) -> Iterator[Any]:
        """Yield the system's fonts, loading the next one only when those before it were not enough."""
        yield from self._loaded
        while self._waiting:
            font = _loaded(self._waiting.pop(0))
            if font is not None:
                self._loaded.append(font)
                yield font


def _loaded(path: Path) -> Any:
    if not path.exists():
        return None
    try:
        font = TTFont(f"Kairos {path.stem}", str(path))
    except (TTFError, OSError):
        return None
    pdfmetrics.registerFont(font)
    return font


def _holds(codec: str, character: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
