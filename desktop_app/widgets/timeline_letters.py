"""Names on the timeline's stretches, where there is room for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desktop_app.theme import Palette
from desktop_app.theme.category_colours import ink_on
from desktop_app.theme.type_scale import AXIS, sized
from desktop_app.widgets.plain_text import foreign, isolated
from desktop_app.widgets.ribbon_values import Kind, RibbonSegment
from desktop_app.widgets.timeline_tiles import Room, fill_of

_INSET: Final = 6
_PLATE: Final = 3
_PLAIN: Final = frozenset({Kind.APP, Kind.ACTIVE, Kind.NO_WINDOW})
_LONGEST: Final = 60
_LEAST: Final = 4  # letters; fewer tell nothing


class Letters:
    """Writes names into rooms; remembers how each was cut to its width."""

    def __init__(self, font: QFont) -> None:
        self._font = sized(font, AXIS)
        self._metrics = QFontMetricsF(self._font)
        self._cut: dict[tuple[str, int], str] = {}
        self._inks: dict[tuple[str, Kind, int, str], QColor] = {}

    def paint(self, painter: QPainter, rooms: Sequence[Room], band: QRectF, palette: Palette) -> None:
        """Write into the rooms of one lane; names stay in sight where their stretch begins left of the band."""
        painter.setFont(self._font)
        for room in rooms:
            left, right = max(band.left(), room.left), min(band.right(), room.right)
            text = self._fitting(room.segment.name, int(right - left) - 2 * _INSET)
            if not text:
                continue
            place = QRectF(left + _INSET, band.top(), right - left - 2 * _INSET, band.height())
            if room.segment.kind not in _PLAIN:
                self._paint_plate(painter, place, text, palette)
            painter.setPen(self._ink(room.segment, palette))
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, isolated(text))

    def _fitting(self, name: str, room: int) -> str:
        if room <= 0:
            return ""
        if (name, room) not in self._cut:
            if len(self._cut) > 4_000:  # noqa: PLR2004  (a long session of zooming)
                self._cut.clear()
            text = self._metrics.elidedText(foreign(name, _LONGEST), Qt.TextElideMode.ElideRight, room)
            self._cut[name, room] = text if len(text) >= _LEAST or text == name else ""
        return self._cut[name, room]

    def _paint_plate(self, painter: QPainter, place: QRectF, text: str, palette: Palette) -> None:
        """Lay a plain ground under letters that stand on a hatching."""
        height = self._metrics.height() + 2
        plate = QRectF(
            place.left() - _PLATE,
            place.center().y() - height / 2,
            self._metrics.horizontalAdvance(text) + 2 * _PLATE,
            height,
        )
        painter.fillRect(plate, palette.colour("surface"))

    def _ink(self, segment: RibbonSegment, palette: Palette) -> QColor:
        if segment.kind not in _PLAIN:
            return palette.colour("text")
        key = palette.name, segment.kind, segment.slot, segment.colour
        if key not in self._inks:
            self._inks[key] = ink_on(fill_of(segment, palette, 1.0).color())
        return self._inks[key]
