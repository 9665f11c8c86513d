"""The day as one band: what was in front, when the person was away, when nothing was recorded."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
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
    BAND_BOTTOM,
    BAND_HEIGHT,
    BAND_TOP,
    HEIGHT,
    Look,
    ribbon_picture,
)
from desktop_app.widgets.ribbon_scale import Scale, scale_for
from desktop_app.widgets.ribbon_values import RibbonDay, RibbonSegment

_MARGIN: Final = 6
_NOW: Final = "distraction"


class DayRibbon(QWidget):
    """Draws a RibbonDay; arrow keys, Home, End walk through it, Enter asks for the table.

    Emits selected(index of the segment, -1 for none) and table_wanted().
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
        self._picture: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.redraw)

    def show_day(self, day: RibbonDay) -> None:
        """Show another day, or the same one further on; a chosen segment that is still there stays chosen."""
        chosen = self.chosen()
        moved_on = day.segments == self._day.segments and (day.start_ms, day.end_ms) == (
            self._day.start_ms,
            self._day.end_ms,
        )
        before = self.scale()
        self._day = day
        self._starts = [segment.start_ms for segment in day.segments]
        self._index = self._find(chosen.start_ms) if chosen is not None else -1
        if moved_on and self._picture is not None and self.scale() == before:
            self.update()
        else:
            self.redraw()

    def move_now(self, now_ms: int) -> None:
        """Move the now-line of the day shown; outside the day there is none."""
        lasting = self._day.start_ms <= now_ms < self._day.end_ms
        self.show_day(replace(self._day, now_ms=now_ms if lasting else None))

    def chosen(self) -> RibbonSegment | None:
        """Return the segment chosen by keyboard or mouse."""
        return self._day.segments[self._index] if 0 <= self._index < len(self._day.segments) else None

    def choose(self, index: int) -> None:
        """Choose a segment by its place, -1 for none."""
        if index == self._index or index >= len(self._day.segments):
            return
        self._index = index
        self._tell_reader()
        self.selected.emit(index)
        self.update()

    def describe(self, segment: RibbonSegment) -> str:
        """Return a segment in words: when, how long, what."""
        when = self._wording.span(segment.start_ms, segment.end_ms)
        length = self._wording.length(segment.end_ms - segment.start_ms)
        parts = [when, length, *_words(segment)]
        return "  ·  ".join(part for part in parts if part)

    def segment_at(self, x: float) -> int:
        """Return the place of the segment under a pixel column, -1 where nothing was recorded."""
        return self._find(self.scale().moment(x))

    def scale(self) -> Scale:
        """Return which hours are shown where."""
        return scale_for(self._day, self._wording.local, _MARGIN, max(1, self.width() - 2 * _MARGIN))

    def redraw(self) -> None:
        """Throw the kept picture away and paint anew."""
        self._picture = None
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that suits a page."""
        return QSize(640, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which hours could not be told apart."""
        return QSize(240, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the kept picture, then the choice and the now-line over it."""
        scale = self.scale()
        if self._picture is None or self._picture.devicePixelRatio() != self.devicePixelRatioF():
            look = Look(self._theme.palette, self._wording, sized(self.font(), AXIS), self.devicePixelRatioF())
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
        last = len(self._day.segments) - 1
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
        elif key in steps and not (key is Qt.Key.Key_Escape and self._index < 0):
            self.choose(steps[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the segment under the pointer."""
        self.choose(self.segment_at(event.position().x()))

    def _find(self, moment_ms: int) -> int:
        index = bisect_right(self._starts, moment_ms) - 1
        return index if index >= 0 and moment_ms < self._day.segments[index].end_ms else -1

    def _show_tooltip(self, place: QPoint, on_screen: QPoint) -> None:
        index = self.segment_at(place.x()) if AXIS_HEIGHT <= place.y() <= BAND_BOTTOM else -1
        if index < 0:
            QToolTip.hideText()
            return
        segment = self._day.segments[index]
        when = self._wording.span(segment.start_ms, segment.end_ms)
        length = self._wording.length(segment.end_ms - segment.start_ms)
        lines = (*_words(segment), f"{when}  ·  {length}")
        QToolTip.showText(on_screen, for_tooltip("\n".join(line for line in lines if line)), self)

    def _tell_reader(self) -> None:
        segment = self.chosen()
        self.setAccessibleDescription("" if segment is None else self.describe(segment))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _paint_choice(self, painter: QPainter, scale: Scale) -> None:
        if self.hasFocus():
            painter.setPen(QPen(self._theme.palette.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(scale.left - 4, BAND_TOP - 4, scale.width + 8, BAND_HEIGHT + 8), 8, 8)
        segment = self.chosen()
        if segment is None:
            return
        left = max(scale.left, scale.x(segment.start_ms))
        right = min(scale.left + scale.width, max(scale.x(segment.end_ms), left + 3))
        painter.setPen(QPen(self._theme.palette.colour("text"), 2))
        painter.drawRect(QRectF(left, BAND_TOP - 1, right - left, BAND_HEIGHT + 2))

    def _paint_now(self, painter: QPainter, scale: Scale) -> None:
        now = self._day.now_ms
        if now is None or not scale.start_ms <= now <= scale.end_ms:
            return
        x, colour = scale.x(now), self._theme.palette.colour(_NOW)
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QPointF(x, AXIS_HEIGHT - 2), QPointF(x, HEIGHT))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(x, AXIS_HEIGHT - 2), 4, 4)


def _words(segment: RibbonSegment) -> tuple[str, str]:
    return isolated(foreign(segment.name)), isolated(foreign(segment.title))
