"""Named lengths under one another, each with a bar or a swatch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.patterns import brush
from desktop_app.widgets.plain_text import plain_label
from desktop_app.widgets.ribbon_values import Kind

_SWATCH: Final = 12
_BAR: Final = 8
_NAME_ROOM: Final = 144
_PLAIN: Final = frozenset({Kind.APP, Kind.ACTIVE})


@dataclass(frozen=True, slots=True)
class BarRow:
    """One line: a name, its length in words, its share of the longest from 0 to 1, and what its colour means."""

    name: str
    text: str
    fraction: float
    kind: Kind = Kind.APP
    slot: int = 0


class BarList(QWidget):
    """Shows rows in the order given; with_bars False leaves out the bars and keeps the swatches."""

    def __init__(self, theme: ThemeHolder, *, with_bars: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._with_bars = with_bars
        self._rows: list[_Row] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(spacing.S)
        self._grid.setVerticalSpacing(spacing.S)
        self._grid.setColumnStretch(1, 3 if with_bars else 1)
        self._grid.setColumnStretch(2, 8 if with_bars else 0)

    def show_rows(self, rows: Sequence[BarRow]) -> None:
        """Show other rows; the labels already there are used again."""
        while len(self._rows) < len(rows):
            self._rows.append(_Row(self._theme, self._grid, len(self._rows), self, with_bar=self._with_bars))
        for place, line in enumerate(self._rows):
            line.show_row(rows[place] if place < len(rows) else None)
        widest = max((self.fontMetrics().horizontalAdvance(row.name) for row in rows), default=0) + 4
        self._grid.setColumnMinimumWidth(1, min(widest, _NAME_ROOM))


class _Row:
    """The widgets of one line."""

    def __init__(self, theme: ThemeHolder, grid: QGridLayout, place: int, parent: QWidget, *, with_bar: bool) -> None:
        self._swatch = Swatch(theme, parent)
        self._name = ElidedLabel("", "", parent)
        self._bar = Bar(theme, parent) if with_bar else None
        self._text: QLabel = plain_label("", "muted", parent)
        self._text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._swatch, place, 0)
        grid.addWidget(self._name, place, 1)
        if self._bar is not None:
            grid.addWidget(self._bar, place, 2)
        grid.addWidget(self._text, place, 3)
        grid.setRowMinimumHeight(place, 22)

    def show_row(self, row: BarRow | None) -> None:
        for widget in (self._swatch, self._name, self._bar, self._text):
            if widget is not None:
                widget.setVisible(row is not None)
        if row is None:
            return
        self._swatch.show_kind(row.kind, row.slot)
        self._name.setText(row.name)
        self._text.setText(row.text)
        if self._bar is not None:
            self._bar.show_share(row.fraction, row.kind, row.slot)


class Swatch(QWidget):
    """A small square in the colour or hatching of a kind."""

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind, self._slot = Kind.APP, 0
        self.setFixedSize(_SWATCH, _SWATCH)
        theme.changed.connect(self.update)

    def show_kind(self, kind: Kind, slot: int) -> None:
        """Stand for another kind."""
        if (kind, slot) != (self._kind, self._slot):
            self._kind, self._slot = kind, slot
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self._theme.palette
        edge = palette.colour("line") if self._kind is Kind.OFF else palette.colour("idle")
        painter.setPen(Qt.PenStyle.NoPen if self._kind in _PLAIN else QPen(edge, 1))
        painter.setBrush(brush(self._kind, self._slot, palette, self.devicePixelRatioF()))
        inset = 1.0 if self._kind in _PLAIN else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 3, 3)
        painter.end()


class Bar(QWidget):
    """A share of a track."""

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fraction = 0.0
        self._kind, self._slot = Kind.APP, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_share(self, fraction: float, kind: Kind, slot: int) -> None:
        """Fill another share, from 0 to 1."""
        self._fraction = min(1.0, max(0.0, fraction))
        self._kind, self._slot = kind, slot
        self.update()

    def sizeHint(self) -> QSize:
        """Return a thin line."""
        return QSize(120, _BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track and the part of it that is filled, from the side on which the language starts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(0, (self.height() - _BAR) / 2, self.width(), _BAR)
        self._fill(painter, whole, QBrush(self._theme.palette.colour("line")))
        filled = max(_BAR, whole.width() * self._fraction) if self._fraction > 0 else 0
        left = whole.right() - filled if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        fill = brush(self._kind, self._slot, self._theme.palette, self.devicePixelRatioF())
        self._fill(painter, QRectF(left, whole.top(), filled, _BAR), fill)
        painter.end()

    @staticmethod
    def _fill(painter: QPainter, area: QRectF, fill: QBrush) -> None:
        path = QPainterPath()
        path.addRoundedRect(area, _BAR / 2, _BAR / 2)
        painter.fillPath(path, fill)
