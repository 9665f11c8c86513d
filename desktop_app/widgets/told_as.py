"""What a painted widget is to a screen reader, and what it says as a whole; to Qt by itself it is a nameless box."""

from __future__ import annotations

from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

_ROLE: Final = "told_as"
_READY: Final = "painted_widgets_are_told"


@runtime_checkable
class Tells(Protocol):
    """A widget that can say what it draws."""

    def told(self) -> str:
        """Return in words what is drawn, "" while a part of it is told instead."""


class _PaintedInterface(QAccessibleWidget):
    """Says the whole before the part or the hint; that is worked out only when somebody listens."""

    def text(self, kind: QAccessible.Text) -> str:
        own = super().text(kind)
        widget = self.object()
        if kind != QAccessible.Text.Description or not isinstance(widget, Tells):
            return own
        return ". ".join(part for part in (widget.told(), own) if part)


def tell_as(widget: QWidget, role: QAccessible.Role) -> None:
    """Have a screen reader told that the widget is this, and what it draws where it Tells."""
    widget.setProperty(_ROLE, role.value)
    app = QApplication.instance()
    if app is not None and not app.property(_READY):
        app.setProperty(_READY, True)
        QAccessible.installFactory(_interface)


def _interface(_class_name: str, told: QObject) -> QAccessibleInterface | None:
    if not isinstance(told, QWidget) or (role := told.property(_ROLE)) is None:
        return None
    return _PaintedInterface(told, QAccessible.Role(role))
