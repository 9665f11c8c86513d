"""The scroll bar of a page stands in the page's right margin, so that cards end where the header does."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QScrollArea

from desktop_app.theme import spacing


class BarMargin(QObject):
    """Narrows the right margin of what an area scrolls by its bar, while there is one; lives as long as the area."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        area.verticalScrollBar().rangeChanged.connect(self._fit)

    def _fit(self, _low: int, high: int) -> None:
        bar, body = self._area.verticalScrollBar(), self._area.widget()
        layout = None if body is None else body.layout()
        if layout is None:
            return
        margins = layout.contentsMargins()
        right = max(0, spacing.XXL - (bar.sizeHint().width() if high > 0 else 0))
        if margins.right() != right:
            layout.setContentsMargins(margins.left(), margins.top(), right, margins.bottom())
