"""Groups of windows without a category as a table, those with the most time first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop_app.dialogs.rule_words import match_words
from desktop_app.dialogs.seen_table import plain_table
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import for_tooltip, foreign
from engine.domain.labelling import Unknown
from engine.domain.rules import Expression, Field, Test

_NAME, _COUNT, _TIME = range(3)
_WIDTHS: Final = {_COUNT: 84, _TIME: 124}
_TRAILING: Final = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
_Index = QModelIndex | QPersistentModelIndex


class UnsortedTable(QAbstractTableModel):
    """One row a group: what its windows share and seem to be, how many they are, and their time."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self.groups: tuple[Unknown, ...] = ()
        self._seeming: Mapping[Expression, str] = {}
        self.app_name: Callable[[str], str] = lambda app: app

    def show_seeming(self, names: Mapping[Expression, str]) -> None:
        """Say behind groups, by their rule, which category they seem to belong to."""
        self._seeming = names
        if self.groups:
            self.dataChanged.emit(self.index(0, _NAME), self.index(len(self.groups) - 1, _NAME))

    def show_groups(self, groups: Sequence[Unknown]) -> None:
        """Show other groups."""
        self.beginResetModel()
        self.groups = tuple(groups)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Return the number of groups."""
        return 0 if parent.isValid() else len(self.groups)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Return the number of columns."""
        return 0 if parent.isValid() else 3

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text; the proposed rule as its tooltip."""
        if not index.isValid() or not 0 <= index.row() < len(self.groups):
            return None
        group = self.groups[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(group, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return for_tooltip(match_words(group.match))
        return _TRAILING if role == Qt.ItemDataRole.TextAlignmentRole and index.column() != _NAME else None

    def _text(self, group: Unknown, column: int) -> str:
        if column == _COUNT:
            return QLocale().toString(len(group.seen))
        if column == _TIME:
            return self._wording.length(group.ms)
        seems = self._seeming.get(group.match)
        return self.name(group) if seems is None else f"{self.name(group)}  →  {seems}?"

    def name(self, group: Unknown) -> str:
        """Return what the windows of a group share."""
        of_app = isinstance(group.match, Test) and group.match.field is Field.APP
        return foreign(self.app_name(group.name) if of_app else group.name)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section != _NAME:
            return _TRAILING
        names = {_NAME: self.tr("What they share"), _COUNT: self.tr("Windows"), _TIME: self.tr("Time")}
        return names.get(section) if role == Qt.ItemDataRole.DisplayRole else None


class UnsortedView(QTableView):
    """Several groups can be chosen at once; emits picked for another choice."""

    picked = Signal()

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = UnsortedTable(wording, self)
        self.setModel(self.table)
        plain_table(self, stretched=_NAME, widths=_WIDTHS)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(self.tr("Without a category"))
        self.selectionModel().selectionChanged.connect(lambda *_: self.picked.emit())

    @property
    def chosen(self) -> tuple[Unknown, ...]:
        """The groups chosen, those with the most time first."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self.table.groups[row] for row in rows if row < len(self.table.groups))

    def show_groups(self, groups: Sequence[Unknown]) -> None:
        """Show other groups, and go on with the one that stands where the chosen one stood."""
        row = max(0, min(self.currentIndex().row(), len(groups) - 1))
        self.table.show_groups(groups)
        if groups:
            self.choose(row)
        self.picked.emit()

    def choose(self, row: int) -> None:
        """Choose one group alone, whatever keys are held."""
        model = self.selectionModel()
        model.setCurrentIndex(
            self.table.index(row, _NAME), model.SelectionFlag.ClearAndSelect | model.SelectionFlag.Rows
        )
