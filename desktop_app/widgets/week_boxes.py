"""Where everything of a week lies in pixels: columns, blocks, and the whole days above them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from desktop_app.widgets.week_axis import HOUR, Axis
from desktop_app.widgets.week_layout import parts, rows
from desktop_app.widgets.week_values import Span, WeekBlock

DAY_ROW: Final = 22
_GAP: Final = 2
_SHADOW_SHARE: Final = 0.16
_SHADOW_LEAST, _SHADOW_MOST = 6.0, 22.0
_LOWEST: Final = 14.0  # a block of five minutes can still be seen and hit
_COVERED: Final = 3.0  # so little of one may lie below the next, and is not seen


@dataclass(frozen=True, slots=True)
class Frame:
    """The grid's measures in logical pixels. gutter: what the hours take. hour: the height of one."""

    width: float
    gutter: float
    hour: float
    axis: Axis

    @property
    def column_width(self) -> float:
        """The width of a day."""
        return max(1.0, (self.width - self.gutter) / max(1, len(self.axis.columns)))

    @property
    def shadow_width(self) -> float:
        """The width of what was recorded, at the far edge of every day."""
        return min(_SHADOW_MOST, max(_SHADOW_LEAST, self.column_width * _SHADOW_SHARE))

    @property
    def height(self) -> float:
        """The height of all hours."""
        return self.y(self.axis.height)

    def x(self, column: int) -> float:
        """Return where a day begins."""
        return self.gutter + column * self.column_width

    def y(self, top: float) -> float:
        """Return the pixel of a place on the axis."""
        return top * self.hour / HOUR

    def column(self, x: float) -> int:
        """Return the day under a pixel, the first or last one beyond them."""
        return max(0, min(len(self.axis.columns) - 1, int((x - self.gutter) // self.column_width)))

    def moment(self, x: float, y: float) -> int:
        """Return the moment under a pixel of the grid."""
        return self.axis.moment(self.column(x), max(0.0, y) * HOUR / self.hour)


@dataclass(frozen=True, slots=True)
class Box:
    """A block's place in one day. starts, ends: whether its beginning and its end lie in it."""

    key: str
    column: int
    rect: QRectF
    starts: bool
    ends: bool


def boxes_of(blocks: tuple[WeekBlock, ...], frame: Frame) -> list[Box]:
    """Return the boxes of all that is no whole day, day by day."""
    found: list[Box] = []
    timed = [block for block in blocks if not block.all_day]
    for number, column in enumerate(frame.axis.columns):
        day = column.day
        here = [one for one in timed if one.start_ms < day.end_ms and one.end_ms > day.start_ms]
        shares = parts([_drawn_span(one.span, frame) for one in here])
        room = frame.column_width - frame.shadow_width - 2 * _GAP
        for block, share in zip(here, shares, strict=True):
            upright = span_rect(frame, number, block.span)
            left = frame.x(number) + _GAP + share.left * room
            rect = QRectF(left, upright.top(), max(4.0, (share.right - share.left) * room - 1), upright.height())
            starts, ends = block.start_ms >= day.start_ms, block.end_ms <= day.end_ms
            found.append(Box(block.key, number, rect, starts, ends))
    return found


def _drawn_span(span: Span, frame: Frame) -> Span:
    """Return the time that a block takes as it is drawn: short ones are higher than they last."""
    return span[0], max(span[1], span[0] + round((_LOWEST - _COVERED) * HOUR / frame.hour))


def span_rect(frame: Frame, column: int, span: Span) -> QRectF:
    """Return the whole width that a stretch of time has in a day."""
    day = frame.axis.columns[column].day
    top = frame.y(frame.axis.top(column, max(span[0], day.start_ms)))
    bottom = frame.y(frame.axis.bottom(column, min(span[1], day.end_ms)))
    room = frame.column_width - frame.shadow_width - 2 * _GAP
    return QRectF(frame.x(column) + _GAP, top + 1, room - 1, max(_LOWEST, bottom - top) - 2)


def columns_of(frame: Frame, span: Span) -> list[int]:
    """Return the days that a stretch of time has a part in."""
    days = [column.day for column in frame.axis.columns]
    return [place for place, day in enumerate(days) if span[0] < day.end_ms and span[1] > day.start_ms]


def day_boxes(blocks: tuple[WeekBlock, ...], frame: Frame, top: float) -> list[Box]:
    """Return the boxes of whole days, in rows from top on; each spans the days it lasts."""
    held = [(block, spread) for block in blocks if block.all_day and (spread := columns_of(frame, block.span))]
    spans = [(spread[0], spread[-1] + 1) for _, spread in held]
    found = []
    for (block, _), (first, after), row in zip(held, spans, rows(spans), strict=True):
        left, width = frame.x(first) + _GAP, (after - first) * frame.column_width - 2 * _GAP
        found.append(Box(block.key, first, QRectF(left, top + row * DAY_ROW, width, DAY_ROW - 2), True, True))
    return found


def day_rows(boxes: Iterable[Box], top: float) -> int:
    """Return how many rows the whole days take that begin at top, at least one."""
    bottom = max((box.rect.bottom() - top for box in boxes), default=0.0)
    return max(1, round((bottom + 2) / DAY_ROW))
