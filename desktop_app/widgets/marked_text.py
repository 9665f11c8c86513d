"""A few lines of foreign text with ranges highlighted; letters only, never markup."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from desktop_app.widgets.plain_text import UNSHOWN

LONGEST: Final = 600
Marks = Sequence[tuple[int, int]]


def tidy(text: str, marks: Marks, longest: int = LONGEST) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text on one line, cut and without marks that turn the writing, and the ranges where they are now.

    Ranges outside what is left are dropped; what is longer than longest is never looked at.
    """
    kept: list[str] = []
    places: list[int] = []
    for letter in text[:longest]:
        places.append(len(kept))
        if letter.isspace():
            if kept and kept[-1] != " ":
                kept.append(" ")
        elif ord(letter) not in UNSHOWN:
            kept.append(letter)
    places.append(len(kept))
    moved = ((places[start], places[min(end, len(places) - 1)]) for start, end in marks if 0 <= start < len(places) - 1)
    line = "".join(kept).rstrip()
    cut = line + "…" if len(text) > longest else line
    return cut, tuple((start, min(end, len(line))) for start, end in moved if start < min(end, len(line)))


def lay_out(text: str, font: QFont, width: float, lines: int, step: float) -> QTextLayout:
    """Return at most so many lines of the text, each step pixels below the one before; the last ends in … if cut."""
    shown = text
    layout = _lines(shown, font, width, lines, step)
    last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
    if last is not None and last.textStart() + last.textLength() < len(shown):
        start = last.textStart()
        rest = QFontMetricsF(font).elidedText(shown[start : start + LONGEST], Qt.TextElideMode.ElideRight, width - 2)
        layout = _lines(shown[:start] + rest, font, width, lines, step)
    return layout


def _lines(text: str, font: QFont, width: float, lines: int, step: float) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * step))
    layout.endLayout()
    return layout


def highlights(layout: QTextLayout, marks: Marks, back: QColor, ink: QColor) -> list[QTextLayout.FormatRange]:
    """Return how the ranges are painted, as far as they are in the layout."""
    form = QTextCharFormat()
    form.setBackground(back)
    form.setForeground(ink)
    found = []
    for start, end in marks:
        if start < len(layout.text()):
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = start, min(end, len(layout.text())) - start, form
            found.append(one)
    return found
