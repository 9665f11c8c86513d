"""What a program can see of a page's looks: text cut off, bars and controls out of measure, a page left empty."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QStackedWidget,
    QWidget,
)

from desktop_app.theme import spacing
from desktop_app.widgets.elided_label import ElidedLabel

_CELL = 8  # pixels of the picture that are one cell of the search for emptiness
_SLACK = 2
_LONGEST_LINE = 95  # letters of average width: longer lines are lost by the eye
_CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)


def faults(page: QWidget, picture: QImage) -> list[str]:
    """Return one line for each fault of a shown page; the picture is the page's own, in any density."""
    shown = [widget for widget in page.findChildren(QWidget) if _is_seen(widget, page)]
    found = [*_cut(shown), *_bars(shown), *_small(shown), *_overlaps(shown), *_long_lines(shown)]
    share = empty_share(picture)
    if share > 0.5:
        found.append(f"empty: {share:.0%} of the page is one empty rectangle")
    return sorted(set(found))


def _is_seen(widget: QWidget, page: QWidget) -> bool:
    return widget.isVisibleTo(page) and not widget.visibleRegion().isEmpty()


def named(widget: QWidget) -> str:
    """Return what tells a widget from others: its kind, its text and whose it is."""
    text = getattr(widget, "text", str)
    words = str(text())[:40] or widget.accessibleName()[:40]
    owner = widget.parentWidget()
    return f"{type(widget).__name__} “{words}” in {type(owner).__name__}"


def _cut(shown: list[QWidget]) -> Iterator[str]:
    for widget in shown:
        if isinstance(widget, QLabel) and not isinstance(widget, ElidedLabel) and widget.text():
            room = widget.contentsRect()
            if widget.wordWrap():
                lacking = widget.heightForWidth(widget.width()) - widget.height()
            else:
                lacking = widget.fontMetrics().horizontalAdvance(widget.text()) - room.width()
            if lacking > _SLACK:
                yield f"cut by {lacking} px: {named(widget)}"
        elif isinstance(widget, (QAbstractButton, QComboBox)):
            lacking = widget.minimumSizeHint().width() - widget.width()
            if lacking > _SLACK:
                yield f"narrow by {lacking} px: {named(widget)}"


def _bars(shown: list[QWidget]) -> Iterator[str]:
    for widget in shown:
        if isinstance(widget, QAbstractScrollArea):
            bar = widget.horizontalScrollBar()
            if bar.isVisible() and bar.maximum() > 0:
                yield f"scrolls sideways by {bar.maximum()} px: {named(widget)}"


def _small(shown: list[QWidget]) -> Iterator[str]:
    for widget in shown:
        inner = isinstance(widget.parentWidget(), (QAbstractSpinBox, QComboBox, QLineEdit))  # its own icons too
        if isinstance(widget, _CONTROLS) and not inner and not widget.objectName().startswith("qt_"):
            side = min(widget.width(), widget.height())
            if side < spacing.TARGET:
                yield f"small, {widget.width()}x{widget.height()}: {named(widget)}"


def _overlaps(shown: list[QWidget]) -> Iterator[str]:
    families: dict[QWidget, list[QWidget]] = {}
    for widget in shown:
        owner = widget.parentWidget()
        layout = None if owner is None or isinstance(owner, QStackedWidget) else owner.layout()
        if owner is not None and layout is not None and layout.indexOf(widget) >= 0:
            families.setdefault(owner, []).append(widget)
    for family in families.values():
        for one, other in combinations(family, 2):
            shared = one.geometry() & other.geometry()
            if shared.width() > _SLACK and shared.height() > _SLACK:
                yield f"overlap {shared.width()}x{shared.height()}: {named(one)} and {named(other)}"


def _long_lines(shown: list[QWidget]) -> Iterator[str]:
    for widget in shown:
        if isinstance(widget, QLabel) and not isinstance(widget, QProgressBar) and widget.wordWrap():
            letters = widget.width() / max(1, widget.fontMetrics().averageCharWidth())
            told = widget.fontMetrics().horizontalAdvance(widget.text())
            if letters > _LONGEST_LINE and told > _LONGEST_LINE * widget.fontMetrics().averageCharWidth():
                yield f"lines of {letters:.0f} letters: {named(widget)}"


def empty_share(picture: QImage) -> float:
    """Return how much of the picture its largest rectangle of a single colour takes, from 0 to 1."""
    wide, high = picture.width() // _CELL, picture.height() // _CELL
    heights, best = [0] * wide, 0
    for row in range(high):
        empty = [_plain(picture, column, row) for column in range(wide)]
        heights = [height + 1 if is_empty else 0 for height, is_empty in zip(heights, empty, strict=True)]
        best = max(best, _largest_below(heights))
    return best / (wide * high)


def _plain(picture: QImage, column: int, row: int) -> bool:
    spot = QRect(QPoint(column * _CELL, row * _CELL), QPoint(column * _CELL + _CELL - 1, row * _CELL + _CELL - 1))
    colour = picture.pixel(spot.topLeft())
    return all(
        picture.pixel(x, y) == colour
        for y in range(spot.top(), spot.bottom() + 1, 2)
        for x in range(spot.left(), spot.right() + 1, 2)
    )


def _largest_below(heights: list[int]) -> int:
    """Return the largest rectangle under a skyline, in cells."""
    best, stack = 0, list[tuple[int, int]]()
    for place, height in enumerate([*heights, 0]):
        start = place
        while stack and stack[-1][1] >= height:
            start, tall = stack.pop()
            best = max(best, tall * (place - start))
        stack.append((start, height))
    return best
