"""One block of the week grid as it is drawn: its box, its words, and how it was kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop_app.theme import Palette
from desktop_app.theme.category_colours import fitted, legible
from desktop_app.theme.type_scale import AXIS, SECONDARY, sized
from desktop_app.widgets.format import Wording
from desktop_app.widgets.patterns import mixed
from desktop_app.widgets.plain_text import isolated
from desktop_app.widgets.week_values import Guise, WeekBlock

_RADIUS: Final = 5.0
_STRIPE: Final = 3.0
_PAD: Final = 7.0
_NARROW: Final = 26.0
_BAR: Final = 3.0
_LOW: Final = 13.0  # below it letters are as low as the block
_LEAST: Final = 8
_FILLS: Final = {Guise.OWN: 0.2, Guise.FOREIGN: 0.1, Guise.PROPOSED: 0.07}


@dataclass(frozen=True, slots=True)
class Fonts:
    """The letters of the grid."""

    axis: QFont
    title: QFont
    small: QFont
    strong: QFont

    @classmethod
    def like(cls, font: QFont) -> Fonts:
        """Return them in the family of a font."""
        return cls(sized(font, AXIS), sized(font, SECONDARY, strong=True), sized(font, AXIS), sized(font, SECONDARY))


@dataclass(frozen=True, slots=True)
class Style:
    """How to draw: colours, words of times, letters."""

    palette: Palette
    wording: Wording
    fonts: Fonts


def paint_block(painter: QPainter, block: WeekBlock, rect: QRectF, style: Style, *, lifted: bool = False) -> None:
    """Draw a block; lifted: it is held by the pointer, or being moved by keys."""
    colour, palette = fitted(block.colour, style.palette), style.palette
    ground = mixed(colour, palette.colour("surface"), 0.35 if lifted else _FILLS[block.guise])
    painter.setBrush(ground)
    painter.setPen(_outline(block, colour, palette, lifted=lifted))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    if block.guise is Guise.OWN:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(rect.left() + 1, rect.top() + 2, _STRIPE, rect.height() - 4), 1.5, 1.5)
    _write(painter, block, rect, style, ground)
    if block.bar is not None and block.bar.share is not None and not lifted:
        _paint_bar(painter, block.bar.share, rect, colour, palette)


def _outline(block: WeekBlock, colour: QColor, palette: Palette, *, lifted: bool) -> QPen:
    if block.trouble:
        return QPen(palette.colour("distraction"), 2)
    if block.guise is Guise.PROPOSED:
        return QPen(colour, 1.4, Qt.PenStyle.DashLine)
    if block.guise is Guise.FOREIGN:
        return QPen(mixed(colour, palette.colour("surface"), 0.6), 1, Qt.PenStyle.SolidLine)
    return QPen(colour, 2 if lifted else 1)


def _write(painter: QPainter, block: WeekBlock, rect: QRectF, style: Style, ground: QColor) -> None:
    bar = _BAR + 3 if block.bar is not None and block.bar.share is not None else 0.0
    room = rect.adjusted(_PAD, 1, -3, -bar if rect.height() > _NARROW else 0)
    if room.width() < 8:  # noqa: PLR2004  (not even a letter)
        return
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    title = f"{block.marks} {isolated(block.title)}" if block.marks else isolated(block.title)
    lines = [(title, style.fonts.title, "text")]
    when = style.wording.span(block.start_ms, block.end_ms)
    if QFontMetricsF(style.fonts.small).horizontalAdvance(when) > room.width():
        when = style.wording.time(block.start_ms)
    if block.trouble:
        lines.append((f"⚠ {block.trouble}", style.fonts.small, "distraction"))
    if block.bar is not None:
        wide = QFontMetricsF(style.fonts.small).horizontalAdvance(block.bar.words) > room.width()
        lines.append((block.bar.short if wide and block.bar.short else block.bar.words, style.fonts.small, "text"))
    lines.append((when, style.fonts.small, "muted"))
    if block.detail:
        lines.append((isolated(block.detail), style.fonts.small, "muted"))
    inks = {name: legible(style.palette.colour(name), ground, style.palette) for _, _, name in lines}
    _write_lines(painter, [(text, font, inks[name]) for text, font, name in lines], room)
    painter.restore()


def _write_lines(painter: QPainter, lines: list[tuple[str, QFont, QColor]], room: QRectF) -> None:
    y = room.top() + 1
    for number, (text, letters, ink) in enumerate(lines):
        font = letters if number or room.height() >= _LOW else sized(letters, max(_LEAST, round(room.height())))
        metrics = QFontMetricsF(font)
        high = metrics.height()
        if number and y + high > room.bottom() + 2:
            return
        base = y + metrics.ascent()
        if not number and high > room.height():  # capitals in the middle: what letters have above them is left out
            base = room.center().y() + metrics.capHeight() / 2
        painter.setFont(font)
        painter.setPen(ink)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QPointF(room.left(), base), shown)
        y += high


def _paint_bar(painter: QPainter, share: float, rect: QRectF, colour: QColor, palette: Palette) -> None:
    if rect.height() <= _NARROW:
        return
    track = QRectF(rect.left() + _PAD, rect.bottom() - _BAR - 3, rect.width() - _PAD - 4, _BAR)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mixed(colour, palette.colour("surface"), 0.35))
    painter.drawRoundedRect(track, 1.5, 1.5)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(track.left(), track.top(), track.width() * share, _BAR), 1.5, 1.5)
