"""Tab goes through a form as it is read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLayout, QLayoutItem, QWidget


def tab_by_rows(form: QFormLayout) -> None:
    """Let Tab go from row to row and in each from the start of the line; Qt's own order is that of making."""
    for before, after in pairwise(fields_of(form)):
        QWidget.setTabOrder(before, after)


def fields_of(layout: QLayout) -> Iterator[QWidget]:
    """Yield what Tab can reach in a layout, as it is read."""
    for place in range(layout.count()):
        item: QLayoutItem | None = layout.itemAt(place)
        widget = None if item is None else item.widget()
        inner = widget.layout() if widget is not None else None if item is None else item.layout()
        if inner is not None:
            yield from fields_of(inner)
        elif widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
