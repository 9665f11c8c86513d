"""Going through a window with the Tab key, as a person without a mouse does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from helpers.spoken import Spoken, spoken
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QWidget

_MOST: Final = 250
_SECTIONS: Final = 8  # a moment is up to six steps of one field


@dataclass(frozen=True, slots=True)
class Stop:
    """Where Tab stopped. place: in the window, as if all of it were in sight. seen: some of it is in sight then."""

    widget: QWidget
    place: QRect
    said: Spoken
    seen: bool = True


def tab_stops(window: QWidget) -> list[Stop]:
    """Return every place where Tab stops, until it comes round; fails where it never does.

    The main window's begin at its start, a dialog's where it puts the keys itself. A control that leads the keys
    through its own parts, as the week does through its blocks, is there once for each.
    """
    _activate(window)
    first = window.focusWidget() if isinstance(window, QDialog) else None
    (first or window).setFocus()
    stops = [] if first is None else [Stop(first, _place(first, window), spoken(first))]
    while (stop := _next(window)) not in stops:
        assert len(stops) < _MOST, f"Tab does not come round: {[one.said.line() for one in stops[-5:]]}"
        stops.append(stop)
    assert stop.widget is stops[0].widget, f"Tab goes in a ring that leaves out the start: {stop.said.line()}"
    return stops


def _activate(window: QWidget) -> None:
    for _ in range(_MOST):
        if QApplication.activeWindow() is window:
            return
        window.activateWindow()
        QTest.qWait(1)
    raise AssertionError(f"{window.windowTitle()} does not come to the front")


def _next(window: QWidget) -> Stop:
    before = QApplication.focusWidget()
    told = spoken(before) if before is not None else None
    for _ in range(_SECTIONS):
        stop = _after_tab(window)
        if stop.widget is not before or stop.said != told:
            return stop
    raise AssertionError(f"Tab does not lead on from {told and told.line()}")


def _after_tab(window: QWidget) -> Stop:
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
    now = QApplication.focusWidget()
    assert now is not None, "Tab led nowhere"
    return Stop(now, _place(now, window), spoken(now), not now.visibleRegion().isEmpty())


def _place(widget: QWidget, window: QWidget) -> QRect:
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QAbstractScrollArea):
            place.translate(above.horizontalScrollBar().value(), above.verticalScrollBar().value())
        above = above.parentWidget()
    return place
