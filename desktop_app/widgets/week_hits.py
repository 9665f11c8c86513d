"""What lies under a point of the week grid: a block, one of its ends, or free time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.widgets.week_boxes import Box, Frame

_EDGE: Final = 6.0
_EDGE_SHARE: Final = 0.25  # of a low block, so that a middle is left to move it by


class Zone(StrEnum):
    """What part of the grid it is."""

    FREE = "free"
    BODY = "body"
    START = "start"
    END = "end"
    WHOLE_DAY = "whole_day"  # a block that lasts whole days
    HEAD = "head"  # the names of the days
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Hit:
    """A point: which zone, of which block, "" for none, in which day, at which moment."""

    zone: Zone
    key: str
    column: int
    moment_ms: int


def hit_in_grid(x: float, y: float, boxes: Sequence[Box], frame: Frame, fixed: Collection[str] = ()) -> Hit:
    """Return what lies under a point of the hours; of those that are fixed no end can be drawn."""
    column, moment = frame.column(x), frame.moment(x, y)
    if x < frame.gutter:
        return Hit(Zone.HOURS, "", column, moment)
    for box in reversed(boxes):
        if box.column == column and box.rect.adjusted(0, -1, 0, 1).contains(x, y):
            zone = Zone.BODY if box.key in fixed else _zone(y, box)
            return Hit(zone, box.key, column, moment)
    return Hit(Zone.FREE, "", column, moment)


def _zone(y: float, box: Box) -> Zone:
    edge = min(_EDGE, box.rect.height() * _EDGE_SHARE)
    if box.ends and y >= box.rect.bottom() - edge:
        return Zone.END
    if box.starts and y <= box.rect.top() + edge:
        return Zone.START
    return Zone.BODY


def hit_above(x: float, y: float, boxes: Sequence[Box], frame: Frame) -> Hit:
    """Return what lies under a point above the hours: a whole day's block, or the name of a day."""
    column = frame.column(x)
    moment = frame.axis.columns[column].day.start_ms
    for box in boxes:
        if box.rect.contains(x, y):
            return Hit(Zone.WHOLE_DAY, box.key, column, moment)
    return Hit(Zone.HEAD, "", column, moment)
