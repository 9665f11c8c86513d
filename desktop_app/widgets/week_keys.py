"""What every key does in the week grid."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.widgets.timeline_snap import GRID_MS
from desktop_app.widgets.week_axis import DAY, HOUR
from desktop_app.widgets.week_drag import LONGEST_MS, Act, keep_clock, on_grid
from desktop_app.widgets.week_values import Span

if TYPE_CHECKING:
    from desktop_app.widgets.week_lift import WeekLift

_STEP_MS: Final = 15 * 60_000
_ARROWS: Final = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_TABS: Final = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})


class WeekKeys:
    """Arrows move the cursor; with Alt they move the chosen block, with Shift its end, with Ctrl+Shift its beginning.

    Where no block is chosen Shift draws a stretch of free time. Enter opens, Delete removes, N is for a new one, Tab
    goes from block to block, Page up and down turn pages, Home and End go to the first and last block, + and - zoom,
    Esc gives up.
    """

    def __init__(self, grid: WeekLift) -> None:
        self._grid = grid

    def act(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key does, None for one that means nothing here."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key in _ARROWS:
            across, down = _ARROWS[key]
            return lambda: self._arrow(across, down, modifiers)
        if modifiers & (_CONTROL | _ALT):
            return None
        if key is Qt.Key.Key_Escape:
            return self._give_up if self._grid.drag is not None or self._grid.chosen else None
        return self._plain().get(key)

    def _plain(self) -> dict[Qt.Key, Callable[[], object]]:
        grid = self._grid
        return {
            Qt.Key.Key_Return: self._enter,
            Qt.Key.Key_Enter: self._enter,
            Qt.Key.Key_Delete: self._remove,
            Qt.Key.Key_Backspace: self._remove,
            Qt.Key.Key_N: lambda: grid.new_wanted.emit(*self.wanted()),
            Qt.Key.Key_PageUp: lambda: grid.turned.emit(-1),
            Qt.Key.Key_PageDown: lambda: grid.turned.emit(1),
            Qt.Key.Key_Home: lambda: self._choose_at(0),
            Qt.Key.Key_End: lambda: self._choose_at(-1),
            Qt.Key.Key_Plus: lambda: grid.zoom(1.15),
            Qt.Key.Key_Equal: lambda: grid.zoom(1.15),
            Qt.Key.Key_Minus: lambda: grid.zoom(1 / 1.15),
        }

    def _arrow(self, across: int, down: int, modifiers: Qt.KeyboardModifier) -> None:
        grid = self._grid
        if modifiers & _ALT:
            if grid.chosen:
                grid.nudge(Act.MOVE, across * DAY + down * GRID_MS)
            elif across:
                grid.turned.emit(across)
        elif modifiers & _SHIFT and grid.chosen:
            act = Act.START if modifiers & _CONTROL else Act.END
            grid.nudge(act, down * GRID_MS + across * _STEP_MS)
        elif modifiers & _SHIFT:
            self._widen(down * _STEP_MS + across * HOUR)
        else:
            self._move_cursor(across, down * (HOUR if modifiers & _CONTROL else _STEP_MS))

    def cursor(self) -> Span:
        """Return where the cursor is; at first where work begins on the first day, or in the next quarter hour."""
        grid = self._grid
        if grid.cursor_span is not None and grid.axis.column(grid.cursor_span[0]) >= 0:
            return grid.cursor_span
        if not grid.axis.columns:
            return 0, self._grid.slot_ms
        day = grid.axis.columns[max(0, grid.today())]
        start = day.day.start_ms + max(0, grid.scene.work[0] - grid.scene.start_minute) * 60_000
        if grid.today() >= 0:  # nobody plans what is over
            start = max(start, min(-(-grid.now_ms // _STEP_MS) * _STEP_MS, day.day.end_ms - 2 * grid.slot_ms))
        return start, start + self._grid.slot_ms

    def wanted(self) -> Span:
        """Return the time that a new block would be for."""
        start, end = self.cursor()
        grid = self._grid
        return (
            (start, start + 2 * self._grid.slot_ms)
            if grid.chosen or end - start <= self._grid.slot_ms
            else (start, end)
        )

    def _move_cursor(self, across: int, step_ms: int) -> None:
        grid = self._grid
        if not grid.axis.columns:
            return
        start, _ = self.cursor()
        block = grid.block(grid.chosen)
        if step_ms and block is not None and not block.all_day and block.start_ms <= start < block.end_ms:
            at = block.end_ms if step_ms > 0 else on_grid(block.start_ms + step_ms, grid.local)
        elif grid.cursor_span is None:
            at = start
        else:
            at = keep_clock(start, across * DAY + step_ms, grid.local)
        first, last = grid.axis.columns[0].day.start_ms, grid.axis.columns[-1].day.end_ms
        if across and not first <= at < last:
            grid.turned.emit(across)
            grid.cursor_span = (at, at + self._grid.slot_ms)
            return
        at = max(first, min(at, last - GRID_MS))
        grid.put_cursor((at, at + self._grid.slot_ms))

    def _widen(self, step_ms: int) -> None:
        grid = self._grid
        start, end = self.cursor()
        end = max(start + GRID_MS, min(start + LONGEST_MS, on_grid(end + step_ms, grid.local)))
        grid.cursor_span = (start, end)
        grid.keep_in_sight((start, end))
        grid.tell(grid.when((start, end)))
        grid.viewport().update()

    def _enter(self) -> None:
        grid = self._grid
        if grid.drag is not None:
            grid.let_go()
        elif grid.chosen:
            grid.opened.emit(grid.chosen)
        else:
            grid.new_wanted.emit(*self.wanted())

    def _remove(self) -> None:
        if self._grid.chosen and self._grid.drag is None:
            self._grid.removed.emit(self._grid.chosen)

    def _give_up(self) -> None:
        if self._grid.drag is not None:
            self._grid.drop()
        else:
            self._grid.choose("")

    def _choose_at(self, place: int) -> None:
        if blocks := self._grid.in_order():
            self._grid.choose(blocks[place].key)

    def walk(self, direction: int) -> bool:
        """Choose the next block, or the one before; False where there is none."""
        blocks = self._grid.in_order()
        keys = [block.key for block in blocks]
        if not keys:
            return False
        if self._grid.chosen in keys:
            place = keys.index(self._grid.chosen) + direction
        else:
            at = self.cursor()[0]
            before = sum(one.start_ms < at for one in blocks)
            place = before if direction > 0 else sum(one.start_ms <= at for one in blocks) - 1
        if not 0 <= place < len(keys):
            self._grid.choose("")
            return False
        self._grid.choose(keys[place])
        return True

    def arrive(self, reason: Qt.FocusReason) -> None:
        """Show a cursor where the keys came by the keyboard."""
        if reason in _TABS and self._grid.cursor_span is None and self._grid.axis.columns:
            self._grid.put_cursor(self.cursor())
        self._grid.just_come = reason in _TABS
