"""Cards under one another that scroll where the window is too low for them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.bar_margin import BarMargin


def scrolling(*cards: tuple[QWidget, int]) -> QScrollArea:
    """Return an area with the cards, each with its share of the height that is left over."""
    body = QWidget()
    body.setProperty("role", "pageBody")
    column = QVBoxLayout(body)
    column.setContentsMargins(spacing.XXL, 0, spacing.XXL, spacing.L)
    column.setSpacing(spacing.M)
    for card, share in cards:
        column.addWidget(card, share)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    BarMargin(area)
    return area
