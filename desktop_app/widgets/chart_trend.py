"""A small arrow that says whether a figure went up or down, with its words beside it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.theme import Palette, ThemeHolder
from desktop_app.theme.type_scale import SECONDARY, sized
from desktop_app.widgets.chart_values import Trend
from desktop_app.widgets.told_as import tell_as

ARROW: Final = 10
_GAP: Final = 4


class TrendLabel(QWidget):
    """Shows a Trend, or nothing; the arrow's shape says what its colour says."""

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._trend: Trend | None = None
        tell_as(self, QAccessible.Role.StaticText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    @property
    def trend(self) -> Trend | None:
        """What is shown."""
        return self._trend

    def show_trend(self, trend: Trend | None) -> None:
        """Show another change, None for none."""
        self._trend = trend
        self.setAccessibleName("" if trend is None else trend.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for arrow and words; without a change the line stays as high."""
        text = "" if self._trend is None else self._trend.text
        metrics = self.fontMetrics()
        return QSize(ARROW + _GAP + metrics.horizontalAdvance(text), metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the room for the arrow alone."""
        return QSize(ARROW, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the arrow, and the words after it."""
        if self._trend is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = room.right() - ARROW if right_to_left else room.left()
        paint_arrow(
            painter, QRectF(left, room.center().y() - ARROW / 2, ARROW, ARROW), self._trend, self._theme.palette
        )
        painter.setPen(self._theme.palette.colour("muted"))
        painter.setFont(sized(self.font(), SECONDARY))
        shift = ARROW + _GAP
        words = room.adjusted(0, 0, -shift, 0) if right_to_left else room.adjusted(shift, 0, 0, 0)
        text = painter.fontMetrics().elidedText(self._trend.text, Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


def paint_arrow(painter: QPainter, room: QRectF, trend: Trend, palette: Palette) -> None:
    """Draw an arrow up or down, or a level line, into a square."""
    colour = trend_colour(trend, palette)
    centre, half = room.center(), room.width() / 2
    if trend.direction == 0:
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QPointF(room.left() + 1, centre.y()), QPointF(room.right() - 1, centre.y()))
        return
    tip = centre.y() - trend.direction * half * 0.8
    foot = centre.y() + trend.direction * half * 0.7
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    left, right = QPointF(room.left() + 0.5, foot), QPointF(room.right() - 0.5, foot)
    painter.drawPolygon(QPolygonF([QPointF(centre.x(), tip), right, left]))


def trend_colour(trend: Trend, palette: Palette) -> QColor:
    """Return the colour of a change: welcome, unwelcome or neither."""
    return palette.colour({1: "meeting", -1: "distraction"}.get(trend.good, "muted"))
