"""The week under mouse and keyboard: blocks are made, moved, drawn longer, opened and removed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.theme import ThemeHolder
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import for_tooltip
from desktop_app.widgets.week_drag import Act, Drag, created, dragged, on_grid, taken
from desktop_app.widgets.week_hits import Hit, Zone
from desktop_app.widgets.week_keys import WeekKeys
from desktop_app.widgets.week_lift import WeekLift
from desktop_app.widgets.week_values import Guise

SCROLL_MS: Final = 30
_DRAG_FROM: Final = 4
_EDGE_PX: Final = 28
_STEP_PX: Final = 14
_NOTCH: Final = 120
_ZOOM: Final = 1.15
_ACTS: Final = {Zone.BODY: Act.MOVE, Zone.START: Act.START, Zone.END: Act.END}
_SHAPES: Final = {
    Zone.START: Qt.CursorShape.SizeVerCursor,
    Zone.END: Qt.CursorShape.SizeVerCursor,
    Zone.BODY: Qt.CursorShape.OpenHandCursor,
    Zone.WHOLE_DAY: Qt.CursorShape.PointingHandCursor,
}


class WeekGrid(WeekLift):
    """The week that people work with; WeekKeys says what the keys do.

    menu_wanted: with a point on the screen.
    """

    menu_wanted = Signal(QPoint)

    def __init__(self, theme: ThemeHolder, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(theme, wording, parent)
        self._pressed: QPointF | None = None
        self._hit: Hit | None = None
        self._pointer = QPointF()
        self._grasp: Drag | None = None  # what was pressed and not drawn far enough yet
        self.keys = WeekKeys(self)
        self._scroller = QTimer(self, interval=SCROLL_MS)
        self._scroller.timeout.connect(self._scroll_on)
        self.viewport().setMouseTracking(True)

    def drop(self) -> None:
        """Give up whatever was begun; nothing has happened."""
        self._pressed = self._grasp = None
        self._scroller.stop()
        super().drop()

    def let_go(self) -> None:
        """Make what is being dragged so."""
        self._pressed = self._grasp = None
        self._scroller.stop()
        super().let_go()

    # ---------------------------------------------------------------- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a block, of one of its ends, or of free time."""
        if self.name_field.isVisible():
            self.name_field.done()
        if self.drag is not None:
            self.let_go()
        place = event.position()
        hit = self._hit = self.hit(place)
        if event.button() != Qt.MouseButton.LeftButton:
            if hit.key:
                self.choose(hit.key)
            return
        self._pressed = self._pointer = place
        block = self.block(hit.key)
        self.choose(hit.key)
        if block is None and hit.zone is Zone.FREE:
            at = on_grid(hit.moment_ms, self._wording.local)
            self.cursor_span = (at, at + self.slot_ms)
            self._grasp = created(hit.moment_ms, self._wording.local)
        elif block is not None and hit.zone in _ACTS and block.guise is not Guise.FOREIGN:
            self._grasp = taken(_ACTS[hit.zone], hit.key, block.span, hit.moment_ms)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on dragging; else show what the pointer would do."""
        self._pointer = event.position()
        if self._pressed is None or self._grasp is None:
            hit = self.hit(self._pointer)
            block = self.block(hit.key)
            foreign = block is not None and block.guise is Guise.FOREIGN
            shape = Qt.CursorShape.PointingHandCursor if foreign else _SHAPES.get(hit.zone, Qt.CursorShape.ArrowCursor)
            self.viewport().setCursor(shape)
            return
        if self.drag is None and (self._pointer - self._pressed).manhattanLength() < _DRAG_FROM:
            return
        self._draw_on()
        self._scroller.start() if self._past_edge() else self._scroller.stop()

    def _draw_on(self) -> None:
        """Bring the drag to where the pointer is; a new stretch stays in the day it began in."""
        if self._grasp is None:
            return
        frame = self.frame_now()
        x = self._pointer.x()
        y = self._pointer.y() - self.head_height() + self.verticalScrollBar().value()
        if self._grasp.act is Act.CREATE and self._hit is not None:
            x = frame.x(self._hit.column) + 1
        moment = frame.moment(x, min(y, frame.height))
        self.lift(dragged(self.drag or self._grasp, moment, self._wording.local))

    def _past_edge(self) -> int:
        y = self._pointer.y()
        if y < self.head_height() + _EDGE_PX:
            return -1
        return 1 if y > self.viewport().height() - _EDGE_PX else 0

    def _scroll_on(self) -> None:
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + self._past_edge() * _STEP_PX)
        if bar.value() == before or self._grasp is None:
            self._scroller.stop()
        self._draw_on()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a press without a drag has chosen what was under it."""
        if event.button() == Qt.MouseButton.LeftButton and self._pressed is not None:
            self._pressed = self._grasp = None
            if self.drag is not None:
                self.let_go()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the block under the pointer, or a form for a new one."""
        hit = self.hit(event.position())
        self._pressed = self._grasp = None
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if hit.key:
            self.opened.emit(hit.key)
        elif hit.zone is Zone.FREE:
            at = on_grid(hit.moment_ms, self._wording.local)
            self.new_wanted.emit(at, at + 2 * self.slot_ms)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Make hours higher or lower with Ctrl; else scroll."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_ZOOM ** (turned / _NOTCH), event.position().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, at the pointer or, by keyboard, at the choice."""
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self.cursor_span is not None:
            place = self.viewport().mapToGlobal(self.place_of(self.cursor_span[0]))
        self.menu_wanted.emit(place)

    # ---------------------------------------------------------------- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys say."""
        act: Callable[[], object] | None = self.keys.act(event)
        if act is None:
            event.ignore()  # not QAbstractScrollArea's: arrows would scroll
        else:
            act()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Make so what was moved by keys once the key that moves is let go."""
        held = {Qt.Key.Key_Alt, Qt.Key.Key_Shift, Qt.Key.Key_Control}
        if event.key() in held and self.drag is not None and self.drag.act is not Act.CREATE and self._pressed is None:
            self.let_go()
        super().keyReleaseEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Go from block to block with Tab, and on to what stands beside the grid after the last one."""
        return self.keys.walk(1 if forwards else -1) or super().focusNextPrevChild(forwards)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys work."""
        super().focusInEvent(event)
        self.keys.arrive(event.reason())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Make so what was moved by keys; the keys work elsewhere."""
        super().focusOutEvent(event)
        if self._settled.isActive():
            self.let_go()
        self.viewport().update()

    # ---------------------------------------------------------------- tooltips

    def viewportEvent(self, event: QEvent) -> bool:
        """Answer a request for a tooltip with the block under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = QPointF(event.pos())
            block = self.block(self.hit(place).key)
            told = block.said or block.title if block is not None else self._gap_words(place)
            if told:
                QToolTip.showText(event.globalPos(), for_tooltip(told), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _gap_words(self, place: QPointF) -> str:
        """Return what a hatched hour is, "" anywhere else."""
        frame, y = self.frame_now(), place.y() - self.head_height() + self.verticalScrollBar().value()
        if not self.axis.columns or place.x() < frame.gutter or place.y() < self.head_height():
            return ""
        gaps = self.axis.columns[frame.column(place.x())].gaps(self.axis.height)
        inside = any(frame.y(top) <= y < frame.y(bottom) for top, bottom in gaps)
        return self.tr("The clocks are changed this week: this day has no such hour") if inside else ""
