"""Another palette for a whole application in use, without a pause that anyone would notice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop_app.theme.application import apply_colours
from desktop_app.theme.palette import Palette

_AT_ONCE: Final = 100  # widgets a turn: some eight milliseconds
_DRESSED: Final = Qt.WidgetAttribute.WA_StyleSheet
_POLISHED: Final = Qt.WidgetAttribute.WA_WState_Polished
_LEFT_ALONE: Final = Qt.WidgetAttribute.WA_SetStyle


class Redressing(QObject):
    """Takes the old stylesheet off each widget and puts the new one on, so many in each turn of the event loop.

    Left to itself, Qt polishes each widget anew once for every widget around it when a stylesheet is changed: nine
    times over, a pause of 1.3 s for the 1,700 widgets of all pages. Here each is polished once, and none waits long.
    """

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether something still wears the old palette."""
        return self._timer.isActive()

    def begin(self, palette: Palette, change: Callable[[], object]) -> None:
        """Change to the palette; change is called when the stylesheet is, before anything is painted with it."""
        self.finish()
        self._steps = self._redress(palette, change)
        self._timer.start()
        self._go_on()

    def finish(self) -> None:
        """Do now what was begun."""
        for _ in self._steps:
            pass
        self._timer.stop()

    def _go_on(self) -> None:
        if next(self._steps, self) is self:
            self._timer.stop()

    def _redress(self, palette: Palette, change: Callable[[], object]) -> Iterator[None]:
        """Undress what is hidden, then what is seen, change, and dress what is seen and then the rest."""
        widgets = self._app.allWidgets()
        hidden = [widget for widget in widgets if not widget.isVisible()]
        seen = [widget for widget in widgets if widget.isVisible()]
        yield from _some_at_once(hidden, self._undress)
        windows = [widget for widget in seen if isValid(widget) and widget.isWindow()]
        try:
            for window in windows:
                window.setUpdatesEnabled(False)  # no picture half in the one palette, half in the other
            yield from _some_at_once(seen, self._undress)
            yield
            hidden += self._change_sheet(palette) - set(widgets)
            yield
            change()
            yield
            yield from _some_at_once(seen, self._dress)
        finally:
            for window in filter(isValid, windows):
                window.setUpdatesEnabled(True)
        yield
        yield from _some_at_once(hidden, self._dress)

    def _change_sheet(self, palette: Palette) -> set[QWidget]:
        """Have Qt forget the old stylesheet and take the new one without a look at any widget; return the widgets."""
        widgets = {widget for widget in self._app.allWidgets() if widget.testAttribute(_POLISHED)}
        for widget in widgets:
            self._undress(widget)  # what came meanwhile
            widget.setAttribute(_POLISHED, on=False)
            widget.setAttribute(_LEFT_ALONE, on=True)
        self._app.setStyleSheet("")
        apply_colours(self._app, palette)
        for widget in widgets:
            widget.setAttribute(_POLISHED, on=True)
            widget.setAttribute(_LEFT_ALONE, on=False)
        return widgets

    def _undress(self, widget: QWidget) -> None:
        if widget.testAttribute(_DRESSED):
            self._app.style().unpolish(widget)

    def _dress(self, widget: QWidget) -> None:
        if widget.testAttribute(_POLISHED):
            self._app.style().polish(widget)


def _some_at_once(widgets: list[QWidget], act: Callable[[QWidget], None]) -> Iterator[None]:
    for place, widget in enumerate(widgets, 1):
        if isValid(widget):
            act(widget)
        if place % _AT_ONCE == 0:
            yield
