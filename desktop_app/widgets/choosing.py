"""One of a few things by its name: a menu that opens below a control, with the keys in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget


def choose_below(control: QWidget, offered: Iterable[tuple[str, Callable[[], object]]]) -> QMenu:
    """Open a menu of names below a control; what belongs to the name chosen is called."""
    menu = QMenu(control)
    for name, act in offered:
        line = menu.addAction(name.replace("&", "&&"))
        line.triggered.connect(lambda _checked=False, act=act: act())
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(control.mapToGlobal(QPoint(0, control.height())))
    if menu.actions():
        menu.setActiveAction(menu.actions()[0])
    return menu
