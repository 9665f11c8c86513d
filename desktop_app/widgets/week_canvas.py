"""The week grid as it is seen: days side by side, hours downwards, the names of the days always in sight."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop_app.theme import ThemeHolder
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import isolated
from desktop_app.widgets.told_as import tell_as
from desktop_app.widgets.week_axis import HOUR, Axis, axis_of
from desktop_app.widgets.week_block_paint import Fonts, Style, paint_block
from desktop_app.widgets.week_boxes import DAY_ROW, Box, Frame, boxes_of, columns_of, day_boxes, day_rows, span_rect
from desktop_app.widgets.week_drag import Drag
from desktop_app.widgets.week_now import paint_now
from desktop_app.widgets.week_picture import HEAD, Drawing, grid_picture, head_picture, mend_picture
from desktop_app.widgets.week_values import Span, WeekBlock, WeekScene

_HOUR_PX: Final = 46.0
_LEAST_PX, _MOST_PX = 26.0, 160.0
_ABOVE_MS: Final = HOUR // 2
_MOST_ROWS: Final = 4


class WeekCanvas(QAbstractScrollArea):
    """Draws a WeekScene, the choice, the cursor, what is being dragged, and the now-line."""

    def __init__(self, theme: ThemeHolder, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._wording = theme, wording
        self.scene = WeekScene()
        self._axis: Axis = axis_of((), wording.local)
        self._blocks: dict[str, WeekBlock] = {}
        self._hour_px = _HOUR_PX
        self._now_ms = 0
        self._boxes: list[Box] | None = None
        self._head_boxes: list[Box] | None = None
        self._gutter: float | None = None
        self._picture: QPixmap | None = None
        self._head: QPixmap | None = None
        self._hidden = ""  # the block that is lifted out of the picture
        self._placed = False
        self.drag: Drag | None = None
        self.chosen = ""
        self.cursor_span: Span | None = None
        tell_as(self, QAccessible.Role.Grouping)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        theme.changed.connect(self.redraw)

    # ---------------------------------------------------------------- what is shown

    def show_scene(self, scene: WeekScene) -> None:
        """Show another scene; a block that is still there stays chosen."""
        if scene.days != self.scene.days or scene.start_minute != self.scene.start_minute or not self._axis.columns:
            self._axis = axis_of(scene.days, self._wording.local, scene.start_minute)
        self.scene = scene
        self._blocks = {block.key: block for block in scene.blocks}
        if self.chosen not in self._blocks:
            self.chosen = ""
        self.redraw()
        self._set_range()
        if scene.days and not self._placed and self.viewport().height() > HEAD:
            self._placed = True
            self.show_hours()

    def move_now(self, now_ms: int) -> None:
        """Move the now-line."""
        if now_ms // 60_000 != self._now_ms // 60_000:
            before = self._axis.column(self._now_ms)
            self._now_ms = now_ms
            if self._axis.column(now_ms) != before:
                self._head = None
            self.viewport().update()

    @property
    def now_ms(self) -> int:
        """When now is, as the line shows it."""
        return self._now_ms

    @property
    def axis(self) -> Axis:
        """Where days and hours lie."""
        return self._axis

    def block(self, key: str) -> WeekBlock | None:
        """Return a block of the scene."""
        return self._blocks.get(key)

    def in_order(self) -> list[WeekBlock]:
        """Return the blocks by when they begin, whole days first."""
        return sorted(self.scene.blocks, key=lambda one: (one.start_ms, not one.all_day, one.end_ms, one.key))

    def redraw(self) -> None:
        """Throw the kept pictures away and paint anew."""
        self._boxes = self._head_boxes = self._picture = self._head = self._gutter = None
        self.viewport().update()

    # ---------------------------------------------------------------- measures

    def frame_now(self) -> Frame:
        """Return the measures in force."""
        if self._gutter is None:
            hours = [self._wording.axis_hour_of(hour) for hour in (0, 10, 22)]
            self._gutter = max(self.fontMetrics().horizontalAdvance(hour) for hour in hours) + 14.0
        return Frame(float(self.viewport().width()), self._gutter, self._hour_px, self._axis)

    def head_height(self) -> float:
        """Return the height of what stays in sight above the hours."""
        return HEAD + min(_MOST_ROWS, day_rows(self.head_boxes(), HEAD)) * DAY_ROW + 4

    def boxes(self) -> list[Box]:
        """Return where the blocks lie, from the top of all hours."""
        if self._boxes is None:
            self._boxes = boxes_of(self.scene.blocks, self.frame_now())
        return self._boxes

    def head_boxes(self) -> list[Box]:
        """Return where the blocks of whole days lie."""
        if self._head_boxes is None:
            self._head_boxes = day_boxes(self.scene.blocks, self.frame_now(), HEAD)
        return self._head_boxes

    def zoom(self, factor: float, around_y: float | None = None) -> None:
        """Make hours higher by a factor; what lies at a height of the viewport stays there."""
        height = self.head_height()
        y = around_y if around_y is not None else (height + self.viewport().height()) / 2
        held = (y - height + self.verticalScrollBar().value()) / self._hour_px
        self._hour_px = min(_MOST_PX, max(_LEAST_PX, self._hour_px * factor))
        self.redraw()
        self._set_range()
        self.verticalScrollBar().setValue(round(held * self._hour_px - y + height))

    def show_hours(self) -> None:
        """Scroll to where work begins, or to now where that is later and in sight of a day shown."""
        frame = self.frame_now()
        top = max(0, self.scene.work[0] * 60_000 - self._axis.first)
        place = self._axis.column(self._now_ms)
        if place >= 0:
            now = self._axis.top(place, self._now_ms)
            room = (self.viewport().height() - self.head_height()) * HOUR / frame.hour
            top = top if now < top + room - HOUR else now - round(room / 2)
        self.verticalScrollBar().setValue(round(frame.y(max(0, top - _ABOVE_MS))))

    def keep_in_sight(self, span: Span) -> None:
        """Scroll so far that a stretch of time can be seen, its beginning rather than its end."""
        frame = self.frame_now()
        columns = columns_of(frame, span)
        if not columns:
            return
        rect = span_rect(frame, columns[0], span)
        bar, room = self.verticalScrollBar(), self.viewport().height() - self.head_height()
        if rect.bottom() > bar.value() + room:
            bar.setValue(round(rect.bottom() - room + 8))
        if rect.top() < bar.value():
            bar.setValue(round(rect.top() - 8))

    def _set_range(self) -> None:
        frame = self.frame_now()
        room = max(1, round(self.viewport().height() - self.head_height()))
        self.verticalScrollBar().setRange(0, max(0, round(frame.height) - room))
        self.verticalScrollBar().setPageStep(room)
        self.verticalScrollBar().setSingleStep(round(self._hour_px / 2))

    def sizeHint(self) -> QSize:
        """Return the size that suits a page."""
        return QSize(820, 560)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which days cannot be told apart."""
        return QSize(320, 260)

    # ---------------------------------------------------------------- painting

    def style_now(self) -> Style:
        """Return how everything is drawn."""
        return Style(self._theme.palette, self._wording, Fonts.like(self.font()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the kept pictures, and over them what moves."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.palette.colour("surface"))
        if self._axis.columns:
            self._paint(painter, self.frame_now(), self.style_now(), self.head_height())
        painter.end()

    def _drawing(self) -> Drawing:
        return Drawing(self.scene, self._blocks, self.frame_now(), self.style_now(), self.devicePixelRatioF())

    def _standing(self) -> list[Box]:
        return [box for box in self.boxes() if box.key != self._hidden]

    def _paint(self, painter: QPainter, frame: Frame, style: Style, height: float) -> None:
        density = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != density:
            self._picture = grid_picture(self._drawing(), self._standing())
        if self._head is None or self._head.devicePixelRatio() != density:
            today = self._axis.column(self._now_ms)
            self._head = head_picture(self._blocks, self.head_boxes(), frame, style, height, today, density)
        scrolled = self.verticalScrollBar().value()
        painter.save()
        painter.setClipRect(QRectF(0, height, frame.width, self.viewport().height() - height))
        painter.translate(0, height - scrolled)
        shown_rect = QRectF(0, scrolled * density, self._picture.width(), (self.viewport().height()) * density)
        painter.drawPixmap(QPointF(0, scrolled), self._picture, shown_rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_choice(painter, frame, self.boxes())
        self._paint_lifted(painter, frame, style)
        paint_now(painter, self._now_ms, frame, style)
        painter.restore()
        painter.drawPixmap(0, 0, self._head)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(0, 0, frame.width, height))
        self._outline(painter, [box for box in self.head_boxes() if box.key == self.chosen])

    def _paint_choice(self, painter: QPainter, frame: Frame, boxes: list[Box]) -> None:
        if self.drag is not None:
            return
        self._outline(painter, [box for box in boxes if box.key == self.chosen])
        if self.cursor_span is not None and not self.chosen and self.hasFocus():
            accent = self._theme.palette.colour("accent")
            painter.setPen(QPen(accent, 2))
            accent.setAlphaF(0.12)
            painter.setBrush(accent)
            for column in columns_of(frame, self.cursor_span):
                painter.drawRoundedRect(span_rect(frame, column, self.cursor_span), 5, 5)

    def _outline(self, painter: QPainter, boxes: list[Box]) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.palette.colour("text"), 2))
        for box in boxes:
            painter.drawRoundedRect(box.rect.adjusted(0, 0, 0, 0), 5, 5)
            if self.hasFocus():
                painter.setPen(QPen(self._theme.palette.colour("accent"), 2))
                painter.drawRoundedRect(box.rect.adjusted(-2.5, -2.5, 2.5, 2.5), 7, 7)

    def _paint_lifted(self, painter: QPainter, frame: Frame, style: Style) -> None:
        drag = self.drag
        if drag is None or drag.now[0] == drag.now[1]:
            return
        for column in columns_of(frame, drag.now):
            paint_block(painter, self.lifted(drag), span_rect(frame, column, drag.now), style, lifted=True)

    def lifted(self, drag: Drag) -> WeekBlock:
        """Return a block as it would be where it is dragged to; what it would overlap is said."""
        held = self._blocks.get(drag.key)
        colour = self._theme.palette.accent if held is None else held.colour
        title = self._wording.span(*drag.now)
        title = title if held is None else f"{title}  {isolated(held.title)}"
        shown = WeekBlock(drag.key, *drag.now, title, colour) if held is None else replace(held, title=title)
        over = self.overlapped(drag.now, drag.key)
        trouble = "" if over is None else self.tr("Overlaps %1").replace("%1", isolated(over.title))
        return replace(shown, start_ms=drag.now[0], end_ms=drag.now[1], trouble=trouble, bar=None)

    def overlapped(self, span: Span, key: str) -> WeekBlock | None:
        """Return a block beside the one of that key which shares time with the stretch."""
        others = (one for one in self.scene.blocks if one.key != key and not one.all_day)
        return next((one for one in others if one.start_ms < span[1] and span[0] < one.end_ms), None)

    # ---------------------------------------------------------------- events

    def hide_block(self, key: str) -> None:
        """Leave a block out of the picture while it is lifted; "" shows all again."""
        if key == self._hidden:
            return
        changed = {key, self._hidden}
        self._hidden = key
        if self._picture is not None:
            places = [box.rect.adjusted(-2, -2, 2, 2) for box in self.boxes() if box.key in changed]
            mend_picture(self._picture, self._drawing(), self._standing(), places)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self.redraw()
        self._set_range()
        if self.scene.days and not self._placed and self.viewport().height() > HEAD:
            self._placed = True
            self.show_hours()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in other letters."""
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.LanguageChange, QEvent.Type.StyleChange}:
            self.redraw()
        super().changeEvent(event)
