"""Sheets of A4 on which text and shapes are put from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from engine.reports.pdf_fonts import Fonts

MARGIN = 42.0
WIDE, HIGH = A4
TEXT, MUTED, LINE = "#1B1F24", "#59636E", "#DFE3E8"
_FOOT = 24.0


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column of a table stands: its left edge, or its right edge where right is set, and its width."""

    x: float
    width: float
    right: bool = False


class Paper:
    """A document being written; y is how far down the next thing goes, in points from the bottom."""

    def __init__(self, file: BinaryIO, title: str) -> None:
        self._canvas = Canvas(file, pagesize=A4)
        self._canvas.setTitle(title)
        self._canvas.setCreator("Kairos")
        self._fonts = Fonts()
        self._title = title
        self._page = 1
        self.y = HIGH - MARGIN

    def room(self, needed: float) -> bool:
        """Go to the next page where so much does not fit any more; True says that it did."""
        if self.y - needed >= MARGIN:
            return False
        self._end_page()
        self._canvas.showPage()
        self._page += 1
        self.y = HIGH - MARGIN
        return True

    def heading(self, text: str, size: float = 13) -> None:
        """Write a heading, with room for some of what it heads."""
        self.room(size * 6)
        self.y -= size * 1.6
        self.text(text, Column(MARGIN, WIDE - 2 * MARGIN), size=size, bold=True)
        self.y -= size * 0.6

    def text(self, text: str, column: Column, *, size: float = 9, colour: str = TEXT, bold: bool = False) -> None:
        """Write one line at y, cut to the column."""
        shown = self._fitted(text, column.width, size, bold=bold)
        x = column.x - self._fonts.width(shown, size, bold=bold) if column.right else column.x
        self._canvas.setFillColor(HexColor(colour))
        for font, piece in self._fonts.runs(shown, bold=bold):
            self._canvas.setFont(font, size)
            self._canvas.drawString(x, self.y, piece)
            x += self._canvas.stringWidth(piece, font, size)

    def line(self, cells: Sequence[str], columns: Sequence[Column], *, colour: str = TEXT, bold: bool = False) -> None:
        """Write one line of a table and rule it off."""
        self.y -= 13
        for cell, column in zip(cells, columns, strict=True):
            self.text(cell, column, colour=colour, bold=bold)
        self._canvas.setStrokeColor(HexColor(LINE))
        self._canvas.setLineWidth(0.5)
        self._canvas.line(MARGIN, self.y - 3.5, WIDE - MARGIN, self.y - 3.5)

    def box(self, x: float, y: float, size: tuple[float, float], colour: str, strength: float = 1.0) -> None:
        """Fill a rectangle; strength 0 to 1."""
        self._canvas.setFillColor(HexColor(colour), alpha=strength)
        self._canvas.rect(x, y, *size, stroke=0, fill=1)
        self._canvas.setFillColor(HexColor(colour), alpha=1)

    def finish(self) -> None:
        """Write the last page's foot and the file."""
        self._end_page()
        self._canvas.save()

    def _end_page(self) -> None:
        self.y = _FOOT
        self.text(self._title, Column(MARGIN, 400), size=8, colour=MUTED)
        self.text(str(self._page), Column(WIDE - MARGIN, 60, right=True), size=8, colour=MUTED)

    def _fitted(self, text: str, width: float, size: float, *, bold: bool) -> str:
        if self._fonts.width(text, size, bold=bold) <= width:
            return text
        low, high = 0, len(text)
        while high - low > 1:
            middle = (low + high) // 2
            fits = self._fonts.width(text[:middle] + "…", size, bold=bold) <= width
            low, high = (middle, high) if fits else (low, middle)
        return text[:low] + "…"
