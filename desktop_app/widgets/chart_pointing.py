"""A chart whose parts can be pointed at, told, and chosen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.widgets.plain_text import for_tooltip
from desktop_app.widgets.told_as import tell_as

_BY_KEYS: Final = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})
_FEW: Final = 7
_FULLEST: Final = 3


class PointedChart(QWidget):
    """Keeps which part is pointed at; emits chosen with its two numbers where one is clicked.

    A chart says what lies at a point, describes it and all of itself, and measures itself anew in another font.
    """

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at: tuple[int, int] | None = None
        self._come = False  # the keys came here and went no further yet
        tell_as(self, QAccessible.Role.Chart)
        self.setMouseTracking(True)

    def describe(self, at: tuple[int, int]) -> str:
        """Return what a part is, in words."""
        raise NotImplementedError

    def whole(self) -> str:
        """Return what the chart shows, in words."""
        raise NotImplementedError

    def told(self) -> str:
        """Return what the chart shows, "" while a part of it is walked through."""
        return self.whole() if self._at is None or self._come else ""

    def most(self, values: Iterable[tuple[int, str]]) -> str:
        """Return some values in words, each given with its size: all of a few, of more the largest."""
        there = [one for one in values if one[0]]
        if len(there) <= _FEW:
            return " · ".join(text for _, text in there)
        largest = sorted(there, key=lambda one: -one[0])[:_FULLEST]
        return self.tr("Most: %1").replace("%1", " · ".join(text for _, text in largest))

    def _under(self, point: QPointF) -> tuple[int, int] | None:
        raise NotImplementedError

    def _measure(self) -> None:
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure()
        super().changeEvent(event)

    def _point(self, at: tuple[int, int] | None) -> None:
        if at == self._at:
            return
        self._come = self._come and self._at is None
        self._at = at
        self.setAccessibleDescription("" if at is None else self.describe(at))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark what lies under the pointer."""
        self._point(self._under(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Mark nothing."""
        self._point(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what lies under the pointer."""
        at = self._under(event.position())
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            self._point(at)
            self.chosen.emit(*at)

    def _arrive(self) -> None:
        """Point at something, since the keys come by Tab."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show who came with the keyboard where they are."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYS:
            self._come = True
            self._arrive()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Mark nothing."""
        super().focusOutEvent(event)
        self._come = False
        self._point(None)

    def event(self, event: QEvent) -> bool:
        """Say what lies under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if at is None else for_tooltip(self.describe(at)), self)
            return True
        return super().event(event)
