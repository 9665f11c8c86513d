"""Hours of the week as cells that are the fuller coloured the more time they hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.theme import ThemeHolder
from desktop_app.theme.type_scale import AXIS, sized
from desktop_app.widgets.chart_pointing import PointedChart
from desktop_app.widgets.chart_values import HeatCell
from desktop_app.widgets.patterns import mixed

_BELOW: Final = 20
_HEIGHT: Final = 208
_GAP: Final = 2.0
_FAINTEST: Final = 0.18
_EVERY: Final = 3  # hours between two labels
_STEPS: Final = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class HeatGrid(PointedChart):
    """Draws rows of cells; emits chosen(row, column) where one is clicked or entered."""

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[str, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._cells: tuple[tuple[HeatCell, ...], ...] = ()
        self._fullest = 0
        self._gutter = 8.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.update)

    def show_cells(self, rows: Sequence[str], columns: Sequence[str], cells: Sequence[Sequence[HeatCell]]) -> None:
        """Show other cells, with the names of their rows and columns."""
        self._rows, self._columns = tuple(rows), tuple(columns)
        self._cells = tuple(tuple(row) for row in cells)
        self._at = None
        self._fullest = max((cell.value for row in self._cells for cell in row), default=0)
        self._measure()
        self.update()

    @property
    def current(self) -> tuple[int, int] | None:
        """The row and column pointed at."""
        return self._at

    def sizeHint(self) -> QSize:
        """Return room for a chart."""
        return QSize(380, _HEIGHT)

    def whole(self) -> str:
        """Return the fullest cells in words."""
        return self.most((cell.value, f"{cell.name}: {cell.text}") for row in self._cells for cell in row)

    def describe(self, at: tuple[int, int]) -> str:
        """Return a cell in words."""
        cell = self._cells[at[0]][at[1]]
        return f"{cell.name}: {cell.text}"

    def fill(self, value: int) -> QColor:
        """Return the colour of a cell: the track for nothing, then from faint to the full accent."""
        palette = self._theme.palette
        if not value or not self._fullest:
            return palette.colour("bg")
        share = _FAINTEST + (1 - _FAINTEST) * value / self._fullest
        return mixed(palette.colour("accent"), palette.colour("surface"), share)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(self._gutter, 2, -2, -_BELOW)

    def _measure(self) -> None:
        """Find the room that the names of the rows take."""
        metrics = QFontMetricsF(sized(self.font(), AXIS))
        self._gutter = 8 + max((metrics.horizontalAdvance(name) for name in self._rows), default=0.0)

    def _room(self, row: int, column: int) -> QRectF:
        area = self._area()
        width, height = area.width() / len(self._columns), area.height() / len(self._rows)
        return QRectF(area.left() + column * width, area.top() + row * height, width - _GAP, height - _GAP)

    def _under(self, point: QPointF) -> tuple[int, int] | None:
        area = self._area()
        if not self._cells or not area.contains(point):
            return None
        row = min(len(self._rows) - 1, int((point.y() - area.top()) / area.height() * len(self._rows)))
        column = min(len(self._columns) - 1, int((point.x() - area.left()) / area.width() * len(self._columns)))
        return row, column

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cells, the names beside and below them, and what is pointed at."""
        if not self._cells:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), AXIS))
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                painter.setPen(QPen(self._theme.palette.colour("line"), 1) if not cell.value else Qt.PenStyle.NoPen)
                painter.setBrush(self.fill(cell.value))
                painter.drawRoundedRect(self._room(row, column).adjusted(0.5, 0.5, -0.5, -0.5), 2.5, 2.5)
        self._paint_names(painter)
        if self._at is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.palette.colour("text"), 2))
            painter.drawRoundedRect(self._room(*self._at), 3, 3)
        painter.end()

    def _paint_names(self, painter: QPainter) -> None:
        painter.setPen(self._theme.palette.colour("muted"))
        area = self._area()
        for row, name in enumerate(self._rows):
            room = self._room(row, 0)
            words = QRectF(0, room.top(), area.left() - 8, room.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)
        free = float("-inf")
        for column in range(0, len(self._columns), _EVERY):
            name, left = self._columns[column], self._room(0, column).left()
            width = painter.fontMetrics().horizontalAdvance(name)
            if left < free or left + width > self.width():
                continue
            painter.drawText(QRectF(left, area.bottom() + 2, width + 1, _BELOW - 2), Qt.AlignmentFlag.AlignLeft, name)
            free = left + width + 6

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys, choose with Enter."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self._cells:
            row, column = self._at if self._at is not None else (-step[0], -step[1])
            row = min(len(self._rows) - 1, max(0, row + step[0]))
            self._point((row, min(len(self._columns) - 1, max(0, column + step[1]))))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at is not None:
            self.chosen.emit(*self._at)
        else:
            super().keyPressEvent(event)

    def _arrive(self) -> None:
        if self._at is None and self._cells:
            self._point((0, 0))
