"""The timeline under mouse and keyboard: move, zoom, walk from activity to activity, choose a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.theme import ThemeHolder
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import for_tooltip, foreign, isolated
from desktop_app.widgets.timeline_axis import HEIGHT as AXIS_HEIGHT
from desktop_app.widgets.timeline_canvas import TimelineCanvas
from desktop_app.widgets.timeline_snap import snapped, stepped
from desktop_app.widgets.timeline_view import LONGEST_MS

ZOOM_STEP: Final = 1.25
_NOTCH: Final = 120  # the wheel's unit
_WHEEL_PX: Final = 96
_NEAR_PX: Final = 6
_DRAG_FROM: Final = 4
_PAN_SHARE: Final = 0.25
_EDGE_SHARE: Final = 0.02


class TimelineLanes(TimelineCanvas):
    """The timeline that people work with.

    Keys: left and right walk through the lane, up and down from lane to lane, with Shift they widen the choice, with
    Ctrl they move the caret; Page up and down, Home and End move through time; + and - zoom. Emits what is wanted of
    the chosen time: edit_wanted (Enter, double click), delete_wanted, split_wanted (S), document_wanted (D);
    menu_wanted with a point on the screen.
    """

    edit_wanted = Signal()
    delete_wanted = Signal()
    split_wanted = Signal()
    document_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: ThemeHolder, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(theme, wording, parent)
        self._anchor: int | None = None  # where choosing by dragging began
        self._held: QPoint | None = None  # where moving by dragging was last
        self._pressed = QPoint()
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def zoom(self, factor: float) -> None:
        """Show factor times as much time, around the choice where it is in sight."""
        x = self.view.width / 2
        if self.span is not None:
            middle = self.view.x(sum(self.span) / 2)
            x = middle if 0 <= middle <= self.view.width else x
        self.move_to(self.view.zoomed(factor, x))

    def pan(self, share: float) -> None:
        """Move by a share of what is shown, later where it is positive."""
        self.move_to(self.view.panned(share * self.view.width))

    def walk(self, direction: int) -> None:
        """Choose the next stretch of the lane, or the one before."""
        lane = self.lane
        if lane is None or not lane.segments:
            return
        if self.span is None:
            place = lane.before(self.view.end_ms) if direction < 0 else lane.after(self.view.start_ms - 1)
        else:
            place = lane.after(self.span[0]) if direction > 0 else lane.before(self.span[0])
        if 0 <= place < len(lane.segments):
            self._choose_segment(place)

    def change_lane(self, direction: int) -> None:
        """Walk in the lane below or above; what is chosen there is what it holds at the same moment."""
        self._lane = max(0, min(len(self.lanes) - 1, self._lane + direction))
        lane = self.lane
        if lane is not None and self.span is not None and (place := lane.at(self.span[0])) >= 0:
            self._choose_segment(place)
        self.update()

    def widen(self, direction: int) -> None:
        """Move the end of the choice to the next five minutes or edge; it keeps some length."""
        if self.span is None:
            return
        start, end = self.span
        moved = stepped(end, direction, self._edges(end - 2 * 3_600_000, end + 2 * 3_600_000), self._wording.local)
        if start < moved <= start + LONGEST_MS:
            self.choose((start, moved), self.caret)
            self.move_to(self.view.holding(min(start, moved), moved))

    def move_caret(self, direction: int) -> None:
        """Move the moment pointed at within the choice."""
        if self.span is None:
            return
        start, end = self.span
        at = self.caret if self.caret is not None else start
        moved = stepped(at, direction, self._edges(start, end), self._wording.local)
        self.choose(self.span, min(end, max(start, moved)))

    def _choose_segment(self, place: int, caret: int | None = None) -> None:
        lane = self.lane
        if lane is not None:
            segment = lane.segments[place]
            self.choose((segment.start_ms, segment.end_ms), caret)
            if caret is None:
                self.move_to(self.view.holding(segment.start_ms, segment.end_ms))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys say."""
        act = self._key_acts(event).get(Qt.Key(event.key()))
        if act is None or (event.key() == Qt.Key.Key_Escape and self.span is None):
            super().keyPressEvent(event)
        else:
            act()

    def _key_acts(self, event: QKeyEvent) -> dict[Qt.Key, Callable[[], object]]:
        modifiers = event.modifiers()
        sideways: Callable[[int], None] = self.walk
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            sideways = self.widen
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            sideways = self.move_caret
        return {
            Qt.Key.Key_Left: lambda: sideways(-1),
            Qt.Key.Key_Right: lambda: sideways(1),
            Qt.Key.Key_Up: lambda: self.change_lane(-1),
            Qt.Key.Key_Down: lambda: self.change_lane(1),
            Qt.Key.Key_PageUp: lambda: self.pan(-1),
            Qt.Key.Key_PageDown: lambda: self.pan(1),
            Qt.Key.Key_Home: lambda: self.pan(-_PAN_SHARE),
            Qt.Key.Key_End: lambda: self.pan(_PAN_SHARE),
            Qt.Key.Key_Plus: lambda: self.zoom(1 / ZOOM_STEP),
            Qt.Key.Key_Equal: lambda: self.zoom(1 / ZOOM_STEP),
            Qt.Key.Key_Minus: lambda: self.zoom(ZOOM_STEP),
            Qt.Key.Key_Return: self.edit_wanted.emit,
            Qt.Key.Key_Enter: self.edit_wanted.emit,
            Qt.Key.Key_Delete: self.delete_wanted.emit,
            Qt.Key.Key_S: self.split_wanted.emit,
            Qt.Key.Key_D: self.document_wanted.emit,
            Qt.Key.Key_Escape: lambda: self.choose(None),
        }

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer with Ctrl; else move through time."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            x = event.position().x() - self.gutter()
            self.move_to(self.view.zoomed(ZOOM_STEP ** (-turned.y() / _NOTCH), max(0.0, x)))
        else:
            sideways = turned.x() or turned.y()
            self.move_to(self.view.panned(-sideways / _NOTCH * _WHEEL_PX))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to choose in the lanes, or to move time by the axis or with the middle button."""
        place = event.position().toPoint()
        self._pressed, self._dragged = place, False
        if event.button() == Qt.MouseButton.MiddleButton or place.y() < AXIS_HEIGHT:
            self._held = place
        elif event.button() == Qt.MouseButton.LeftButton:
            self._take_lane(place)
            self._anchor = self._far_end(place, event)
        elif event.button() == Qt.MouseButton.RightButton:
            self._take_lane(place)
            if self.span is None or not self.span[0] <= self._moment(place) <= self.span[1]:
                self._choose_under(place)
            self.choose(self.span, self._snapped(place))

    def _far_end(self, place: QPoint, event: QMouseEvent) -> int:
        """Return where the choice begins: here, or with Shift or at one of its edges at its other end."""
        if self.span is None:
            return self._snapped(place)
        start, end = self.span
        x = place.x() - self.gutter()
        if abs(self.view.x(start) - x) <= _NEAR_PX:
            return end
        if abs(self.view.x(end) - x) <= _NEAR_PX:
            return start
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return start if self._moment(place) > start else end
        return self._snapped(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on choosing or moving; else show what the pointer would do."""
        place = event.position().toPoint()
        if (place - self._pressed).manhattanLength() >= _DRAG_FROM:
            self._dragged = True
        if self._held is not None:
            self.move_to(self.view.panned(self._held.x() - place.x()))
            self._held = place
        elif self._anchor is not None:
            if self._dragged:
                self._pan_at_edges(place.x() - self.gutter())
                here = self._snapped(place)
                self.choose((min(self._anchor, here), max(self._anchor, here)) if here != self._anchor else None)
        else:
            self._show_pointer(place)

    def _pan_at_edges(self, x: int) -> None:
        if not 0 <= x <= self.view.width:
            self.pan(_EDGE_SHARE if x > 0 else -_EDGE_SHARE)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it; a press without a drag chooses the stretch under the pointer."""
        if self._anchor is not None and not self._dragged:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.span is not None:
                here = self._snapped(event.position().toPoint())
                self.choose((min(self._anchor, here), max(self._anchor, here)) if here != self._anchor else None)
            else:
                self._choose_under(event.position().toPoint())
        self._anchor = self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose the stretch under the pointer and edit it."""
        if event.button() == Qt.MouseButton.LeftButton and event.position().y() >= AXIS_HEIGHT:
            self._choose_under(event.position().toPoint())
            if self.span is not None:
                self.edit_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, at the pointer or, by keyboard, below the choice."""
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self.span is not None:
            x = min(max(0.0, self.view.x(self.span[0])), self.view.width - 1.0)
            place = self.mapToGlobal(QPoint(round(x) + self.gutter(), self.height() // 2))
        self.menu_wanted.emit(place)

    def event(self, event: QEvent) -> bool:
        """Answer a request for a tooltip with the stretch under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tooltip(event)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys work."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys work elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def _take_lane(self, place: QPoint) -> None:
        for number, (lane, top) in enumerate(zip(self.lanes, self.tops(), strict=True)):
            if top - 4 <= place.y() <= top + lane.height + 4:
                self._lane = number

    def _choose_under(self, place: QPoint) -> None:
        lane = self.lane
        found = lane.at(self._moment(place)) if lane is not None else -1
        if found >= 0:
            self._choose_segment(found, self._snapped(place))
        else:
            self.choose(None)

    def _moment(self, place: QPoint) -> int:
        return self.view.moment(place.x() - self.gutter())

    def _snapped(self, place: QPoint) -> int:
        moment, near = self._moment(place), _NEAR_PX * self.view.ms_per_px
        return snapped(moment, self._edges(moment - near, moment + near), near, self._wording.local)

    def _edges(self, start_ms: float, end_ms: float) -> list[int]:
        lane = self.lane
        return lane.edges(start_ms, end_ms) if lane is not None else []

    def _show_pointer(self, place: QPoint) -> None:
        shape = Qt.CursorShape.OpenHandCursor if place.y() < AXIS_HEIGHT else Qt.CursorShape.ArrowCursor
        if self.span is not None and place.y() >= AXIS_HEIGHT:
            x = place.x() - self.gutter()
            if any(abs(self.view.x(edge) - x) <= _NEAR_PX for edge in self.span):
                shape = Qt.CursorShape.SizeHorCursor
        self.setCursor(shape)

    def _show_tooltip(self, event: QHelpEvent) -> None:
        place = event.pos()
        for lane, top in zip(self.lanes, self.tops(), strict=True):
            found = lane.at(self._moment(place)) if top <= place.y() <= top + lane.height else -1
            if found >= 0:
                one = lane.segments[found]
                when = self._wording.span(one.start_ms, one.end_ms)
                lines = (isolated(foreign(one.name)), isolated(foreign(one.title)))
                length = self._wording.length(one.end_ms - one.start_ms)
                text = "\n".join(line for line in (*lines, f"{when}  ·  {length}") if line)
                QToolTip.showText(event.globalPos(), for_tooltip(text), self)
                return
        QToolTip.hideText()
