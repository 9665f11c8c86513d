"""What is chosen in the week grid, and what is lifted out of it while it is moved, drawn or named."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QDate, QLocale, QPoint, QPointF, QRect, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from desktop_app.theme import ThemeHolder
from desktop_app.widgets.format import Wording
from desktop_app.widgets.sentences import labelled
from desktop_app.widgets.week_boxes import columns_of, span_rect
from desktop_app.widgets.week_canvas import WeekCanvas
from desktop_app.widgets.week_drag import Act, Drag, nudged, taken
from desktop_app.widgets.week_hits import Hit, Zone, hit_above, hit_in_grid
from desktop_app.widgets.week_naming import NameField
from desktop_app.widgets.week_values import Guise, Span, WeekDay, WeekScene

SETTLE_MS: Final = 900
"""So long after the last key a block that was moved by keys is made so."""


class WeekLift(WeekCanvas):
    """A week with a choice, a cursor and one thing at most that is lifted.

    created(start_ms, end_ms, title): time was drawn and named. changed(key, start_ms, end_ms): a block was moved or
    drawn. selected(key): "" for none. Wanted by keys or mouse: new_wanted(start_ms, end_ms), a form for a new block;
    opened, removed(key); turned(-1 or 1), the time before or after.
    """

    created = Signal(object, object, str)
    changed = Signal(str, object, object)
    selected = Signal(str)
    new_wanted = Signal(object, object)
    opened = Signal(str)
    removed = Signal(str)
    turned = Signal(int)

    def __init__(self, theme: ThemeHolder, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(theme, wording, parent)
        self.slot_ms = 30 * 60_000  # so much time the cursor points at
        self.just_come = True  # the keys moved nothing here yet
        self._coming = ""  # to be chosen as soon as it is shown
        self._begins: Span | None = None  # to be brought into sight as soon as its day is shown
        self.name_field = NameField(self.viewport())
        self.name_field.named.connect(self._named)
        self.name_field.given_up.connect(self.drop)
        self.verticalScrollBar().valueChanged.connect(self._place_name)
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self.let_go)

    # ---------------------------------------------------------------- choosing

    def show_scene(self, scene: WeekScene) -> None:
        """Show another scene, and in it what was waited for."""
        super().show_scene(scene)
        begins = self._begins
        if begins is not None and self.axis.column(begins[0]) >= 0:
            self._begins = None
            self.show_hours()
            self.keep_in_sight(begins)
        if self.block(self._coming) is not None:
            coming, self._coming = self._coming, ""
            self.choose(coming)

    def choose_once_there(self, key: str) -> None:
        """Choose a block with the next scene that holds it."""
        self._coming = key

    def begin_at(self, span: Span) -> None:
        """Bring the hours of work and this stretch into sight with the next scene that holds its day."""
        self._begins = span

    def choose(self, key: str) -> None:
        """Choose a block, "" for none."""
        if key == self.chosen:
            return
        self.chosen = key
        block = self.block(key)
        if block is not None:
            self.cursor_span = block.span
            self.keep_in_sight(block.span)
            self.tell(block.said or block.title)
        self.viewport().update()
        self.selected.emit(key)

    def put_cursor(self, span: Span) -> None:
        """Point at a stretch of free time; a block that fills it is chosen."""
        self.cursor_span = span
        self.keep_in_sight(span)
        at = (one for one in self.scene.blocks if not one.all_day and one.start_ms <= span[0] < one.end_ms)
        block = next(at, None) if span[1] - span[0] <= self.slot_ms else None
        self.choose("" if block is None else block.key)
        if block is None:
            self.tell(self.tr("Free: %1").replace("%1", self.when(span)))
        else:
            self.cursor_span = span
        self.viewport().update()

    def told(self) -> str:
        """Return how much is planned on each day shown, in words, until the keys move on from where they came."""
        if self.chosen or not self.just_come:
            return ""
        return " · ".join(self._day_told(one) for one in self.scene.days if self._planned(one))

    def _planned(self, day: WeekDay) -> int:
        held = (one for one in self.scene.blocks if not one.all_day)
        return sum(max(0, min(day.end_ms, one.end_ms) - max(day.start_ms, one.start_ms)) for one in held)

    def _day_told(self, day: WeekDay) -> str:
        return labelled(self._date(day.day), self._wording.length(self._planned(day)))

    def _date(self, day: date) -> str:
        return QLocale().toString(QDate(day.year, day.month, day.day), self.tr("dddd, d MMMM"))

    def tell(self, text: str) -> None:
        """Let those who hear the screen know what is chosen or done."""
        self.just_come = False
        self.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def local(self, moment_ms: int) -> datetime:
        """Return a moment's local time."""
        return self._wording.local(moment_ms)

    def today(self) -> int:
        """Return the place of the day that now lies in, -1 where it is not shown."""
        return self.axis.column(self._now_ms)

    def when(self, span: Span) -> str:
        """Return the day and from when to when, in words."""
        day = self._date(self.local(span[0]).date())
        return self.tr("%1, %2").replace("%1", day).replace("%2", self._wording.span(*span))

    def hit(self, place: QPointF) -> Hit:
        """Return what lies under a point of the viewport; nothing before there are days."""
        if not self.axis.columns:
            return Hit(Zone.HEAD, "", 0, 0)
        height = self.head_height()
        if place.y() < height:
            return hit_above(place.x(), place.y(), self.head_boxes(), self.frame_now())
        fixed = {one.key for one in self.scene.blocks if one.guise is Guise.FOREIGN}
        y = place.y() - height + self.verticalScrollBar().value()
        return hit_in_grid(place.x(), y, self.boxes(), self.frame_now(), fixed)

    def place_of(self, moment_ms: int) -> QPoint:
        """Return the point of the viewport at which a moment lies, in the middle of its day."""
        frame = self.frame_now()
        column = max(0, self.axis.column(moment_ms))
        y = frame.y(self.axis.top(column, moment_ms)) + self.head_height() - self.verticalScrollBar().value()
        return QPoint(round(frame.x(column) + (frame.column_width - frame.shadow_width) / 2), round(y))

    # ---------------------------------------------------------------- dragging

    def lift(self, drag: Drag) -> None:
        """Show a drag where it is now."""
        self.drag = drag
        self.hide_block(drag.key)
        self.viewport().update()

    def drop(self) -> None:
        """Give up what is being dragged, named or nudged; nothing has happened."""
        self.drag = None
        self._settled.stop()
        self.name_field.rest()
        self.hide_block("")
        self.viewport().update()

    def let_go(self) -> None:
        """Make what is being dragged so; a new stretch is given a name first."""
        drag = self.drag
        self._settled.stop()
        if drag is None or not drag.changed:
            self.drop()
        elif drag.act is Act.CREATE:
            self._ask_name()
        else:
            self.drop()
            self.changed.emit(drag.key, *drag.now)

    def nudge(self, act: Act, step_ms: int) -> None:
        """Move the chosen block by keys, or draw one of its ends; it is made so a moment later."""
        block = self.block(self.chosen)
        if block is None or block.all_day:
            return
        if block.guise is Guise.FOREIGN:
            self.tell(block.said)
            return
        drag = self.drag
        if drag is not None and (drag.key, drag.act) != (block.key, act):
            self.let_go()
            drag = None
        drag = nudged(drag or taken(act, block.key, block.span, block.start_ms), step_ms, self._wording.local)
        self.lift(drag)
        self.keep_in_sight(drag.now)
        self.tell(self.lifted(drag).title)
        self._settled.start()

    def _ask_name(self) -> None:
        """Let the person say what the time is for, right in it."""
        self._place_name()
        self.name_field.ask(self.tr("What for?"))

    def _place_name(self) -> None:
        if self.drag is None or self.drag.act is not Act.CREATE:
            return
        frame = self.frame_now()
        columns = columns_of(frame, self.drag.now)
        if columns:
            rect = span_rect(frame, columns[0], self.drag.now)
            top = rect.top() + self.head_height() - self.verticalScrollBar().value()
            self.name_field.settle(QRect(round(rect.left()), round(top), round(rect.width()), round(rect.height())))

    def _named(self, title: str) -> None:
        drag = self.drag
        self.drop()
        if drag is not None:
            self.created.emit(*drag.now, title)
