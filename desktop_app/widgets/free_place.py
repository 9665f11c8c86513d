"""Where something can float over a page without lying on what is to be pressed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from desktop_app.theme import spacing

_PRESSED: Final = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractSlider, QPlainTextEdit)
_STEP: Final = spacing.S
_LOW: Final = 4  # the lowest quarter, where people look for it


def free_place(parent: QWidget, size: QSize, floating: QWidget) -> QPoint:
    """Return the top left corner for what floats: as low as may be, in the middle before the sides.

    It lies on nothing that takes keys where the lowest quarter has such a place, else on no button nor field; where
    there is no such place either, it stands at the bottom.
    """
    controls, others = _in_sight(parent, floating)
    places = list(_places(parent.size(), size))
    low = [place for place in places if place.top() >= parent.height() * (_LOW - 1) // _LOW]
    for offered, avoided in ((low, [*controls, *others]), (places, controls)):
        for place in offered:
            if not any(place.intersects(one) for one in avoided):
                return place.topLeft()
    return places[0].topLeft()


def _in_sight(parent: QWidget, floating: QWidget) -> tuple[list[QRect], list[QRect]]:
    controls: list[QRect] = []
    others: list[QRect] = []
    for widget in parent.findChildren(QWidget):
        takes_keys = widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, _PRESSED)
        if not takes_keys or not widget.isVisible() or isinstance(widget, QScrollBar) or floating.isAncestorOf(widget):
            continue
        seen = widget.visibleRegion().boundingRect()
        if seen.isEmpty():
            continue
        rect = QRect(widget.mapTo(parent, seen.topLeft()), seen.size())
        (controls if isinstance(widget, _PRESSED) else others).append(rect)
    return controls, others


def _places(whole: QSize, size: QSize) -> Iterator[QRect]:
    lowest, right = whole.height() - size.height() - spacing.L, whole.width() - size.width() - spacing.L
    middle = (whole.width() - size.width()) // 2
    sides = (middle, spacing.L, right) if right > spacing.L else (middle,)
    for top in _from(lowest):
        for left in sides:
            yield QRect(QPoint(left, top), size)


def _from(lowest: int) -> Sequence[int]:
    return range(lowest, spacing.XS, -_STEP) or (lowest,)
