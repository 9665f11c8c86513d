"""Binding keys to what they do, in the place they are meant for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Keys = str | QKeySequence.StandardKey


def on_keys(widget: QWidget, keys: Keys, act: Callable[[], object]) -> QShortcut:
    """Have keys do something wherever the keyboard is in the window, while the widget is in sight."""
    return _bound(widget, keys, act, Qt.ShortcutContext.WindowShortcut)


def on_keys_in(widget: QWidget, keys: Keys, act: Callable[[], object]) -> QShortcut:
    """Have keys do something while the keyboard is in this very widget."""
    return _bound(widget, keys, act, Qt.ShortcutContext.WidgetShortcut)


def _bound(widget: QWidget, keys: Keys, act: Callable[[], object], context: Qt.ShortcutContext) -> QShortcut:
    shortcut = QShortcut(QKeySequence(keys), widget, act)
    shortcut.setContext(context)  # beside the call, PySide passes it over without a word
    return shortcut
