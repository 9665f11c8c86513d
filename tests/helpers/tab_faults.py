"""What is wrong with a window for somebody who has a keyboard, a screen reader, or poor eyes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from helpers.tab_walk import Stop
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

SMALLEST: Final = 32  # a target, in logical pixels
_RING: Final = 24  # so many pixels differ where the keys are
_LETTERS: Final = 2
_KINDLESS: Final = frozenset({"box", "Border"})
_TWICE: Final = frozenset({"Is Kairos seeing everything?"})  # one thing from two places


def faults_of(stops: Sequence[Stop]) -> list[str]:
    """Return what is wrong with the controls and their order, in words."""
    hidden = [f"has the keys out of sight: {stop.said.line()}" for stop in stops if not stop.seen]
    return [*_unnamed(stops), *_boxes(stops), *_namesakes(stops), *_small(stops), *_backwards(stops), *hidden]


def _unnamed(stops: Sequence[Stop]) -> list[str]:
    return [
        f"has no name: {type(stop.widget).__name__} {stop.said.line()} at {stop.place.getRect()}"
        for stop in stops
        if sum(letter.isalnum() for letter in stop.said.name) < _LETTERS
    ]


def _boxes(stops: Sequence[Stop]) -> list[str]:
    """Return what is told as a thing without a kind, though it takes the keys; text that scrolls is one."""
    return [
        f"is told as a mere box: {stop.said.line()}"
        for stop in stops
        if stop.said.role in _KINDLESS and not isinstance(stop.widget, QScrollArea)
    ]


def _namesakes(stops: Sequence[Stop]) -> list[str]:
    """Return names that say nothing because another control of the same kind says the same."""
    lines = Counter(stop.said.line() for stop in stops if stop.said.name not in _TWICE)
    return [f"{number} controls are told alike: {line}" for line, number in lines.items() if number > 1]


def _small(stops: Sequence[Stop]) -> list[str]:
    return [
        f"is smaller than {SMALLEST}: {stop.said.line()} {stop.place.width()} x {stop.place.height()}"
        for stop in stops
        if min(stop.place.width(), stop.place.height()) < SMALLEST
    ]


def _backwards(stops: Sequence[Stop]) -> list[str]:
    """Return the steps of Tab that go back, but for the one to the beginning: a dialog is entered in its middle."""
    top = min(stops, key=lambda stop: (stop.place.top(), stop.place.left())).widget if stops else None
    return [
        f"Tab goes back from {one.said.line()} to {other.said.line()}"
        for one, other in pairwise(stops)
        if other.widget not in {one.widget, top} and _goes_back(one, other) and not _does_it(one.widget)
    ]


def _does_it(widget: QWidget) -> bool:
    """Return whether this button does what its dialog is for: it comes first of those in its line."""
    return isinstance(widget, QPushButton) and (widget.isDefault() or widget.property("kind") == "primary")


def _goes_back(one: Stop, other: Stop) -> bool:
    """Return whether a step goes up without going to the right, or to the left in the same line."""
    before, after = one.place, other.place
    if one.widget.isAncestorOf(other.widget):
        return False
    above = after.bottom() <= before.top()
    beside = after.top() < before.bottom() and before.top() < after.bottom()
    return (above and after.left() < before.right()) or (beside and after.right() <= before.left())


def ringless(stops: Sequence[Stop]) -> list[str]:
    """Return the controls that look the same with the keys and without them."""
    return [
        f"does not show that it has the keys: {stop.said.line()}"
        for stop in {stop.widget: stop for stop in stops}.values()
        if not _shows_keys(stop.widget)
    ]


def _shows_keys(widget: QWidget) -> bool:
    widget.clearFocus()
    before = _picture(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return _different(before, _picture(widget))


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _different(one: QImage, other: QImage) -> bool:
    if one.size() != other.size():
        return True
    first, second = (np.frombuffer(image.constBits(), np.uint32) for image in (one, other))
    return int(np.count_nonzero(first != second)) >= _RING
