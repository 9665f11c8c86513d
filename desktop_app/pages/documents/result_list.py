"""What a search found, as an item model that takes in more without moving what is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.widgets.hit_delegate import ROW
from desktop_app.widgets.hit_row import HitRow
from desktop_app.widgets.plain_text import for_tooltip
from engine.domain.documents import Document, SearchHit

_Index = QModelIndex | QPersistentModelIndex


class ResultList(QAbstractListModel):
    """One row a document; words: writes a hit as a row."""

    def __init__(self, words: Callable[[SearchHit], HitRow], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: list[HitRow] = []
        self._documents: dict[int, Document] = {}

    @property
    def keys(self) -> tuple[int, ...]:
        """Which documents are listed, in their order."""
        return tuple(row.key for row in self._rows)

    def document(self, row: int) -> Document | None:
        """Return the document of a row, None beyond the last."""
        return self._documents.get(self._rows[row].key) if 0 <= row < len(self._rows) else None

    def show_hits(self, hits: Sequence[SearchHit]) -> None:
        """Show these and no others, in their order."""
        rows = _once([self._words(hit) for hit in hits])
        self._documents = {hit.document.id: hit.document for hit in hits}
        if [row.key for row in rows] == [row.key for row in self._rows]:
            self._refresh(rows)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def take_in(self, hits: Sequence[SearchHit]) -> int:
        """Tell more of the documents listed, each in its place, and append the others; return how many those are."""
        rows = {row.key: row for row in _once([self._words(hit) for hit in hits])}
        self._documents.update((hit.document.id, hit.document) for hit in hits)
        self._refresh([rows.pop(row.key, row) for row in self._rows])
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows.values())
            self.endInsertRows()
        return len(rows)

    def _refresh(self, rows: list[HitRow]) -> None:
        changed = [place for place, pair in enumerate(zip(self._rows, rows, strict=True)) if pair[0] != pair[1]]
        self._rows = rows
        for place in changed:
            self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Return the number of documents; one has no rows below it."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row to be painted, its title, all of it for a screen reader, or its place as a tooltip."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        values = {
            ROW: row,
            Qt.ItemDataRole.DisplayRole: row.title,
            Qt.ItemDataRole.AccessibleTextRole: row.spoken,
            Qt.ItemDataRole.ToolTipRole: for_tooltip(row.place),
        }
        return values.get(role)


def _once(rows: list[HitRow]) -> list[HitRow]:
    first: dict[int, HitRow] = {}
    for row in rows:
        first.setdefault(row.key, row)
    return list(first.values())
