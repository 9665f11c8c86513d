"""A share as a ring with its number inside."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.theme import ThemeHolder
from desktop_app.theme.type_scale import FIGURE, sized
from desktop_app.widgets.told_as import tell_as

_SIDE: Final = 108
_WIDTH: Final = 10


class Ring(QWidget):
    """Draws a share from 0 to 1 clockwise from the top."""

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fraction = 0.0
        self._text = ""
        tell_as(self, QAccessible.Role.Graphic)
        self.setFixedSize(_SIDE, _SIDE)
        theme.changed.connect(self.update)

    def show_share(self, fraction: float, text: str, meaning: str) -> None:
        """Show another share; meaning says in words what it is a share of."""
        self._fraction = min(1.0, max(0.0, fraction))
        self._text = text
        self.setAccessibleName(f"{meaning}: {text}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the ring's fixed size."""
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, share and number."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = _WIDTH / 2 + 1
        circle = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(palette.colour("line"), _WIDTH))
        painter.drawEllipse(circle)
        if self._fraction > 0:
            cap = Qt.PenCapStyle.RoundCap if self._fraction < 1 else Qt.PenCapStyle.FlatCap
            painter.setPen(QPen(palette.colour("accent"), _WIDTH, Qt.PenStyle.SolidLine, cap))
            painter.drawArc(circle, 90 * 16, -round(self._fraction * 360 * 16))
        painter.setPen(palette.colour("text"))
        painter.setFont(sized(self.font(), FIGURE, strong=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()
