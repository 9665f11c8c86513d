"""Cards under one another; in two columns where the window is wide enough for both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.theme import spacing

WIDE = 1_240
"""From this width on there are two columns, in pixels: a line of text then fills one of them."""


class Columns(QWidget):
    """Shows all parts in one column; those named in beside stand in a second one where there is room for it."""

    def __init__(
        self, parts: Sequence[QWidget], beside: Sequence[QWidget], parent: QWidget | None = None, *, wide: int = WIDE
    ) -> None:
        super().__init__(parent)
        self._parts, self._beside, self._wide = tuple(parts), tuple(beside), wide
        self.side_by_side = False
        self._columns = QVBoxLayout(), QVBoxLayout()
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.L)
        for column in self._columns:
            column.setSpacing(spacing.L)
            row.addLayout(column, 1)
        self._arrange()

    def _arrange(self) -> None:
        left, right = self._columns
        for column in self._columns:
            for part in self._parts:
                column.removeWidget(part)  # takeAt would leave its item alive, and heights kept there for good
            column.takeAt(0)  # the room below
        for part in self._parts:
            (right if self.side_by_side and part in self._beside else left).addWidget(part)
        self._row.setStretch(1, int(self.side_by_side))
        for column in self._columns[: 1 + self.side_by_side]:
            column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards where there is room for them."""
        super().resizeEvent(event)
        beside = self.width() >= self._wide
        if beside is not self.side_by_side:
            self.side_by_side = beside
            self._arrange()
