"""Windows of the history with the time they were in front, as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_lines import show_plain_lines
from desktop_app.widgets.plain_text import for_tooltip, foreign
from engine.domain.labelling import Seen

_APP, _TITLE, _TIME = range(3)
_ROW: Final = 26
_WIDTHS: Final = {_APP: 130, _TIME: 116}
_Index = QModelIndex | QPersistentModelIndex


class SeenTable(QAbstractTableModel):
    """One row a look: the app, its title or site, and how long it was in front in all."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._rows: tuple[Seen, ...] = ()
        self.app_name: Callable[[str], str] = lambda app: app

    def show_seen(self, rows: Sequence[Seen]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Return the number of looks."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Return the number of columns."""
        return 0 if parent.isValid() else 3

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text; a title in full as its tooltip."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        text = self._text(self._rows[index.row()], index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return for_tooltip(text)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == _TIME:
            return int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _text(self, seen: Seen, column: int) -> str:
        look = seen.look
        if column == _APP:
            return foreign(self.app_name(look.app)) or "—"
        if column == _TITLE:
            return " · ".join(foreign(part) for part in (look.title, look.site or look.document) if part)
        return self._wording.length(seen.ms)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole and section == _TIME:
            return int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return {_APP: self.tr("App"), _TITLE: self.tr("Title or site"), _TIME: self.tr("Time")}.get(section)


class SeenView(QTableView):
    """Shows looks; nothing in it can be changed."""

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seen = SeenTable(wording, self)
        self.setModel(self.seen)
        plain_table(self, stretched=_TITLE, widths=_WIDTHS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def plain_table(view: QTableView, stretched: int, widths: dict[int, int]) -> None:
    """Let a table look as all of ours do: whole rows, no grid, one column that takes what room is left."""
    show_plain_lines(view, height=_ROW + spacing.XS)
    columns = view.horizontalHeader()
    columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    columns.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    for column, width in widths.items():
        view.setColumnWidth(column, width)
