"""Actions as lines of a list: what they are called, where they belong, their keys, and why they cannot be done now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop_app.actions import Action

LINE: Final = Qt.ItemDataRole.UserRole.value + 1
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action as it stands now. place: its page in words. keys: as this desktop writes them."""

    action: Action
    place: str
    keys: str
    enabled: bool

    @property
    def reason(self) -> str:
        """Why it cannot be done now, "" where it can or that is not known."""
        return "" if self.enabled else self.action.entry.needs

    @property
    def spoken(self) -> str:
        """All that stands on the line, as a screen reader says it."""
        return ", ".join(part for part in (self.action.title, self.keys, self.place, self.reason) if part)


class ActionList(QAbstractListModel):
    """Lines, best first."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[ActionLine, ...] = ()

    def show_lines(self, lines: Sequence[ActionLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> ActionLine | None:
        """Return a line, None beyond the last."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Return the number of lines; a line has none below it."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line's text, what is said of it, or the line itself."""
        line = self.line(index.row())
        if line is None:
            return None
        values = {
            Qt.ItemDataRole.DisplayRole: line.action.title,
            Qt.ItemDataRole.AccessibleTextRole: line.spoken,
            LINE: line,
        }
        return values.get(role)
