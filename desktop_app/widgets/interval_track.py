"""An amount as a bar from nothing, with the interval it lies in drawn over its end."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

_WIDTH: Final = 160
_HEIGHT: Final = 22
_BAR: Final = 8
_CAP: Final = 5
_EDGE: Final = 1.5


class IntervalTrack(QWidget):
    """Shares of a scale, each from 0 to 1; the same stands beside it in words, so nothing is told by colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._span: tuple[float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, span: tuple[float, float] | None, name: str) -> None:
        """Show another amount; span: from where to where it may lie, None where that is not told; name: in words."""
        self._share = _within(share)
        self._span = None if span is None else (_within(span[0]), _within(span[1]))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a thin line with room for the ends of the interval."""
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track, the bar, and the interval, from the side on which the language starts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        middle, length = self.height() / 2, self.width() - 2 * _EDGE
        colours = self.palette()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(QRectF(_EDGE, middle - _BAR / 2, length, _BAR), _BAR / 2, _BAR / 2)
        if self._share > 0:
            painter.setBrush(colours.color(QPalette.ColorRole.Highlight))
            filled = max(float(_BAR), length * self._share)
            painter.drawRoundedRect(QRectF(_EDGE, middle - _BAR / 2, filled, _BAR), _BAR / 2, _BAR / 2)
        if self._span is not None:
            painter.setPen(QPen(colours.color(QPalette.ColorRole.WindowText), _EDGE))
            left, right = (_EDGE + length * one for one in self._span)
            painter.drawLine(QPointF(left, middle), QPointF(right, middle))
            for end in (left, right):
                painter.drawLine(QPointF(end, middle - _CAP), QPointF(end, middle + _CAP))
        painter.end()


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))
