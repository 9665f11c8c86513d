"""Lines with a signed number each, drawn as bars that go left or right of nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label

_BAR: Final = 10
_BAR_WIDTH: Final = 180


@dataclass(frozen=True, slots=True)
class SignedRow:
    """One line: what it is, its number in words, and its share of the longest from -1 to 1.

    ink: a colour of the palette; empty: by the sign. strong: a sum.
    """

    name: str
    text: str
    share: float
    ink: str = ""
    strong: bool = False


class SignedBars(QWidget):
    """Shows rows in the order given; every number stands beside its bar, with its sign."""

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: list[tuple[Paragraph, SignedBar, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(spacing.M)
        self._grid.setVerticalSpacing(spacing.S)
        self._grid.setColumnStretch(0, 1)

    def show_rows(self, rows: Sequence[SignedRow]) -> None:
        """Show other rows."""
        while len(self._lines) < len(rows):
            self._add_line()
        for place, line in enumerate(self._lines):
            row = rows[place] if place < len(rows) else None
            for widget in line:
                widget.setVisible(row is not None)
            if row is not None:
                _show(line, row)

    def _add_line(self) -> None:
        place = len(self._lines)
        line = Paragraph("", "", self), SignedBar(self._theme, self), plain_label("", "", self)
        line[2].setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        line[0].setAlignment(Qt.AlignmentFlag.AlignVCenter)
        for column, widget in enumerate(line):
            self._grid.addWidget(widget, place, column)
        self._grid.setRowMinimumHeight(place, 24)
        self._lines.append(line)


def _show(line: tuple[Paragraph, SignedBar, QLabel], row: SignedRow) -> None:
    name, bar, text = line
    for label, words in ((name, row.name), (text, row.text)):
        label.setText(words)
        label.setProperty("role", "strong" if row.strong else "")
        label.style().polish(label)
    bar.show_share(row.share, row.ink or ("meeting" if row.share >= 0 else "distraction"))


class SignedBar(QWidget):
    """A bar from the middle, to the right for more and to the left for less."""

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share, self._ink = 0.0, "idle"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_share(self, share: float, ink: str) -> None:
        """Show another share, from -1 to 1."""
        self._share, self._ink = max(-1.0, min(1.0, share)), ink
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of a bar."""
        return QSize(_BAR_WIDTH, 2 * _BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the middle and the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        middle, half = room.center().x(), room.width() / 2 - 1
        painter.setPen(QPen(self._theme.palette.colour("muted"), 1))
        painter.drawLine(QPointF(middle, room.top()), QPointF(middle, room.bottom()))
        width = abs(self._share) * half
        if width > 0:
            left = middle if self._share > 0 else middle - width
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.palette.colour(self._ink))
            painter.drawRoundedRect(QRectF(left, room.center().y() - _BAR / 2, max(2.0, width), _BAR), 2, 2)
        painter.end()
