"""The timeline's lanes as pictures side by side: each painted once, kept while the zoom and the lanes stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from time import perf_counter
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPixmap

from desktop_app.theme import Palette
from desktop_app.widgets.patterns import brush, mixed
from desktop_app.widgets.ribbon_columns import Run, runs
from desktop_app.widgets.ribbon_values import Kind, RibbonSegment
from desktop_app.widgets.timeline_values import Lane
from desktop_app.widgets.timeline_view import View

SIDE: Final = 256  # logical pixels; a multiple of the hatching's
LANE_GAP: Final = 14
_PARTED_FROM: Final = 3
_LETTERS_FROM: Final = 30
_MOST_KEPT: Final = 48
_MOST_STALE: Final = 16
_BUDGET_MS: Final = 4.0  # while stale pictures can stand in, a frame paints no longer than this


@dataclass(frozen=True, slots=True)
class Room:
    """A run wide enough for letters: its pixels from the left edge of time, and what it shows."""

    left: float
    right: float
    segment: RibbonSegment


@dataclass(frozen=True, slots=True)
class Tile:
    """A picture of [start_ms, end_ms); rooms lane by lane."""

    start_ms: float
    end_ms: float
    picture: QPixmap
    rooms: tuple[tuple[Room, ...], ...]


def lanes_height(lanes: Sequence[Lane]) -> int:
    """Return how high the lanes are, with the gaps between them."""
    return sum(lane.height for lane in lanes) + LANE_GAP * max(0, len(lanes) - 1)


def lane_tops(lanes: Sequence[Lane]) -> list[int]:
    """Return where each lane begins, the first at 0."""
    tops, top = [], 0
    for lane in lanes:
        tops.append(top)
        top += lane.height + LANE_GAP
    return tops


def fill_of(segment: RibbonSegment, palette: Palette, density: float) -> QBrush:
    """Return what a segment is filled with; time at the machine is one calm colour here."""
    if segment.kind is Kind.ACTIVE:
        return QBrush(mixed(palette.colour("accent"), palette.colour("surface"), 0.4))
    return brush(segment.kind, segment.slot, palette, density, segment.colour)


class Tiles:
    """Pictures of the lanes; those of the last zoom stand in, stretched, while sharp ones are being painted."""

    def __init__(self) -> None:
        self._lanes: tuple[Lane, ...] = ()
        self._palette: Palette | None = None
        self._scale = (0.0, 0.0)  # milliseconds per logical pixel, density
        self._sharp: dict[int, Tile] = {}
        self._stale: list[Tile] = []

    def show_lanes(self, lanes: tuple[Lane, ...]) -> None:
        """Show other lanes."""
        if [lane.height for lane in lanes] != [lane.height for lane in self._lanes]:
            self.forget()
        self._lanes = lanes
        self._retire()

    def forget(self) -> None:
        """Throw every picture away."""
        self._sharp, self._stale = {}, []

    def paint(self, painter: QPainter, view: View, palette: Palette, density: float) -> bool:
        """Draw what the view shows, x 0 being its left edge; returns False where something is not sharp yet."""
        if palette is not self._palette:
            self.forget()
            self._palette = palette
        if self._scale != (view.ms_per_px, density):
            self._retire()
            self._scale = view.ms_per_px, density
        height = lanes_height(self._lanes)
        places = self._places(view)
        missing = [place for place in places if place not in self._sharp]
        if missing and self._stale:
            for old in self._stale:
                self._draw_stretched(painter, old, view, height)
        self._paint_missing(missing, palette)
        for place in places:
            if (tile := self._sharp.get(place)) is not None:
                painter.drawPixmap(_offset(view, place), 0, tile.picture)
        whole = all(place in self._sharp for place in places)
        if whole:
            self._stale = []
        return whole

    def rooms(self, view: View) -> list[list[Room]]:
        """Return lane by lane where letters fit, in pixels of the view; a run over the edge of a tile is one."""
        found: list[list[Room]] = [[] for _ in self._lanes]
        for place in self._places(view):
            tile = self._sharp.get(place)
            for lane, rooms in enumerate(tile.rooms if tile is not None else ()):
                for room in rooms:
                    _append(found[lane], _shifted(room, _offset(view, place)))
        return [[room for room in rooms if room.right - room.left >= _LETTERS_FROM] for rooms in found]

    def _places(self, view: View) -> range:
        first = floor(view.start_ms / view.ms_per_px / SIDE)
        return range(first, floor((view.start_ms / view.ms_per_px + view.width - 1) / SIDE) + 1)

    def _paint_missing(self, missing: Sequence[int], palette: Palette) -> None:
        began = perf_counter()
        for place in missing:
            self._sharp[place] = self._paint_one(place, palette)
            if self._stale and (perf_counter() - began) * 1_000 > _BUDGET_MS:
                break
        while len(self._sharp) > _MOST_KEPT:
            self._sharp.pop(next(iter(self._sharp)))

    def _paint_one(self, place: int, palette: Palette) -> Tile:
        per_px, density = self._scale
        start, end = place * SIDE * per_px, (place + 1) * SIDE * per_px
        picture = QPixmap(round(SIDE * density), max(1, round(lanes_height(self._lanes) * density)))
        picture.setDevicePixelRatio(density)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        rooms = []
        for lane, top in zip(self._lanes, lane_tops(self._lanes), strict=True):
            painter.fillRect(QRectF(0, top, SIDE, lane.height), palette.colour("bg"))
            found = runs(lane.within(start, end), round(start), round(end), round(SIDE * density))
            _paint_runs(painter, found, QRectF(0, top, SIDE, lane.height), palette, density)
            rooms.append(tuple(_rooms(found, density)))
        painter.end()
        return Tile(start, end, picture, tuple(rooms))

    def _retire(self) -> None:
        self._stale = [*self._stale, *self._sharp.values()][-_MOST_STALE:]
        self._sharp = {}

    @staticmethod
    def _draw_stretched(painter: QPainter, tile: Tile, view: View, height: int) -> None:
        left, right = view.x(tile.start_ms), view.x(tile.end_ms)
        if right > 0 and left < view.width:
            painter.drawPixmap(QRectF(left, 0, right - left, height), tile.picture, QRectF(tile.picture.rect()))


def _offset(view: View, place: int) -> int:
    return place * SIDE - round(view.start_ms / view.ms_per_px)


def _paint_runs(painter: QPainter, found: Sequence[Run], band: QRectF, palette: Palette, density: float) -> None:
    fills: dict[tuple[Kind, int, str], QBrush] = {}
    gap = palette.colour("surface")
    before: Run | None = None
    for run in found:
        key = run.segment.kind, run.segment.slot, run.segment.colour
        if key not in fills:
            fills[key] = fill_of(run.segment, palette, density)
        x, width = run.first / density, (run.last - run.first) / density
        painter.fillRect(QRectF(x, band.top(), width, band.height()), fills[key])
        if before is not None and before.last == run.first and min(_columns(before), _columns(run)) >= _PARTED_FROM:
            painter.fillRect(QRectF(x, band.top(), 1, band.height()), gap)
        before = run


def _columns(run: Run) -> int:
    return run.last - run.first


def _rooms(found: Sequence[Run], density: float) -> list[Room]:
    """Return the runs that letters fit into, alone or with what lies beyond the edge of the tile."""
    last = round(SIDE * density)
    return [
        Room(run.first / density, run.last / density, run.segment)
        for run in found
        if _columns(run) >= _LETTERS_FROM * density or run.first == 0 or run.last == last
    ]


def _shifted(room: Room, by: float) -> Room:
    return Room(room.left + by, room.right + by, room.segment)


def _append(rooms: list[Room], room: Room) -> None:
    """Add a room, or lengthen the last one where they are one run."""
    last = rooms[-1] if rooms else None
    if last is not None and last.right == room.left and _alike(last.segment, room.segment):
        rooms[-1] = Room(last.left, room.right, last.segment)
    else:
        rooms.append(room)


def _alike(one: RibbonSegment, other: RibbonSegment) -> bool:
    return one.kind is other.kind and one.name == other.name
