"""Small bars beside one another against a line to reach or to stay under, one a day or a week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.theme import ThemeHolder
from desktop_app.widgets.chart_pointing import PointedChart

_HEIGHT: Final = 44
_LEAST: Final = 2.0
_WIDEST: Final = 22.0
_SHARE: Final = 0.74
_ROUND: Final = 2.0
_HEADROOM: Final = 1.08
_THICK: Final = 10.0
_OVER: Final = 5.0
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Outcome(Enum):
    """How a bar stands; its shape says what its colour says."""

    GOOD = "good"  # full
    BAD = "bad"  # hollow
    OPEN = "open"  # full, in the accent
    NOTHING = "nothing"  # a dot


_INKS: Final = {Outcome.GOOD: "meeting", Outcome.BAD: "distraction", Outcome.OPEN: "accent", Outcome.NOTHING: "idle"}


@dataclass(frozen=True, slots=True)
class StripBar:
    """One day or week. text: all of it in words."""

    value: int
    outcome: Outcome
    text: str


class GoalStrip(PointedChart):
    """Draws bars and the line; emits chosen(bar, 0) where one is clicked or entered."""

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.bars: tuple[StripBar, ...] = ()
        self._line = 0
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_bars(self, bars: Sequence[StripBar], line: int) -> None:
        """Show other bars; line: the value to reach or to stay under."""
        self.bars, self._line, self._at = tuple(bars), line, None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if bars else Qt.FocusPolicy.NoFocus)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for a month of days."""
        return QSize(280, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return room for a week of days."""
        return QSize(80, _HEIGHT)

    def whole(self) -> str:
        """Return the last bar in words: how it stands now."""
        return self.bars[-1].text if self.bars and self._at is None else ""

    def describe(self, at: tuple[int, int]) -> str:
        """Return a bar in words."""
        return self.bars[at[0]].text

    def _measure(self) -> None:
        self.update()

    def _step(self) -> float:
        return min(_WIDEST, self.width() / max(1, len(self.bars)))

    def _under(self, point: QPointF) -> tuple[int, int] | None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if len(self.bars) == 1:
            return 0, 0
        place = int((self.width() - point.x() if mirrored else point.x()) // self._step())
        return (place, 0) if 0 <= place < len(self.bars) else None

    def _room(self, place: int) -> QRectF:
        """Return where a bar may be drawn, from the bottom to the top."""
        step = self._step()
        width = max(1.0, step * _SHARE)
        left = place * step + (step - width) / 2
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - width
        return QRectF(left, 1, width, self.height() - 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars, and the line across them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        highest = max([self._line, *(bar.value for bar in self.bars), 1]) * _HEADROOM
        if len(self.bars) == 1:
            self._paint_lying(painter, self.bars[0], highest)
            painter.end()
            return
        for place, bar in enumerate(self.bars):
            self._paint_bar(painter, self._room(place), bar, bar.value / highest)
        if self.bars:
            y = self.height() - 1 - (self.height() - 2) * self._line / highest
            painter.setPen(QPen(self._theme.palette.colour("muted"), 1, Qt.PenStyle.DashLine))
            first, last = self._room(0), self._room(len(self.bars) - 1)
            both = first.united(last)
            painter.drawLine(QPointF(both.left() - 2, y), QPointF(both.right() + 2, y))
        if self._at is not None:  # what is pointed at
            painter.setPen(QPen(self._theme.palette.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._room(self._at[0]).adjusted(-0.5, -0.5, 0.5, 0.5), _ROUND, _ROUND)
        painter.end()

    def _paint_lying(self, painter: QPainter, bar: StripBar, highest: float) -> None:
        """Draw one bar alone along its track, from the side on which the language starts."""
        palette, room = self._theme.palette, QRectF(self.rect()).adjusted(1, 1, -1, -1)
        track = QRectF(room.left(), room.center().y() - _THICK / 2, room.width(), _THICK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.colour("line"))
        painter.drawRoundedRect(track, _THICK / 2, _THICK / 2)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        filled = max(_THICK, track.width() * bar.value / highest) if bar.value else 0.0
        area = QRectF(track.right() - filled if mirrored else track.left(), track.top(), filled, _THICK)
        if filled:
            self._dress(painter, area, bar.outcome)
            painter.drawRoundedRect(area, _THICK / 2, _THICK / 2)
        x = track.width() * self._line / highest
        x = track.right() - x if mirrored else track.left() + x
        painter.setPen(QPen(palette.colour("text"), 1.5))
        painter.drawLine(QPointF(x, track.top() - _OVER), QPointF(x, track.bottom() + _OVER))

    def _dress(self, painter: QPainter, area: QRectF, outcome: Outcome) -> None:
        """Choose colour and shape; area is made smaller where an outline needs room."""
        colour = self._theme.palette.colour(_INKS[outcome])
        hollow = outcome is Outcome.BAD and min(area.width(), area.height()) > 2 * _ROUND
        painter.setPen(QPen(colour, 1.5) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.palette.colour("surface") if hollow else colour)
        if hollow:
            area.adjust(0.75, 0.75, -0.75, -0.75)

    def _paint_bar(self, painter: QPainter, room: QRectF, bar: StripBar, share: float) -> None:
        palette = self._theme.palette
        painter.setPen(Qt.PenStyle.NoPen)
        if bar.outcome is Outcome.NOTHING:
            size = min(3.0, room.width())
            painter.setBrush(palette.colour("idle"))
            painter.drawEllipse(QRectF(room.center().x() - size / 2, room.bottom() - size, size, size))
            return
        height = max(_LEAST, room.height() * share)
        area = QRectF(room.left(), room.bottom() - height, room.width(), height)
        self._dress(painter, area, bar.outcome)
        painter.drawRoundedRect(area, min(_ROUND, area.width() / 2), min(_ROUND, height / 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, choose with Enter."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self.bars:
            here = len(self.bars) - 1 if self._at is None else self._at[0] + step
            self._point((min(len(self.bars) - 1, max(0, here)), 0))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None:
            self.chosen.emit(*self._at)
        else:
            super().keyPressEvent(event)

    def _arrive(self) -> None:
        if self.bars:
            self._point((len(self.bars) - 1, 0))
