"""Values that follow one another as curves, walked by mouse and keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.theme import ThemeHolder
from desktop_app.theme.type_scale import AXIS, sized
from desktop_app.widgets.chart_pointing import PointedChart
from desktop_app.widgets.chart_values import chart_colour

_HEIGHT: Final = 168
_BELOW: Final = 22
_ABOVE: Final = 10
_BESIDE: Final = 14
_DOT: Final = 3.5
_LINES: Final = 4
_LEAST_RANGE: Final = 0.02
_ROUNDING: Final = 1e-9
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class Curve:
    """One curve: a value for each place, None where there is none. ink: a colour of the palette."""

    name: str
    values: tuple[float | None, ...]
    ink: str
    dashed: bool = False


class CurveChart(PointedChart):
    """Draws curves over the same places; each is told in words when it is pointed at."""

    def __init__(self, theme: ThemeHolder, write: Callable[[float], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._write = theme, write
        self._places: tuple[tuple[str, str], ...] = ()
        self._curves: tuple[Curve, ...] = ()
        self._scale, self._gutter = round_scale(0.0, 1.0), 8.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def curves(self) -> tuple[Curve, ...]:
        """What is shown."""
        return self._curves

    def show_curves(
        self, places: Sequence[tuple[str, str]], curves: Sequence[Curve], *, lowest: float | None = None
    ) -> None:
        """Show other curves. places: what stands below each, and the same in full; lowest: where the scale begins."""
        self._places, self._curves = tuple(places), tuple(curves)
        self._at = None
        values = [value for curve in curves for value in curve.values if value is not None] or [0.0, 1.0]
        low, high = min(values) if lowest is None else min(lowest, *values), max(values)
        self._scale = round_scale(low, max(high, low + _LEAST_RANGE))
        self._measure()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for a chart."""
        return QSize(420, _HEIGHT)

    def whole(self) -> str:
        """Return where each curve begins and ends."""
        return " · ".join(self._ends(curve) for curve in self._curves if any(one is not None for one in curve.values))

    def _ends(self, curve: Curve) -> str:
        there = [(place, value) for place, value in enumerate(curve.values) if value is not None]
        ends = (there[0], there[-1]) if len(there) > 1 else (there[0],)
        return f"{curve.name}: " + ", ".join(f"{self._places[place][1]} {self._write(value)}" for place, value in ends)

    def describe(self, at: tuple[int, int]) -> str:
        """Return all values of one place in words."""
        told = ((curve.name, curve.values[at[0]]) for curve in self._curves)
        lines = (f"{name}: {self._write(value)}" for name, value in told if value is not None)
        return "\n".join((self._places[at[0]][1], *lines))

    # ---------------------------------------------------------------- where things lie

    def _measure(self) -> None:
        metrics = QFontMetricsF(sized(self.font(), AXIS))
        self._gutter = 8 + max(metrics.horizontalAdvance(self._write(value)) for value in self._scale)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(self._gutter, _ABOVE, -2, -_BELOW)

    def _x(self, place: int) -> float:
        area, steps = self._area(), len(self._places) - 1
        inner = area.width() - 2 * _BESIDE
        return area.center().x() if steps < 1 else area.left() + _BESIDE + inner * place / steps

    def _y(self, value: float) -> float:
        area = self._area()
        low, high = self._scale[0], self._scale[-1]
        return area.bottom() - area.height() * (value - low) / (high - low)

    def _under(self, point: QPointF) -> tuple[int, int] | None:
        if not self._places or not self._area().adjusted(0, -_ABOVE, 2, _BELOW).contains(point):
            return None
        return min(range(len(self._places)), key=lambda place: abs(self._x(place) - point.x())), 0

    # ---------------------------------------------------------------- drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scale, the curves and the place pointed at."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), AXIS))
        self._paint_scale(painter)
        if self._at is not None:
            painter.setPen(QPen(self._theme.palette.colour("muted"), 1))
            x, area = self._x(self._at[0]), self._area()
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        for curve in self._curves:
            self._paint_curve(painter, curve)
        self._paint_labels(painter)
        painter.end()

    def _paint_scale(self, painter: QPainter) -> None:
        area, palette = self._area(), self._theme.palette
        for value in self._scale:
            y = round(self._y(value)) + 0.5
            painter.setPen(QPen(palette.colour("line"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(palette.colour("muted"))
            words = QRectF(0, y - 8, area.left() - 8, 16)
            painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._write(value))

    def _paint_curve(self, painter: QPainter, curve: Curve) -> None:
        colour = chart_colour(curve.ink, self._theme.palette)
        style = Qt.PenStyle.DashLine if curve.dashed else Qt.PenStyle.SolidLine
        points = [
            None if value is None else QPointF(self._x(n), self._y(value)) for n, value in enumerate(curve.values)
        ]
        painter.setPen(QPen(colour, 2, style))
        for here, there in pairwise(points):
            if here is not None and there is not None:
                painter.drawLine(here, there)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for point in points:
            if point is not None:
                painter.drawEllipse(point, _DOT, _DOT)

    def _paint_labels(self, painter: QPainter) -> None:
        painter.setPen(self._theme.palette.colour("muted"))
        metrics, free, bottom = painter.fontMetrics(), float("-inf"), self._area().bottom()
        for place, (label, _) in enumerate(self._places):
            width = metrics.horizontalAdvance(label)
            left = min(max(0.0, self._x(place) - width / 2), self.width() - width)
            if left < free:
                continue
            painter.drawText(QRectF(left, bottom + 4, width + 1, _BELOW - 4), Qt.AlignmentFlag.AlignCenter, label)
            free = left + width + 10

    # ---------------------------------------------------------------- pointing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self._places:
            super().keyPressEvent(event)
            return
        place = (-1 if step > 0 else len(self._places)) if self._at is None else self._at[0]
        self._point((min(len(self._places) - 1, max(0, place + step)), 0))

    def _arrive(self) -> None:
        if self._at is None and self._places:
            self._point((0, 0))


def round_scale(low: float, high: float) -> list[float]:
    """Return round values in even steps, from the last at or below low to the first at or above high; low < high."""
    rough = (high - low) / _LINES
    size = 10.0 ** floor(log10(rough))
    step = next(size * times for times in (1, 2, 2.5, 5, 10) if size * times >= rough * (1 - _ROUNDING))
    first, last = floor(low / step + _ROUNDING), ceil(high / step - _ROUNDING)
    return [number * step for number in range(first, max(last, first + 1) + 1)]
