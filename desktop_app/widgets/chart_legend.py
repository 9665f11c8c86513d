"""What the colours of a chart stand for, on as few lines as they need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.theme import ThemeHolder, spacing
from desktop_app.theme.type_scale import SECONDARY, sized
from desktop_app.widgets.chart_values import LegendEntry, chart_colour
from desktop_app.widgets.plain_text import foreign, isolated
from desktop_app.widgets.told_as import tell_as

_SWATCH: Final = 10
_LINE: Final = 20
_LONGEST: Final = 32


class ChartLegend(QWidget):
    """Swatches with names; its own height follows from its width."""

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[LegendEntry, ...] = ()
        tell_as(self, QAccessible.Role.StaticText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def entries(self) -> tuple[LegendEntry, ...]:
        """What is shown."""
        return self._entries

    def show_entries(self, entries: Sequence[LegendEntry]) -> None:
        """Show other entries."""
        self._entries = tuple(LegendEntry(foreign(one.name, _LONGEST), one.ink) for one in entries)
        self.setAccessibleName(", ".join(one.name for one in self._entries))
        self.setVisible(bool(self._entries))
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a line."""
        return QSize(120, _LINE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as the width asks for."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each swatch and its name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), SECONDARY))
        for entry, place in zip(self._entries, self._places(), strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(chart_colour(entry.ink, self._theme.palette))
            painter.drawRoundedRect(QRectF(place.x(), place.y() + (_LINE - _SWATCH) / 2, _SWATCH, _SWATCH), 3, 3)
            painter.setPen(self._theme.palette.colour("muted"))
            left = place.x() + _SWATCH + 6
            words = QRectF(left, place.y(), max(0, self.width() - left), _LINE)
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, isolated(entry.name))
        painter.end()

    def _places(self) -> list[QPoint]:
        places, left, top = [], 0, 0
        metrics = QFontMetrics(sized(self.font(), SECONDARY))
        for entry in self._entries:
            width = _SWATCH + 6 + metrics.horizontalAdvance(entry.name)
            if left and left + width > self.width():
                left, top = 0, top + _LINE
            places.append(QPoint(left, top))
            left += width + spacing.L
        return places

    def _fit(self) -> None:
        places = self._places()
        self.setFixedHeight((places[-1].y() if places else 0) + _LINE)
