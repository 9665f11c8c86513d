"""Stacked bars beside one another, one a day or a week, walked by mouse and keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.theme import ThemeHolder
from desktop_app.theme.type_scale import AXIS, sized
from desktop_app.widgets.chart_axis import HOUR_MS, MINUTE_MS, axis_lines
from desktop_app.widgets.chart_pointing import PointedChart
from desktop_app.widgets.chart_values import Bar, BarPart, chart_colour
from desktop_app.widgets.plain_text import foreign, isolated

WHOLE: Final = -1
_BELOW: Final = 22
_ABOVE: Final = 8
_HEIGHT: Final = 208
_WIDEST: Final = 44
_SHARE: Final = 0.72
_GAP: Final = 1.0
_STEPS: Final = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


class StackedBars(PointedChart):
    """Draws bars; emits chosen(bar, part) where one is clicked or entered, part WHOLE for all of the bar."""

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: tuple[Bar, ...] = ()
        self._lines = axis_lines(0)
        self._gutter = 8.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.update)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        self._bars = tuple(bars)
        self._at = None
        self._measure()
        self.update()

    @property
    def current(self) -> tuple[int, int] | None:
        """The bar and part pointed at."""
        return self._at

    def sizeHint(self) -> QSize:
        """Return room for a chart."""
        return QSize(420, _HEIGHT)

    def whole(self) -> str:
        """Return the bars in words."""
        return self.most((bar.value, f"{bar.name}: {bar.text}") for bar in self._bars)

    def describe(self, at: tuple[int, int]) -> str:
        """Return a bar or one of its parts in words."""
        bar = self._bars[at[0]]
        whole = f"{bar.name}: {bar.text}"
        if at[1] == WHOLE:
            return whole
        part = bar.parts[at[1]]
        return f"{whole}\n{isolated(foreign(part.name))}: {part.text}"

    # ---------------------------------------------------------------- where things lie

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(self._gutter, _ABOVE, -2, -_BELOW)

    def _measure(self) -> None:
        """Find the lines of the scale, and the room its words take."""
        self._lines = axis_lines(max((bar.value for bar in self._bars), default=0))
        metrics = QFontMetricsF(sized(self.font(), AXIS))
        self._gutter = 8 + max(metrics.horizontalAdvance(self._scale_text(ms)) for ms in self._lines)

    def _column(self, place: int) -> QRectF:
        area = self._area()
        width = area.width() / max(1, len(self._bars))
        return QRectF(area.left() + place * width, area.top(), width, area.height())

    def _parts(self, place: int) -> list[QRectF]:
        """Return where the parts of a bar lie, from the bottom up."""
        column, highest = self._column(place), self._lines[-1]
        width = min(_WIDEST, max(1.0, column.width() * _SHARE))
        left, bottom = column.center().x() - width / 2, column.bottom()
        found = []
        for part in self._bars[place].parts:
            height = column.height() * part.value / highest
            bottom -= height
            found.append(QRectF(left, bottom, width, height))
        return found

    def _under(self, point: QPointF) -> tuple[int, int] | None:
        area = self._area()
        if not self._bars or not area.left() <= point.x() < area.right():
            return None
        place = min(len(self._bars) - 1, int((point.x() - area.left()) / area.width() * len(self._bars)))
        hit = (part for part, room in enumerate(self._parts(place)) if room.top() <= point.y() < room.bottom())
        return place, next(hit, WHOLE)

    # ---------------------------------------------------------------- drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scale, the bars and what is pointed at."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), AXIS))
        self._paint_scale(painter)
        for place in range(len(self._bars)):
            self._paint_bar(painter, place)
        self._paint_labels(painter)
        if self._at is not None:
            self._paint_mark(painter, *self._at)
        painter.end()

    def _paint_scale(self, painter: QPainter) -> None:
        area, lines, palette = self._area(), self._lines, self._theme.palette
        for ms in lines:
            y = area.bottom() - area.height() * ms / lines[-1]
            painter.setPen(QPen(palette.colour("line"), 1))
            painter.drawLine(QPointF(area.left(), round(y) + 0.5), QPointF(area.right(), round(y) + 0.5))
            painter.setPen(palette.colour("muted"))
            words = QRectF(0, y - 8, area.left() - 8, 16)
            painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._scale_text(ms))

    def _paint_bar(self, painter: QPainter, place: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for part, room in zip(self._bars[place].parts, self._parts(place), strict=True):
            gap = _GAP if room.height() > 2 * _GAP else 0.0  # parts stay apart without their colours
            painter.setBrush(chart_colour(part.ink, self._theme.palette))
            painter.drawRect(room.adjusted(0, gap, 0, 0))

    def _paint_labels(self, painter: QPainter) -> None:
        painter.setPen(self._theme.palette.colour("muted"))
        metrics = painter.fontMetrics()
        free, bottom = float("-inf"), self._area().bottom()
        for place, bar in enumerate(self._bars):
            width, middle = metrics.horizontalAdvance(bar.label), self._column(place).center().x()
            left = min(max(0.0, middle - width / 2), self.width() - width)
            if not bar.label or left < free:
                continue
            room = QRectF(left, bottom + 4, width + 1, _BELOW - 4)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, bar.label)
            free = left + width + 10

    def _paint_mark(self, painter: QPainter, place: int, part: int) -> None:
        rooms = self._parts(place)
        room = rooms[part] if part != WHOLE else self._column(place)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.palette.colour("text" if part != WHOLE else "muted"), 1.5))
        painter.drawRoundedRect(room.adjusted(-1.5, -1, 1.5, 1), 3, 3)

    def _scale_text(self, ms: int) -> str:
        if ms % HOUR_MS == 0:
            return self.tr("%1 h").replace("%1", str(ms // HOUR_MS))
        return self.tr("%1 min").replace("%1", str(ms // MINUTE_MS))

    # ---------------------------------------------------------------- pointing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys, choose with Enter."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self._bars:
            self._walk(*step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at is not None:
            self.chosen.emit(*self._at)
        else:
            super().keyPressEvent(event)

    def _walk(self, bars: int, parts: int) -> None:
        place, part = self._at if self._at is not None else (-1 if bars > 0 else 0, WHOLE)
        place = min(len(self._bars) - 1, max(0, place + bars))
        part = min(len(self._bars[place].parts) - 1, max(WHOLE, part + parts))
        self._point((place, part))

    def _arrive(self) -> None:
        if self._at is None and self._bars:
            self._point((0, WHOLE))


def one_part(name: str, value: int, text: str, ink: str) -> tuple[BarPart, ...]:
    """Return the parts of a bar that is not divided."""
    return (BarPart(name, value, text, ink),) if value else ()
