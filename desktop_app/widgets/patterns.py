"""How each kind of time is filled: plain colours for apps, a hatching of its own for each way of being away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPixmap, QTransform

from desktop_app.theme import Palette
from desktop_app.theme.category_colours import fitted
from desktop_app.widgets.ribbon_values import Kind

_TILE: Final = 8


def brush(kind: Kind, slot: int, palette: Palette, density: float, colour: str = "") -> QBrush:
    """Return what to fill a stretch of this kind with; density in device pixels per logical pixel.

    colour: "#RRGGBB" for an APP that has one of its own, fitted to the palette's surface.
    """
    if kind is Kind.APP and colour:
        return QBrush(fitted(colour, palette))
    if kind is Kind.APP:
        return QBrush(QColor(palette.categories[slot % len(palette.categories)]))
    if kind is Kind.NO_WINDOW:
        return QBrush(palette.colour("idle"))
    if kind is Kind.ACTIVE:
        return _all_categories(palette)
    return _hatched(kind, palette, density)


def _all_categories(palette: Palette) -> QBrush:
    """Return the category colours side by side, however wide the shape."""
    blend = QLinearGradient(0, 0, 1, 0)
    blend.setCoordinateMode(QLinearGradient.CoordinateMode.ObjectMode)
    colours = palette.categories[:3]
    for place, colour in enumerate(colours):
        blend.setColorAt(place / len(colours), QColor(colour))
        blend.setColorAt((place + 1) / len(colours) - 0.001, QColor(colour))
    return QBrush(blend)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return share of the first colour over the rest of the second."""

    def between(first: float, second: float) -> float:
        return first * share + second * (1 - share)

    return QColor.fromRgbF(
        between(one.redF(), other.redF()),
        between(one.greenF(), other.greenF()),
        between(one.blueF(), other.blueF()),
    )


def _hatched(kind: Kind, palette: Palette, density: float) -> QBrush:
    idle, surface = palette.colour("idle"), palette.colour("surface")
    grounds = {
        Kind.IDLE: (idle, surface),
        Kind.SCREENSAVER: (idle, surface),
        Kind.LOCKED: (palette.colour("muted"), surface),
        Kind.SWITCHED: (mixed(idle, surface, 0.35), idle),
        Kind.SUSPENDED: (surface, idle),
        Kind.PAUSED: (surface, idle),
        Kind.WITHHELD: (palette.colour("text"), surface),
        Kind.OFF: (palette.colour("bg"), palette.colour("line")),
    }
    ground, ink = grounds[kind]
    side = round(_TILE * density)
    tile = QPixmap(side, side)
    tile.fill(ground)
    painter = QPainter(tile)
    painter.scale(side / _TILE, side / _TILE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.2))
    _DRAWN[kind](painter)
    painter.end()
    filled = QBrush(tile)
    filled.setTransform(QTransform.fromScale(_TILE / side, _TILE / side))
    return filled


def _rising(painter: QPainter) -> None:
    for shift in (-_TILE, 0, _TILE):
        painter.drawLine(QPointF(shift, _TILE), QPointF(shift + _TILE, 0))


def _falling(painter: QPainter) -> None:
    for shift in (-_TILE, 0, _TILE):
        painter.drawLine(QPointF(shift, 0), QPointF(shift + _TILE, _TILE))


def _crossed(painter: QPainter) -> None:
    _rising(painter)
    _falling(painter)


def _level(painter: QPainter) -> None:
    for y in (2.0, 6.0):
        painter.drawLine(QPointF(0, y), QPointF(_TILE, y))


def _upright(painter: QPainter) -> None:
    for x in (2.0, 6.0):
        painter.drawLine(QPointF(x, 0), QPointF(x, _TILE))


def _dotted(painter: QPainter) -> None:
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    for x, y in ((2.0, 2.0), (6.0, 6.0)):
        painter.drawEllipse(QRectF(x - 1, y - 1, 2, 2))


def _blank(painter: QPainter) -> None:
    del painter


_DRAWN: Final[dict[Kind, Callable[[QPainter], None]]] = {
    Kind.IDLE: _rising,
    Kind.SCREENSAVER: _level,
    Kind.LOCKED: _crossed,
    Kind.SWITCHED: _upright,
    Kind.SUSPENDED: _falling,
    Kind.PAUSED: _dotted,
    Kind.WITHHELD: _dotted,
    Kind.OFF: _blank,
}
