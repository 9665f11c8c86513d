"""The day as one band: what was in front, when the person was away, when nothing was recorded."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.theme import ThemeHolder
from desktop_app.theme.type_scale import AXIS, sized
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import for_tooltip, foreign, isolated
from desktop_app.widgets.ribbon_picture import (
    AXIS_HEIGHT,
    BAND_HEIGHT,
    BAND_TOP,
    HEIGHT,
    MARGIN,
    PLANNED_HEIGHT,
    Look,
    ribbon_picture,
    shift,
)
from desktop_app.widgets.ribbon_planned import boxes_of, planned_at
from desktop_app.widgets.ribbon_scale import Scale, scale_for
from desktop_app.widgets.ribbon_told import day_in_words
from desktop_app.widgets.ribbon_values import RibbonDay, RibbonSegment
from desktop_app.widgets.told_as import tell_as

_GAP: Final = 12
_NOW: Final = "distraction"


class DayRibbon(QWidget):
    """Draws a RibbonDay; arrow keys, Home, End walk through it, Enter asks for the table.

    Where something is planned the arrow up leads to its lane and the arrow down back. Emits selected(index of the
    segment, -1 for none and for what is planned) and table_wanted(). lane_names: what planned and actual are called.
    """

    selected = Signal(int)
    table_wanted = Signal()

    def __init__(self, theme: ThemeHolder, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wording = wording
        self._day = RibbonDay(0, 86_400_000)
        self._starts: list[int] = []
        self._index = -1
        self._above = False  # the keys walk through what is planned
        self.lane_names = ("", "")
        self._hint = ""
        self._picture: QPixmap | None = None
        tell_as(self, QAccessible.Role.Chart)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.redraw)

    def show_day(self, day: RibbonDay) -> None:
        """Show another day, or the same one further on; a chosen segment that is still there stays chosen."""
        chosen = self.chosen()
        grown = shift(day) != shift(self._day)
        moved_on = (day.segments, day.planned) == (self._day.segments, self._day.planned) and (
            day.start_ms,
            day.end_ms,
        ) == (
            self._day.start_ms,
            self._day.end_ms,
        )
        before = self.scale()
        self._day = day
        self._starts = [segment.start_ms for segment in day.segments]
        self._above = self._above and bool(day.planned)
        self._index = self._again(chosen)
        if grown:
            self.updateGeometry()
        if moved_on and self._picture is not None and self.scale() == before:
            self.update()
        else:
            self.redraw()

    def name(self, name: str, hint: str) -> None:
        """Name it for those who are read to; hint: what the keys do, said while nothing is chosen."""
        self._hint = hint
        self.setAccessibleName(name)
        self._tell_reader()

    def move_now(self, now_ms: int) -> None:
        """Move the now-line of the day shown; outside the day there is none."""
        lasting = self._day.start_ms <= now_ms < self._day.end_ms
        self.show_day(replace(self._day, now_ms=now_ms if lasting else None))

    def chosen(self) -> RibbonSegment | None:
        """Return the segment chosen by keyboard or mouse."""
        held = self._held()
        return held[self._index] if 0 <= self._index < len(held) else None

    def _held(self) -> tuple[RibbonSegment, ...]:
        return self._day.planned if self._above else self._day.segments

    def _again(self, chosen: RibbonSegment | None) -> int:
        if chosen is None:
            return -1
        if self._above:
            return next((place for place, one in enumerate(self._day.planned) if one.start_ms == chosen.start_ms), -1)
        return self._find(chosen.start_ms)

    def change_lane(self, *, above: bool) -> None:
        """Walk through what is planned, or through what was done; what is chosen there is what lies nearest in time."""
        if above == self._above or (above and not self._day.planned):
            return
        chosen = self.chosen()
        self._above, self._index = above, -1
        held = self._held()
        at = chosen.start_ms if chosen is not None else self._day.now_ms or self._day.start_ms
        self.choose(min(range(len(held)), key=lambda place: abs(held[place].start_ms - at), default=-1))

    def choose(self, index: int) -> None:
        """Choose a segment by its place, -1 for none."""
        if index == self._index or index >= len(self._held()):
            return
        self._index = index
        self._tell_reader()
        self.selected.emit(-1 if self._above else index)
        self.update()

    def describe(self, segment: RibbonSegment) -> str:
        """Return a segment in words: when, how long, what."""
        when = self._wording.span(segment.start_ms, segment.end_ms)
        length = self._wording.length(segment.end_ms - segment.start_ms)
        parts = [when, length, *_words(segment)]
        return "  ·  ".join(part for part in parts if part)

    def told(self) -> str:
        """Return the day in words while no part of it is chosen."""
        return day_in_words(self._day, self.lane_names[0], self._wording) if self.chosen() is None else ""

    def segment_at(self, x: float) -> int:
        """Return the place of the segment under a pixel column, -1 where nothing was recorded."""
        return self._find(self.scale().moment(x))

    def scale(self) -> Scale:
        """Return which hours are shown where."""
        left = MARGIN
        if self._day.planned:
            metrics = QFontMetrics(sized(self.font(), AXIS))
            left = _GAP + max(metrics.horizontalAdvance(name) for name in self.lane_names)
        return scale_for(self._day, self._wording.local, left, max(1, self.width() - left - MARGIN))

    def _lane(self, scale: Scale) -> QRectF:
        """Return the lane of what is planned."""
        return QRectF(scale.left, BAND_TOP, scale.width, PLANNED_HEIGHT)

    def redraw(self) -> None:
        """Throw the kept picture away and paint anew."""
        self._picture = None
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that suits a page."""
        return QSize(640, HEIGHT + shift(self._day))

    def minimumSizeHint(self) -> QSize:
        """Return the size below which hours could not be told apart."""
        return QSize(240, HEIGHT + shift(self._day))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the kept picture, then the choice and the now-line over it."""
        scale = self.scale()
        density = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != density:
            look = Look(self._theme.palette, self._wording, sized(self.font(), AXIS), density, self.lane_names)
            self._picture = ribbon_picture(self._day, scale, look)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_choice(painter, scale)
        self._paint_now(painter, scale)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Answer a request for a tooltip with the segment under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tooltip(event.pos(), event.globalPos())
            return True
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self.redraw()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the segments, or ask for the table."""
        last = len(self._held()) - 1
        steps = {
            Qt.Key.Key_Left: max(0, self._index - 1) if self._index >= 0 else last,
            Qt.Key.Key_Right: min(last, self._index + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
            Qt.Key.Key_Escape: -1,
        }
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.table_wanted.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._day.planned:
            self.change_lane(above=key is Qt.Key.Key_Up)
        elif key in steps and not (key is Qt.Key.Key_Escape and self._index < 0):
            self.choose(steps[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the segment under the pointer."""
        above = planned_at(self._day, self.scale(), self._lane(self.scale()), event.position())
        wanted = above >= 0
        if wanted != self._above:
            self._above, self._index = wanted, -1
        self.choose(above if wanted else self.segment_at(event.position().x()))
        self.update()

    def _find(self, moment_ms: int) -> int:
        index = bisect_right(self._starts, moment_ms) - 1
        return index if index >= 0 and moment_ms < self._day.segments[index].end_ms else -1

    def _show_tooltip(self, place: QPoint, on_screen: QPoint) -> None:
        segment = self._segment_under(place)
        if segment is None:
            QToolTip.hideText()
            return
        when = self._wording.span(segment.start_ms, segment.end_ms)
        length = self._wording.length(segment.end_ms - segment.start_ms)
        lines = (*_words(segment), f"{when}  ·  {length}")
        QToolTip.showText(on_screen, for_tooltip("\n".join(line for line in lines if line)), self)

    def _segment_under(self, place: QPoint) -> RibbonSegment | None:
        scale = self.scale()
        above = planned_at(self._day, scale, self._lane(scale), QPointF(place))
        if above >= 0:
            return self._day.planned[above]
        bottom = BAND_TOP + shift(self._day) + BAND_HEIGHT
        index = self.segment_at(place.x()) if AXIS_HEIGHT + shift(self._day) <= place.y() <= bottom else -1
        return self._day.segments[index] if index >= 0 else None

    def _tell_reader(self) -> None:
        segment = self.chosen()
        self.setAccessibleDescription(self._hint if segment is None else self.describe(segment))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _paint_choice(self, painter: QPainter, scale: Scale) -> None:
        top = BAND_TOP + shift(self._day)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.palette.colour("accent"), 2))
            lane = self._lane(scale) if self._above else QRectF(scale.left, top, scale.width, BAND_HEIGHT)
            painter.drawRoundedRect(lane.adjusted(-4, -4, 4, 4), 8, 8)
        segment = self.chosen()
        if segment is None:
            return
        left = max(scale.left, scale.x(segment.start_ms))
        right = min(scale.left + scale.width, max(scale.x(segment.end_ms), left + 3))
        painter.setPen(QPen(self._theme.palette.colour("text"), 2))
        if self._above:
            painter.drawRoundedRect(boxes_of(self._day, scale, self._lane(scale))[self._index], 6, 6)
        else:
            painter.drawRect(QRectF(left, top - 1, right - left, BAND_HEIGHT + 2))

    def _paint_now(self, painter: QPainter, scale: Scale) -> None:
        now = self._day.now_ms
        if now is None or not scale.start_ms <= now <= scale.end_ms:
            return
        x, colour = scale.x(now), self._theme.palette.colour(_NOW)
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QPointF(x, AXIS_HEIGHT - 2), QPointF(x, HEIGHT + shift(self._day)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(x, AXIS_HEIGHT - 2), 4, 4)


def _words(segment: RibbonSegment) -> tuple[str, str]:
    return isolated(foreign(segment.name)), isolated(foreign(segment.title))
