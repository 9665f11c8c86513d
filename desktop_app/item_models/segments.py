"""The stretches of a day as a table: the day ribbon's twin for keyboards and screen readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from itertools import takewhile
from typing import Final, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from engine.domain.summary import Segment

_LONGEST: Final = 300
_CONTROLS: Final = (*range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0))  # but for spaces
_TURNING: Final = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)
_UNSHOWN: Final = dict.fromkeys((*_CONTROLS, *_TURNING))
_TO_THE_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


class TimeWords(Protocol):
    """What writes times and lengths, both given in milliseconds."""

    def time(self, moment_ms: int) -> str:
        """Return the time of day."""
        ...

    def length(self, length_ms: int) -> str:
        """Return how long."""
        ...


class Column(IntEnum):
    """The columns from left to right."""

    FROM = 0
    TO = 1
    LENGTH = 2
    WHAT = 3
    TITLE = 4


class SegmentTable(QAbstractTableModel):
    """One row a segment; every cell is plain text, cut to what a cell could ever show."""

    def __init__(self, words: TimeWords, name: Callable[[Segment], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._name = name
        self._segments: tuple[Segment, ...] = ()

    def show_segments(self, segments: Sequence[Segment]) -> None:
        """Show other segments; rows that stay the same stay where they are, chosen or not."""
        new = tuple(segments)
        kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(self._segments, new, strict=False)))
        if kept < len(self._segments):
            self.beginRemoveRows(QModelIndex(), kept, len(self._segments) - 1)
            self._segments = self._segments[:kept]
            self.endRemoveRows()
        if kept < len(new):
            self.beginInsertRows(QModelIndex(), kept, len(new) - 1)
            self._segments = new
            self.endInsertRows()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Return the number of segments; a cell has no rows below it."""
        return 0 if parent.isValid() else len(self._segments)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, and lengths to the right."""
        if not index.isValid() or not 0 <= index.row() < len(self._segments):
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self._segments[index.row()], column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.LENGTH:
            return _TO_THE_RIGHT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the names of the columns; rows have none."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.LENGTH:
            return _TO_THE_RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (self.tr("From"), self.tr("To"), self.tr("Length"), self.tr("What"), self.tr("Title"))
        return names[section] if 0 <= section < len(names) else None

    def _text(self, segment: Segment, column: Column) -> str:
        interval = segment.interval
        match column:
            case Column.FROM:
                return self._words.time(interval.start_ms)
            case Column.TO:
                return self._words.time(interval.end_ms)
            case Column.LENGTH:
                return self._words.length(interval.length_ms)
            case Column.WHAT:
                return _line(self._name(segment))
            case Column.TITLE:
                return _line(segment.title)


def _line(text: str) -> str:
    """Return foreign text on one short line, without control characters and marks that turn the writing."""
    head = " ".join(text[: _LONGEST + 1].translate(_UNSHOWN).split())
    return head if len(text) <= _LONGEST else head[: _LONGEST - 1] + "…"
