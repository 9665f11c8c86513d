"""The timeline's picture: lanes under one axis, the chosen time over them, and the line that is now."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.theme import ThemeHolder
from desktop_app.theme.type_scale import AXIS, SECONDARY, sized
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign, isolated
from desktop_app.widgets.ribbon_told import longest
from desktop_app.widgets.timeline_axis import HEIGHT as AXIS_HEIGHT
from desktop_app.widgets.timeline_axis import AxisPainter
from desktop_app.widgets.timeline_letters import Letters
from desktop_app.widgets.timeline_tiles import LANE_GAP, Tiles, lane_tops, lanes_height
from desktop_app.widgets.timeline_values import TALL, Lane
from desktop_app.widgets.timeline_view import DAY, View
from desktop_app.widgets.told_as import tell_as

TOP: Final = AXIS_HEIGHT + 8
_BELOW: Final = 10
_GUTTER: Final = 104
_NARROW_GUTTER: Final = 76
_RIGHT: Final = 6  # for half of the now-line's head
_NARROW: Final = 620
_NOW: Final = "distraction"

Span = tuple[int, int]


class TimelineCanvas(QWidget):
    """Draws lanes of a view; holds the time chosen and the lane walked in.

    Emits view_changed() and selected(), which is also sent when the choice is dropped.
    """

    view_changed = Signal()
    selected = Signal()

    def __init__(self, theme: ThemeHolder, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wording = wording
        self._lanes: tuple[Lane, ...] = ()
        self._view = View(0, DAY, 1)
        self._tiles = Tiles()
        self._letters: Letters | None = None
        self._now_ms: int | None = None
        self._span: Span | None = None
        self._caret: int | None = None
        self._hint = ""
        self._lane = 0
        tell_as(self, QAccessible.Role.Chart)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.redraw)

    @property
    def view(self) -> View:
        """What is shown."""
        return self._view

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The lanes from top to bottom."""
        return self._lanes

    @property
    def span(self) -> Span | None:
        """The time chosen, as start and end."""
        return self._span

    @property
    def caret(self) -> int | None:
        """The moment pointed at within the time chosen."""
        return self._caret

    @property
    def lane(self) -> Lane | None:
        """The lane walked in."""
        return self._lanes[self._lane] if self._lane < len(self._lanes) else None

    def show_lanes(self, lanes: tuple[Lane, ...]) -> None:
        """Show other lanes, or the same ones further on; what is chosen stays chosen."""
        if lanes == self._lanes:
            return
        key = self.lane.key if self.lane is not None else ""
        self._lanes = lanes
        self._lane = next((place for place, lane in enumerate(lanes) if lane.key == key), 0)
        self._tiles.show_lanes(lanes)
        self.updateGeometry()
        self.update()

    def show_view(self, start_ms: int, end_ms: int) -> None:
        """Show another stretch of time, as near to it as the zoom allows."""
        self.move_to(self._view.showing(start_ms, end_ms))

    def move_to(self, view: View) -> None:
        """Show another view on the width there is."""
        view = view.resized(self.time_width())
        if view != self._view:
            self._view = view
            self.update()
            self.view_changed.emit()

    def move_now(self, now_ms: int) -> None:
        """Move the now-line."""
        if now_ms != self._now_ms:
            self._now_ms = now_ms
            self.update()

    def name(self, name: str, hint: str) -> None:
        """Name it for those who are read to; hint: what the keys do, said while nothing is chosen."""
        self._hint = hint
        self.setAccessibleName(name)
        if self._span is None:
            self.setAccessibleDescription(hint)

    def choose(self, span: Span | None, caret: int | None = None) -> None:
        """Choose a time, None for none."""
        if (span, caret) == (self._span, self._caret):
            return
        self._span, self._caret = span, caret
        self.setAccessibleDescription(self._hint if span is None else self.describe())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()
        self.selected.emit()

    def describe(self) -> str:
        """Return the time chosen in words: when, how long, and what where one stretch of the lane fills it."""
        if self._span is None:
            return ""
        start, end = self._span
        words = [self._wording.span(start, end), self._wording.length(end - start)]
        lane = self.lane
        place = lane.at((start + end) // 2) if lane is not None else -1
        if lane is not None and place >= 0:
            segment = lane.segments[place]
            if segment.start_ms <= start and end <= segment.end_ms:
                words += [isolated(foreign(segment.name)), isolated(foreign(segment.title))]
        return "  ·  ".join(word for word in words if word)

    def told(self) -> str:
        """Return the lanes in words while nothing is chosen: what took longest of the time in sight."""
        if self._span is not None:
            return ""
        shown = round(self._view.start_ms), round(self._view.end_ms)
        lanes = ((lane.name, longest(lane.within(*shown), self._wording, *shown)) for lane in self._lanes)
        return ". ".join(f"{name}: {words}" for name, words in lanes if words)

    def gutter(self) -> int:
        """Return how wide the names of the lanes may be."""
        return _NARROW_GUTTER if self.width() < _NARROW else _GUTTER

    def time_width(self) -> int:
        """Return the pixels that show time."""
        return max(1, self.width() - self.gutter() - _RIGHT)

    def tops(self) -> list[int]:
        """Return where each lane begins, in pixels from the top."""
        return [TOP + top for top in lane_tops(self._lanes)]

    def redraw(self) -> None:
        """Paint everything anew."""
        self._tiles.forget()
        self._letters = None
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that suits a page."""
        return QSize(640, TOP + max(TALL, lanes_height(self._lanes)) + _BELOW)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which nothing could be told apart."""
        return QSize(320, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the same stretch on the new width."""
        super().resizeEvent(event)
        self.move_to(self._view)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew with another font, in another language, on another screen."""
        kinds = (QEvent.Type.FontChange, QEvent.Type.LanguageChange, QEvent.Type.DevicePixelRatioChange)
        if event.type() in kinds:
            self.redraw()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw names, axis and lanes, then the choice and the now-line over them."""
        painter = QPainter(self)
        palette, gutter = self._theme.palette, self.gutter()
        bottom = TOP + lanes_height(self._lanes)
        self._paint_names(painter, gutter)
        painter.setClipRect(QRectF(gutter, 0, self.time_width(), self.height()))
        painter.translate(gutter, 0)
        AxisPainter(self._wording, palette, self.font()).paint(painter, self._view, bottom)
        painter.translate(0, TOP)
        whole = self._tiles.paint(painter, self._view, palette, self.devicePixelRatioF())
        painter.translate(0, -TOP)
        self._paint_letters(painter)
        self._paint_span(painter, bottom)
        painter.setClipping(False)
        self._paint_now(painter, bottom)
        painter.end()
        if not whole:
            self.update()

    def _paint_names(self, painter: QPainter, gutter: int) -> None:
        painter.setFont(sized(self.font(), SECONDARY))
        metrics = painter.fontMetrics()
        for place, (lane, top) in enumerate(zip(self._lanes, self.tops(), strict=True)):
            walked = place == self._lane and self.hasFocus()
            painter.setPen(self._theme.palette.colour("accent" if walked else "muted"))
            if lane.height < metrics.height():
                painter.setFont(sized(self.font(), AXIS))
            grown = max(lane.height, metrics.height())
            area = QRectF(0, top + (lane.height - grown) / 2, gutter - 10, grown)
            name = painter.fontMetrics().elidedText(lane.name, Qt.TextElideMode.ElideRight, gutter - 10)
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_letters(self, painter: QPainter) -> None:
        if self._letters is None:
            self._letters = Letters(self.font())
        for lane, top, rooms in zip(self._lanes, self.tops(), self._tiles.rooms(self._view), strict=True):
            if lane.height >= TALL:
                band = QRectF(0, top, self.time_width(), lane.height)
                self._letters.paint(painter, rooms, band, self._theme.palette)

    def _paint_span(self, painter: QPainter, bottom: float) -> None:
        palette = self._theme.palette
        if self.hasFocus() and (lane := self.lane) is not None:
            top = self.tops()[self._lane]
            painter.setPen(QPen(palette.colour("accent"), 2))
            painter.drawRect(QRectF(1, top - 3, self.time_width() - 2, lane.height + 6))
        if self._span is None:
            return
        left, right = (self._view.x(moment) for moment in self._span)
        area = QRectF(left, TOP - LANE_GAP / 2, max(2.0, right - left), bottom - TOP + LANE_GAP)
        veil = palette.colour("accent")
        veil.setAlpha(46)
        painter.fillRect(area, veil)
        painter.setPen(QPen(palette.colour("text"), 2))
        painter.drawRect(area)
        if self._caret is not None and self._span[0] < self._caret < self._span[1]:
            x = self._view.x(self._caret)
            painter.setPen(QPen(palette.colour("text"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))

    def _paint_now(self, painter: QPainter, bottom: float) -> None:
        if self._now_ms is None or not self._view.start_ms <= self._now_ms <= self._view.end_ms:
            return
        x, colour = self._view.x(self._now_ms), self._theme.palette.colour(_NOW)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QPointF(x, AXIS_HEIGHT - 2), QPointF(x, bottom + 4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(x, AXIS_HEIGHT - 2), 4, 4)
