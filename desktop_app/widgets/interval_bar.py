"""A difference with its interval, drawn left or right of nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.theme import ThemeHolder
from desktop_app.widgets.told_as import tell_as

_WIDTH: Final = 150
_HEIGHT: Final = 24
_BAR: Final = 8
_DOT: Final = 4.5
_ROOM: Final = 1.15


class IntervalBar(QWidget):
    """Its words stand beside it; here nothing is told by colour alone, since sides of the middle say the same."""

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._value, self._low, self._high = 0.0, 0.0, 0.0
        tell_as(self, QAccessible.Role.Graphic)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_interval(self, value: float, low: float, high: float, name: str) -> None:
        """Show another difference; name: the same in words."""
        self._value, self._low, self._high = value, low, high
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    @property
    def ink(self) -> str:
        """The colour of the palette it is drawn in: by whether it is surely more, surely less, or neither."""
        if self._low > 0:
            return "meeting"
        return "distraction" if self._high < 0 else "idle"

    def sizeHint(self) -> QSize:
        """Return its room."""
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw nothing's line, the interval and the value."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room, palette = QRectF(self.rect()), self._theme.palette
        reach = max(abs(self._low), abs(self._high), abs(self._value)) * _ROOM or 1.0
        middle, half, y = room.center().x(), room.width() / 2 - _DOT, room.center().y()
        painter.setPen(QPen(palette.colour("muted"), 1))
        painter.drawLine(QPointF(middle, room.top()), QPointF(middle, room.bottom()))
        left, right = middle + half * self._low / reach, middle + half * self._high / reach
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.colour(self.ink))
        painter.drawRoundedRect(QRectF(left, y - _BAR / 2, max(2.0, right - left), _BAR), 3, 3)
        painter.setPen(QPen(palette.colour("surface"), 1.5))
        painter.setBrush(palette.colour("text"))
        painter.drawEllipse(QPointF(middle + half * self._value / reach, y), _DOT, _DOT)
        painter.end()
