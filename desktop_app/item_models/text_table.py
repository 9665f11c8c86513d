"""Lines of text as a table that sorts by what the texts stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

SHARE: Final = Qt.ItemDataRole.UserRole.value + 1
INK: Final = Qt.ItemDataRole.UserRole.value + 2
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TextCell:
    """One cell. order: what it is sorted by, of one kind down the column; to_the_end: set against the far edge.

    share: 0 to 1 where it is drawn as a bar, in the colour ink. hint: said on hover; never text from elsewhere.
    """

    text: str
    order: int | float | str = ""
    to_the_end: bool = False
    share: float | None = None
    ink: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class TextRow:
    """One line. source: what it was made of, handed back by the table."""

    cells: tuple[TextCell, ...]
    source: object = None


class TextTable(QAbstractTableModel):
    """Shows rows; the order chosen by a header stays with the next rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers: tuple[str, ...] = ()
        self._rows: tuple[TextRow, ...] = ()
        self._given: tuple[TextRow, ...] = ()
        self._sorting: tuple[int, Qt.SortOrder] | None = None

    def show_rows(self, headers: Sequence[str], rows: Sequence[TextRow]) -> None:
        """Show other rows, each with a cell for every header."""
        self.beginResetModel()
        self._headers, self._given = tuple(headers), tuple(rows)
        self._rows = self._in_order()
        self.endResetModel()

    def source(self, row: int) -> object:
        """Return what a line was made of, None beyond the last."""
        return self._rows[row].source if 0 <= row < len(self._rows) else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 takes the rows as they were given."""
        self.beginResetModel()
        self._sorting = (column, order) if column >= 0 else None
        self._rows = self._in_order()
        self.endResetModel()

    def _in_order(self) -> tuple[TextRow, ...]:
        if self._sorting is None or self._sorting[0] >= len(self._headers):
            return self._given
        column, order = self._sorting

        def key(row: TextRow) -> tuple[bool, float, str]:
            wanted = row.cells[column].order
            return isinstance(wanted, str), 0.0 if isinstance(wanted, str) else wanted, str(wanted).casefold()

        return tuple(sorted(self._given, key=key, reverse=order == Qt.SortOrder.DescendingOrder))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Return the number of lines; a cell has none below it."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, its side, or what its bar shows."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        cell = self._rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(to_the_end=cell.to_the_end)
        values = {
            Qt.ItemDataRole.DisplayRole: cell.text,
            Qt.ItemDataRole.ToolTipRole: cell.hint or None,
            SHARE: cell.share,
            INK: cell.ink or None,
        }
        return values.get(role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the names of the columns; rows have none."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._headers):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(to_the_end=bool(self._given) and self._given[0].cells[section].to_the_end)
        return self._headers[section] if role == Qt.ItemDataRole.DisplayRole else None


def _side(*, to_the_end: bool) -> Qt.AlignmentFlag:
    return (Qt.AlignmentFlag.AlignRight if to_the_end else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
